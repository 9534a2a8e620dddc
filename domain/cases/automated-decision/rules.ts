/**
 * When the safeguards of an automated decision apply, and when the law or the policy does not permit one
 * (UK GDPR Arts 22A–22D). Workflow-safe.
 */

import type { IsoDate } from '../../clock/types';
import type { Codes } from '../process';

/** The safeguards of UK GDPR Art 22C(2), in the order of the law. */
export const safeguards = {
  information: { text: 'An explanation of the decision', article: 'Art 22C(2)(a)' },
  representations: { text: 'To say what they think of it', article: 'Art 22C(2)(b)' },
  intervention: { text: 'That a person looks at it', article: 'Art 22C(2)(c)' },
  contest: { text: 'To contest it', article: 'Art 22C(2)(d)' },
} as const;

/** In place of a decision's id: one that was met in a case, and that the register does not name. */
export const UNREGISTERED = 'not-in-register';

/** The same as a choice. */
export const unregisteredChoice = { value: UNREGISTERED, text: 'Another, not in the register' } as const;

/** Tasks in which the register is brought up to date: after the answer, or where the request ends without one. */
export const registerTasks = [
  'update-register',
  'register-after-withdrawal',
  'register-after-refusal',
  'register-after-death',
] as const;

/** The case met a decision that the register does not name, and nobody has put that right yet. */
export const registerOwed = (
  said: (element: 'identify-decision' | (typeof registerTasks)[number]) => Codes,
): boolean =>
  said('identify-decision').decision === UNREGISTERED &&
  registerTasks.every((task) => said(task).outcome === undefined);

/** What an automated decision may rest on (Art 6(1)). */
export type DecisionBasis =
  '6(1)(a)' | '6(1)(b)' | '6(1)(c)' | '6(1)(d)' | '6(1)(e)' | '6(1)(ea)' | '6(1)(f)';

/** What permits one that rests on special-category data, wholly or in part (Art 22B(1)–(3)). */
export type SpecialCondition = 'explicit-consent' | 'contract' | 'law' | 'none';

type YesNo = 'yes' | 'no';

export interface Circumstances {
  /** No meaningful human involvement, taking the extent of profiling into account (Art 22A(1)(a), (2)). */
  readonly solelyAutomated: YesNo;
  /** A legal effect, or a similarly significant one (Art 22A(1)(b)). */
  readonly significant: YesNo;
  readonly basis: DecisionBasis;
  /** Where it rests on consent: whether that was explicit, to this decision. Consent alone is not. */
  readonly explicitConsent?: YesNo;
  /** When it was taken: before Arts 22A–22D began, Article 22 as it then was applies. */
  readonly madeOn?: IsoDate;
  readonly specialCategory: YesNo;
  readonly condition?: SpecialCondition;
}

/** The safeguards are owed for a significant decision taken solely by automated means (Art 22C(1)). */
export const safeguardsApply = ({
  solelyAutomated,
  significant,
}: Pick<Circumstances, 'solelyAutomated' | 'significant'>): boolean =>
  solelyAutomated === 'yes' && significant === 'yes';

/** The older ban, which a policy may keep: only for a contract, by law or with explicit consent. */
export const STRICTER_POLICY = 'only-contract-law-or-explicit-consent';

/** Why such a decision may not be taken by automated means alone. */
export type NotPermitted = 'recognised-interest' | 'special-category' | 'policy' | 'former-law';

/** The first day of Arts 22A–22D (SI 2026/82 regs 2, 5). */
const NEW_LAW: IsoDate = '2026-02-05';

/** Contract, law, or explicit consent: what the former Article 22(2) permitted, and a policy may keep. */
const permittedBefore = ({ basis, explicitConsent }: Circumstances): boolean =>
  basis === '6(1)(b)' || basis === '6(1)(c)' || (basis === '6(1)(a)' && explicitConsent === 'yes');

/** Which rule forbade taking it by automated means alone; null where none did. */
export function notPermitted(of: Circumstances, policy: readonly string[] = []): NotPermitted | null {
  if (!safeguardsApply(of)) return null;
  const former = of.madeOn !== undefined && of.madeOn < NEW_LAW;
  if (!former && of.basis === '6(1)(ea)') return 'recognised-interest';
  if (of.specialCategory === 'yes' && (of.condition ?? 'none') === 'none') return 'special-category';
  if (former && !permittedBefore(of)) return 'former-law';
  return policy.includes(STRICTER_POLICY) && !permittedBefore(of) ? 'policy' : null;
}

/** The rule in words. */
export const notPermittedTexts: Readonly<Record<NotPermitted, string>> = {
  'recognised-interest':
    'A significant decision that rests on a recognised legitimate interest may not be taken by automated means alone (Art 22B(4)).',
  'special-category':
    'A significant decision based on special-category data may not be taken by automated means alone without explicit consent, or a contract or law with a substantial public interest (Art 22B(1)–(3)).',
  'former-law':
    'Before 5 February 2026 a significant decision might be taken by automated means alone only for a contract, by law or with explicit consent (Art 22 as it then was; SI 2026/82 reg 5).',
  policy:
    'Our policy permits a significant decision by automated means alone only for a contract, by law or with explicit consent.',
};

/** What the review came to. */
export type ReviewOutcome = 'stands' | 'retaken' | 'changed';

/** Why the review may not end so, or null: what was not permitted cannot stand, a person decides anew (Art 22B). */
export const reviewFault = (outcome: ReviewOutcome, rule: NotPermitted | null): string | null =>
  outcome === 'stands' && rule !== null
    ? `${notPermittedTexts[rule]} So it cannot stand as it is: a person decides anew, with the same result or another.`
    : null;

/** How the case ends. */
export function decisionOutcome(
  reviewed: ReviewOutcome | null,
): 'decision-stands' | 'decision-retaken' | 'decision-changed' | 'explained' {
  return reviewed === null ? 'explained' : (`decision-${reviewed}` as const);
}
