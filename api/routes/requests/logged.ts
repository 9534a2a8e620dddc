import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import type { Logged } from '../../casework/log-request';
import type { Services } from '../../services';

/** To the new case, or for those who may not read it (or kept it from themselves) to what they handed in, with a word on top. */
export async function afterLogging(
  { register }: Services,
  req: Request,
  res: Response,
  { opened: { reference }, started }: Extract<Logged, { status: 'opened' }>,
): Promise<void> {
  const viewer = viewerOf(req);
  const reads = (await register.cases.page(viewer, reference)) !== null;
  req.session.banner = started
    ? `Logged as ${reference}.`
    : `Logged as ${reference}. The next steps begin by themselves as soon as the engine is back.`;
  res.redirect(303, reads ? `/cases/${reference}` : '/requests');
}
