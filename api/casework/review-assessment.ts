import { isReportOfChange } from '../../domain/cases/impact-assessment';
import { reviewAfterBreach, reviewAfterReport } from '../../forms/breach/review';
import type { Form } from '../../forms/form';
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

/** Somebody reported a change of a project, and its assessment is still to be found. */
const waitsToBeMatched = ({
  kind,
  facts,
  closedAt,
}: Pick<CasePage, 'kind' | 'facts' | 'closedAt'>): boolean =>
  kind === 'impact-assessment' && closedAt === null && isReportOfChange(facts);

/** Whether the viewer may have an assessment reviewed on account of this case. */
export const mayHaveReviewed = (
  viewer: SignedIn,
  page: Pick<CasePage, 'kind' | 'facts' | 'closedAt'>,
): boolean =>
  (page.kind === 'breach' || waitsToBeMatched(page)) &&
  actingRole(viewer, 'link') !== null &&
  actingRole(viewer, 'report-risk-change') !== null;

/** The form with which that is done from this case. */
export const reviewFormOf = ({ kind }: Pick<CasePage, 'kind'>): Form =>
  kind === 'breach' ? reviewAfterBreach : reviewAfterReport;

/**
 * Links the breach to the assessment and reports there that the risk has changed (UK GDPR Art 35(11)). Refused,
 * with the two linked all the same, where the assessment is not in force or is being reviewed already. A case in which a
 * change was only reported has then done its work.
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
  const what = page.kind === 'breach' ? `A personal data breach, ${page.reference}.` : page.contents?.request;
  const reported = await takeAction(services, viewer, {
    ...{ page: assessment, action: 'report-risk-change', token, answers: { what } },
  });
  if (reported.status !== 'recorded' || !waitsToBeMatched(page)) return reported;
  return takeAction(services, viewer, {
    ...{ page, action: 'abandon', token: derivedSubmissionId(`${token}/matched`) },
    answers: { reasons: `It belongs to ${reference}, which is reviewed.` },
  });
}
