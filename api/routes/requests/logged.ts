import type { Request, Response } from 'express';
import { may } from '../../../domain/roles';
import { viewerOf } from '../../auth/signed-in';
import type { Logged } from '../../casework/log-request';
import type { Services } from '../../services';

/** To the new case, or for those who may not read it to what they handed in, with a word on top. */
export async function afterLogging(
  { register }: Services,
  req: Request,
  res: Response,
  { opened: { reference }, started }: Extract<Logged, { status: 'opened' }>,
): Promise<void> {
  const viewer = viewerOf(req);
  const reads = may(viewer.roles, 'case.view') || (await register.cases.follows(viewer, reference));
  req.session.banner = started
    ? `Logged as ${reference}.`
    : `Logged as ${reference}. The next steps begin by themselves as soon as the engine is back.`;
  res.redirect(303, reads ? `/cases/${reference}` : '/requests');
}
