import type { Request } from 'express';
import type { Viewer } from '../../register/viewer';
import { viewerOf } from '../auth/signed-in';
import { Conflict, NotFound } from '../errors';
import type { Services } from '../services';

/** Where files are added: by whom, to which case and, for whoever answers a search, for which system only. */
export interface UploadPlace {
  readonly viewer: Viewer;
  readonly reference: string;
  /** Set where whatever is added was found in this system. */
  readonly foundIn?: string;
}

export type FindPlace = (req: Request) => Promise<UploadPlace>;

/** The case of the address, for case workers and whoever leads it; the record says whether it exists for them. */
export const placeOfCase: FindPlace = (req) =>
  Promise.resolve({ viewer: viewerOf(req), reference: String(req.params.reference) });

/** The open search or preservation task of the address, for whoever may do it. */
export const placeOfTask =
  ({ register }: Services): FindPlace =>
  async (req) => {
    const viewer = viewerOf(req);
    const task = await register.cases.task(viewer, String(req.params.taskId));
    if (task?.reference !== req.params.reference || task?.item == null) throw new NotFound();
    if (task.state !== 'open') throw new Conflict('This task is finished, so nothing can be added to it.');
    if (task.refusal) throw new Conflict(task.refusal.message, task.refusal.code);
    return { viewer, reference: task.reference, foundIn: task.item };
  };
