import { definitionOf } from '../../../domain/cases/registry';
import type { Register } from '../../../register';
import type { Finishing, Objections } from './objection';
import { atField, none, refused } from './objection';

/**
 * A second pair of eyes is another person's (`notBy`), and whoever advised does not decide (`adviceFrom`; UK GDPR
 * Art 38(6)). A small team's profile may let one person do both, with the reason recorded each time.
 */
export function ownWork(_register: Register, { kind, element, values, setting }: Finishing): Objections {
  const { notBy = [], adviceFrom = [] } = definitionOf(kind).tasks[element] ?? {};
  const { approvals } = setting.profile;
  const did = (elements: readonly string[]): boolean =>
    elements.some((one) => setting.doneBy(one).includes(setting.staffId));
  const advised = did(adviceFrom);
  if (advised && !approvals.adviserMayDecide)
    return refused('own-advice', 'You gave the advice, so somebody else must decide.');
  const reviewed = did(notBy);
  if (reviewed && !approvals.reviewerMayCheck)
    return refused('own-work', 'You did the work that this task checks, so somebody else must do it.');
  if ((!advised && !reviewed) || values.overrideReason) return none;
  return atField(
    'overrideReason',
    advised
      ? 'You gave the advice: say why you may decide too.'
      : 'You did the work that is checked here yourself: say why you may do this too.',
  );
}
