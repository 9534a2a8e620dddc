import { reviewAfterBreach } from '../../forms/breach/review';
import { derivedSubmissionId } from '../../register/derived-id';
import type { CasePage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import type { Services } from '../services';
import type { Finished } from './finish-task';
import { actingRole } from './rules';
import { takeAction } from './take-action';

/** Whether the viewer may have an assessment reviewed on account of this case. */
export const mayHaveReviewed = (viewer: SignedIn, { kind }: Pick<CasePage, 'kind'>): boolean =>
  kind === 'breach' &&
  actingRole(viewer, 'link') !== null &&
  actingRole(viewer, 'report-risk-change') !== null;

/**
 * Links the breach to the assessment and reports there that the risk has changed (UK GDPR Art 35(11)). Refused,
 * with the two linked all the same, where the assessment is not in force or is being reviewed already.
 */
export async function haveReviewed(
  services: Services,
  viewer: SignedIn,
  { page, token, answers }: { page: CasePage; token: string; answers: Answers },
): Promise<Finished> {
  const { register, now } = services;
  const choices = await choicesOf(reviewAfterBreach, register, { viewer, page });
  const filled = fill(reviewAfterBreach, answers, { choices, now: now() });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };
  const reference = String(filled.values.assessment);
  const assessment = await register.cases.page(viewer, reference);
  if (!assessment) throw new Error(`An assessment that was offered is gone: ${reference}.`);
  const linked = await takeAction(services, viewer, {
    ...{ page, action: 'link', token: derivedSubmissionId(`${token}/link`) },
    answers: { reference, relation: 'related' },
  });
  if (linked.status === 'refused' || linked.status === 'invalid') return linked;
  return takeAction(services, viewer, {
    ...{ page: assessment, action: 'report-risk-change', token },
    answers: { what: `A personal data breach, ${page.reference}.` },
  });
}
