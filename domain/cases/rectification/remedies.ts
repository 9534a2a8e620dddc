/**
 * What may follow from what was found about a particular (UK GDPR Arts 5(1)(d), 16; DPA s.205(1)).
 * Workflow-safe.
 */
import type { Undone } from '../undone';

/** What the check of one particular found. */
export type Finding = 'fact-wrong' | 'misleading' | 'incomplete' | 'opinion' | 'accurate' | 'exempt';

/** What is done about it. */
export type Remedy = 'correct' | 'complete' | 'annotate' | 'nothing';

interface Consequence {
  readonly remedies: readonly Remedy[];
  /** The rule, for whoever chose otherwise. */
  readonly rule: string;
}

const consequences: Readonly<Record<Finding, Consequence>> = {
  'fact-wrong': {
    remedies: ['correct'],
    rule: 'What is wrong as to a matter of fact is corrected (Art 16; DPA s.205(1)).',
  },
  misleading: {
    remedies: ['correct', 'complete'],
    rule: 'What misleads as to a matter of fact is corrected, or completed so that it no longer does (Art 16; DPA s.205(1)).',
  },
  incomplete: {
    remedies: ['complete', 'correct'],
    rule: 'What is incomplete is completed, with a supplementary statement if need be (Art 16).',
  },
  opinion: {
    remedies: ['complete', 'annotate', 'nothing'],
    rule: 'An opinion that is recorded as one is not corrected; the person’s own view may stand beside it.',
  },
  accurate: {
    remedies: ['annotate', 'nothing'],
    rule: 'What is accurate and complete stays as it is; that the person disputes it may be noted beside it.',
  },
  exempt: {
    remedies: ['nothing'],
    rule: 'Where an exemption applies to this part, nothing is changed on account of the request (DPA Sch 2).',
  },
};

/** Why this may not be done after that finding, or null. */
export function remedyFault(finding: Finding, remedy: Remedy): string | null {
  const { remedies, rule } = consequences[finding];
  return remedies.includes(remedy) ? null : rule;
}

/**
 * Whether the person gets what Art 16 gives: data put right or completed. A note that they dispute it is less, so a
 * particular that is only annotated is refused, and Art 12(4) applies.
 */
export const granted = (remedy: Remedy): boolean => remedy === 'correct' || remedy === 'complete';

/** Whether anything is changed in the records, be it only by a note. */
export const changes = (remedy: Remedy): boolean => remedy !== 'nothing';

/** How much of the request is refused (Art 12(4)). */
export type Refused = 'none' | 'part' | 'all';

export function refusedOf(remedies: readonly Remedy[]): Refused {
  const yes = remedies.filter(granted).length;
  if (yes === remedies.length) return 'none';
  return yes === 0 ? 'all' : 'part';
}

/** How the case ends: what was impossible on a system is refused in part as well; where nothing could be done, all is. */
export function rectificationOutcome(
  refused: Refused,
  { impossible, nowhere }: Undone,
): 'rectified' | 'rectified-in-part' | 'refused' {
  if (refused === 'all') return 'refused';
  if (nowhere) return 'refused';
  return refused === 'part' || impossible.length > 0 ? 'rectified-in-part' : 'rectified';
}
