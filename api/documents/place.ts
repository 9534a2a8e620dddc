import type { Request } from 'express';
import { definitionOf } from '../../domain/cases/registry';
import type { TaskRow } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { viewerOf } from '../auth/signed-in';
import { Conflict, NotFound } from '../errors';
import { taskView } from '../presentation/tasks';
import type { Services } from '../services';

/** Where files are added: by whom, to which case and, for whoever answers a search, for which system only. */
export interface UploadPlace {
  readonly viewer: Viewer;
  readonly reference: string;
  /** Set where whatever is added was found in this system. */
  readonly foundIn?: string;
  /** Set where whatever is added shows that this was done: the task, in words. */
  readonly shows?: string;
}

export type FindPlace = (req: Request) => Promise<UploadPlace>;

/** The case of the address, for case workers and whoever leads it; the record says whether it exists for them. */
export const placeOfCase: FindPlace = (req) =>
  Promise.resolve({ viewer: viewerOf(req), reference: String(req.params.reference) });

/** The open task of the address, a search or one that ends in evidence, for whoever may do it. */
export const placeOfTask =
  (services: Services): FindPlace =>
  async (req) => {
    const viewer = viewerOf(req);
    const task = await services.register.cases.task(viewer, String(req.params.taskId));
    if (!task || task.reference !== req.params.reference) throw new NotFound();
    const evidence = takesEvidence(task);
    if (!evidence && task.item === null) throw new NotFound();
    if (task.state !== 'open') throw new Conflict('This task is finished, so nothing can be added to it.');
    if (task.refusal) throw new Conflict(task.refusal.message, task.refusal.code);
    const { reference, item } = task;
    if (!evidence && item !== null) return { viewer, reference, foundIn: item };
    const { title, about } = taskView(services, viewer.organisationId)(task);
    return { viewer, reference, shows: about ? `${title}: ${about}` : title };
  };

/** Whether files that show what was done may be added with this task. */
export const takesEvidence = ({ kind, element, need }: Pick<TaskRow, 'kind' | 'element' | 'need'>): boolean =>
  need === null && definitionOf(kind).tasks[element]?.takesEvidence === true;
