/** How somebody wants their answer, and the adjustments they need (UK GDPR Art 12(1); Equality Act 2010 s.20). */
import type { CaseContents } from './contents';
import type { Codes } from './process';

export const adjustmentKinds = {
  'large-print': 'Large print',
  'read-aloud': 'Reading aloud',
  'easy-read': 'Easy read',
  'other-language': 'Another language',
  braille: 'Braille',
  other: 'Something else',
} as const;

export interface Wishes {
  /** A code of `deliveryWays`, or null while they have not said. */
  readonly delivery: string | null;
  readonly adjustmentKinds: readonly string[];
  /** In words; empty where nothing was written. */
  readonly adjustments: string;
}

type Asked = Pick<CaseContents, 'delivery' | 'adjustments' | 'adjustmentKinds'>;

/** What was corrected after logging comes before what the case was opened with. Who needs it read aloud gets it so. */
export function wishesOf(facts: Codes, asked: Asked): Wishes {
  const said = asked.delivery ?? facts.delivery;
  const kinds = asked.adjustmentKinds ?? [];
  const known = typeof said === 'string' && said !== 'not-said' ? said : null;
  return {
    delivery: known ?? (kinds.includes('read-aloud') ? 'read-aloud' : null),
    adjustmentKinds: kinds,
    adjustments: asked.adjustments ?? '',
  };
}
