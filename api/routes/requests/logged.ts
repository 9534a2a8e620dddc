import type { Request, Response } from 'express';
import type { Profile } from '../../../domain/organisation/profile';
import { viewerOf } from '../../auth/signed-in';
import type { Logged } from '../../casework/log-request';
import type { Services } from '../../services';

/** Whom whoever reports a breach calls outside office hours; null for every other kind of case. */
export const outOfHours = ({ breaches }: Profile, kind: unknown): string | null =>
  kind === 'breach'
    ? `Outside office hours call ${breaches.outOfHours.name}, ${breaches.outOfHours.telephone}.`
    : null;

/** To the new case, or for those who may not read it (or kept it from themselves) to what they handed in, with a word on top. */
export async function afterLogging(
  { register }: Services,
  req: Request,
  res: Response,
  { opened: { reference }, started }: Extract<Logged, { status: 'opened' }>,
): Promise<void> {
  const viewer = viewerOf(req);
  const reads = (await register.cases.page(viewer, reference)) !== null;
  const word = started
    ? `Logged as ${reference}.`
    : `Logged as ${reference}. The next steps begin by themselves as soon as the engine is back.`;
  const call = outOfHours(register.organisations.get(viewer.organisationId), req.params.kind);
  req.session.banner = [word, call].filter(Boolean).join(' ');
  res.redirect(303, reads ? `/cases/${reference}` : '/requests');
}
