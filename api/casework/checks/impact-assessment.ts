import type { Register } from '../../../register';
import type { ChecksByElement, Finishing, Objections } from './objection';
import { atField, none } from './objection';

/** Rules of an impact assessment that look at who is acting. */
export const assessmentChecks: ChecksByElement = { 'review-assessment': keptByAnother };

const governing: readonly string[] = ['governance-officer', 'dpo'];

/** Where a change of risk was reported, whoever leads the project does not find alone that nothing follows (Art 35(11)). */
async function keptByAnother(
  register: Register,
  { reference, values, setting }: Finishing,
): Promise<Objections> {
  if (values.outcome !== 'keep') return none;
  const all = await register.submissions.ofCase(reference);
  const last = all.findLast(({ form }) => form === 'report-risk-change' || form === 'review-assessment');
  if (last?.form !== 'report-risk-change') return none;
  const viewer = await register.staff.viewer(setting.staffId, setting.profile.id);
  return viewer?.roles.some((role) => governing.includes(role))
    ? none
    : atField(
        'outcome',
        'A change of risk was reported: the governance officer or the DPO must find that the assessment stays as it is. Assess it again, or leave this task to them.',
      );
}
