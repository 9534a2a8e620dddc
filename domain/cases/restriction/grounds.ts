/**
 * On what a restriction rests, and when it is over (UK GDPR Art 18(1)).
 * Workflow-safe.
 */

/** The four grounds of UK GDPR Art 18(1), a closed list. */
export const grounds = {
  accuracy: {
    article: 'Art 18(1)(a)',
    text: 'They contest the accuracy, and it must be verified',
  },
  unlawful: {
    article: 'Art 18(1)(b)',
    text: 'The processing is unlawful, and they want it restricted rather than erased',
  },
  claims: {
    article: 'Art 18(1)(c)',
    text: 'We no longer need it, but they need it for legal claims',
  },
  objection: {
    article: 'Art 18(1)(d)',
    text: 'They objected, and whose grounds prevail is still to be decided',
  },
} as const;

export type Ground = keyof typeof grounds;

/** Why a restriction may end. */
export type Ending =
  'accuracy-verified' | 'objection-decided' | 'claim-over' | 'date-reached' | 'person-asked';

const every = ['accuracy', 'unlawful', 'claims', 'objection'] as const;

/**
 * What each ending is the end of. A ground ends with what it waits for; unlawful processing waits for nothing, as
 * the person chose restriction over erasure. The person's own wish, and a date that they agreed to, end every ground.
 */
const endOf: Readonly<Record<Ending, readonly Ground[]>> = {
  'accuracy-verified': ['accuracy'],
  'objection-decided': ['objection'],
  'claim-over': ['claims'],
  'date-reached': every,
  'person-asked': every,
};

/** Grounds on which the restriction still rests after these endings: it is lifted only where none is left. */
export function standing(restsOn: readonly Ground[], endings: readonly Ending[]): readonly Ground[] {
  const over = endings.flatMap((ending) => endOf[ending]);
  return restsOn.filter((ground) => !over.includes(ground));
}

/** How much of what was asked for is restricted. */
export type Restricted = 'all' | 'part' | 'none';

/** How much of the request is refused (UK GDPR Art 12(4)). */
export const refusedOf = (restricted: Restricted): 'none' | 'part' | 'all' =>
  restricted === 'all' ? 'none' : restricted === 'none' ? 'all' : 'part';
