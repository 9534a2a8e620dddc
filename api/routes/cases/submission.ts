import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import { NotFound } from '../../errors';
import type { Services } from '../../services';

/** What became of a form that was stored while the engine was away. The page looks again by itself. */
export function getSubmission({ register }: Services) {
  return async (req: Request<{ reference: string; token: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const { reference, token } = req.params;
    const submission = await register.submissions.state(viewer.organisationId, token);
    if (!submission || submission.reference !== reference || submission.actorId !== viewer.staffId)
      throw new NotFound();
    const page = await register.cases.page(viewer, reference);
    if (submission.state === 'handled') {
      req.session.banner = 'Done.';
      return res.redirect(303, page ? `/cases/${reference}` : '/');
    }
    if (submission.state === 'stored') res.set('Refresh', '5');
    res.render('cases/submission', { title: 'Stored, not yet done', submission, mayOpen: page !== null });
  };
}
