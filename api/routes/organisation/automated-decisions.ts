import type { AutomatedDecision, Profile } from '../../../domain/organisation';
import { everyText } from '../../../domain/clock';
import { applied } from '../../../domain/organisation/reading';
import {
  notPermitted,
  notPermittedTexts,
  safeguardsApply,
} from '../../../domain/cases/automated-decision/rules';
import type { ChecksView } from './checks';

/** A decision of the register as its page shows it (UK GDPR Arts 15(1)(h), 22A–22D). */
export interface DecisionView {
  readonly id: string;
  readonly title: string;
  /** Why it may not be taken by automated means alone, as the profile has it; null where it may. */
  readonly warning: string | null;
  /** Where its regular checks stand; null for those who may not read cases. */
  readonly checks: ChecksView | null;
  readonly rows: readonly {
    readonly key: { readonly text: string };
    readonly value: { readonly text: string };
  }[];
}

/** @param checks where the regular checks of each decision stand, by its id */
export const decisionViews = (profile: Profile, checks: ReadonlyMap<string, ChecksView>): DecisionView[] =>
  profile.automatedDecisions.map((decision) => ({
    ...{ id: decision.id, title: decision.title, checks: checks.get(decision.id) ?? null },
    warning: warningOf(decision, profile),
    rows: rows(decision, profile),
  }));

function warningOf(decision: AutomatedDecision, profile: Profile): string | null {
  const rule = notPermitted(circumstances(decision), applied(profile, 'automated.permission'));
  return rule && notPermittedTexts[rule];
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

const circumstances = ({
  solelyAutomated,
  significant,
  specialCategory,
  basis,
  condition,
}: AutomatedDecision) => ({
  solelyAutomated: yesNo(solelyAutomated),
  significant: yesNo(significant),
  specialCategory: yesNo(specialCategory),
  ...{ basis, condition },
});

const conditions = {
  'explicit-consent': 'explicit consent (Art 22B(2))',
  contract: 'a contract, with a substantial public interest (Arts 22B(3), 9(2)(g))',
  law: 'law, with a substantial public interest (Arts 22B(3), 9(2)(g))',
} as const;

function rows(decision: AutomatedDecision, { processingRecords }: Profile): DecisionView['rows'] {
  const { logic, significance, basis, specialCategory, condition, checks, safeguards } = decision;
  const used = processingRecords.filter(({ automatedDecisions }) => automatedDecisions.includes(decision.id));
  const special = condition ? `Yes, by ${conditions[condition]}` : 'Yes';
  const facts: [string, string][] = [
    ['How it works', logic],
    ['Taken by computer alone', decision.solelyAutomated ? 'Yes' : 'No: a person is involved'],
    ['What it means for people', significance],
    ['Rests on', `Art ${basis}`],
    ['Based on special-category data', specialCategory ? special : 'No'],
    [
      'Safeguards',
      `${safeguardsApply(circumstances(decision)) ? 'Owed (Art 22C)' : 'Not owed by law'}. ${safeguards}`,
    ],
    ['Checked', `${sentence(everyText(checks.every))}. ${checks.by}. ${checks.looksAt}`],
    ['Used for', used.map(({ purpose }) => purpose).join('; ') || 'No processing record names it'],
  ];
  return facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}
