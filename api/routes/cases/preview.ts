import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { letterPreview } from '../../casework/letter-preview';
import { inlineHeaders } from '../../documents/preview';
import { NotFound } from '../../errors';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import type { Services } from '../../services';

/** The letter with the free parts as they are typed now. Nothing is stored. */
export function postPreview({ register }: Services) {
  const preview = letterPreview(register);
  return async (req: Request<{ reference: string; taskId: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const task = await register.cases.task(viewer, req.params.taskId);
    if (!task || task.reference !== req.params.reference) throw new NotFound();
    const html = await preview(viewer, task, (field) => typed(req.body as Body, field));
    res.set(inlineHeaders('text/html; charset=utf-8')).send(html);
  };
}
