import { everyText } from '../../domain/clock';
import type { AutomatedDecision } from '../../domain/organisation';
import { derivedSubmissionId } from '../derived-id';
import type { CaseOpening } from '../intake';

/**
 * Id of the submission that begins the checks of a decision: the same whoever begins them and however often, so that
 * there is one case; another once earlier checks have ended.
 *
 * @param ended how many checks of it have ended
 */
export const checksId = (organisation: string, decision: string, ended = 0): string =>
  derivedSubmissionId(`${organisation}/decision-check/${decision}/${ended}`);

/** What opens the regular checks of a decision of the register (UK GDPR Arts 5(2), 24(1)), in the register's words. */
export function checksOf(
  organisation: string,
  { id, title, logic, checks }: AutomatedDecision,
  ended?: number,
): Pick<CaseOpening, 'submissionId' | 'kind' | 'codes' | 'contents' | 'typed'> {
  const codes = { decision: id };
  const contents = {
    title,
    request: `${logic}\nChecked ${everyText(checks.every)}. ${checks.by}. ${checks.looksAt}`,
  };
  return {
    submissionId: checksId(organisation, id, ended),
    kind: 'decision-check',
    ...{ codes, contents, typed: { ...codes, ...contents } },
  };
}
