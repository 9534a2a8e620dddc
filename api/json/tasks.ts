import type { Request, Response } from 'express';
import { Router } from 'express';
import type { Field } from '../../forms/form';
import { requires, viewerOf } from '../auth/signed-in';
import { finishTask } from '../casework/finish-task';
import { letterPreview } from '../casework/letter-preview';
import { restingOn } from '../casework/rests-on';
import { startingFor } from '../casework/starting';
import { formOfTask, letterOfTask } from '../casework/task-form';
import { NotFound } from '../errors';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

/** Human work for programs. */
export function tasksJson(services: Services): Router {
  const mayWork = requires('case.view', 'search.answer', 'request.hand-in');
  return Router()
    .get('/tasks', mayWork, mine(services))
    .get('/tasks/:id', mayWork, show(services))
    .post('/tasks/:id', mayWork, finish(services))
    .post('/tasks/:id/preview', requires('letter.view'), preview(services));
}

const mine =
  ({ register }: Services) =>
  async (req: Request, res: Response): Promise<void> =>
    void res.json({ tasks: await register.cases.myTasks(viewerOf(req)) });

const show =
  (services: Services) =>
  async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const task = await taskOf(services, req);
    const { register } = services;
    const viewer = viewerOf(req);
    const page = await register.cases.page(viewer, task.reference);
    const letter = await letterOfTask(register, viewer, task);
    const form = formOfTask(task, page);
    const starting = await startingFor(services, viewer, { form, task, page, letter });
    const restsOn = await restingOn(services, viewer, task, page);
    res.json({ ...task, fields: form.fields.map(described), starting, restsOn });
  };

/** A field, and of several rows their cells. */
const described = (field: Field): object => ({
  ...{ name: field.name, label: field.label, kind: field.kind },
  ...(field.kind === 'rows' ? { of: field.of.map(described) } : {}),
});

const finish =
  (services: Services) =>
  async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const task = await taskOf(services, req);
    const page = await services.register.cases.page(viewer, task.reference);
    const names = formOfTask(task, page).fields.map(({ name }) => name);
    const { id, answers } = handedIn(req, names);
    const finished = await finishTask(services, viewer, { task, page, token: id, answers });
    answerJson(res, finished, { id, reference: task.reference });
  };

/** The letter of a task with its free parts as they are sent: `{ "answers": { "part-…": "…" } }`. Nothing is stored. */
function preview(services: Services) {
  const show = letterPreview(services.register);
  return async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const task = await taskOf(services, req);
    const page = await services.register.cases.page(viewer, task.reference);
    const names = formOfTask(task, page).fields.map(({ name }) => name);
    const { answers } = handedIn(req, names);
    res.json({ html: await show(viewer, task, (field) => String(answers[field] ?? '')) });
  };
}

async function taskOf({ register }: Services, req: Request<{ id: string }>) {
  const task = await register.cases.task(viewerOf(req), req.params.id);
  if (!task) throw new NotFound('There is no such task, or you may not see it.');
  return task;
}
