import type { Request, Response } from 'express';
import { Router } from 'express';
import { requires, viewerOf } from '../auth/signed-in';
import { finishTask } from '../casework/finish-task';
import { formOfTask } from '../casework/task-form';
import { NotFound } from '../errors';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

/** Human work for programs. */
export function tasksJson(services: Services): Router {
  const mayWork = requires('case.view', 'search.answer');
  return Router()
    .get('/tasks', mayWork, mine(services))
    .get('/tasks/:id', mayWork, show(services))
    .post('/tasks/:id', mayWork, finish(services));
}

const mine =
  ({ register }: Services) =>
  async (req: Request, res: Response): Promise<void> =>
    void res.json({ tasks: await register.cases.myTasks(viewerOf(req)) });

const show =
  (services: Services) =>
  async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const task = await taskOf(services, req);
    const fields = formOfTask(task).fields.map(({ name, label, kind }) => ({ name, label, kind }));
    res.json({ ...task, fields });
  };

const finish =
  (services: Services) =>
  async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const task = await taskOf(services, req);
    const names = formOfTask(task).fields.map(({ name }) => name);
    const { id, answers } = handedIn(req, names);
    const page = await services.register.cases.page(viewer, task.reference);
    const finished = await finishTask(services, viewer, { task, page, token: id, answers });
    answerJson(res, finished, { id, reference: task.reference });
  };

async function taskOf({ register }: Services, req: Request<{ id: string }>) {
  const task = await register.cases.task(viewerOf(req), req.params.id);
  if (!task) throw new NotFound('There is no such task, or you may not see it.');
  return task;
}
