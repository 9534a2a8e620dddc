/**
 * What may be taken along: the four tests of UK GDPR Art 20(1) and (3), each of one processing activity.
 * Workflow-safe.
 */

/** What the processing rests on, of this person. */
export type PortableBasis = 'consent' | 'explicit-consent' | 'contract' | 'none';

type YesNo = 'yes' | 'no';

/** The answers to the four tests. */
export interface Tested {
  readonly basis: PortableBasis;
  /** Carried out by automated means; paper files are not. */
  readonly automated: YesNo;
  /** Provided by the person, or observed of them; not inferred or derived from that. */
  readonly provided: YesNo;
  /** Necessary for a task in the public interest, or in the exercise of official authority. */
  readonly publicTask: YesNo;
}

/** The tests in the order of the law, each with the reason that a letter gives where it is not met. */
export const portabilityTests = {
  basis: {
    article: 'Art 20(1)(a)',
    notMet:
      'we do not use it on the basis of your consent or of a contract with you (Article 20(1)(a) of the UK GDPR).',
  },
  automated: {
    article: 'Art 20(1)(b)',
    notMet: 'it is not processed by automated means (Article 20(1)(b) of the UK GDPR).',
  },
  provided: {
    article: 'Art 20(1)',
    notMet: 'you did not provide it, and it was not observed of you (Article 20(1) of the UK GDPR).',
  },
  publicTask: {
    article: 'Art 20(3)',
    notMet:
      'we need it for a task in the public interest or in the exercise of official authority (Article 20(3) of the UK GDPR).',
  },
} as const satisfies Readonly<Record<keyof Tested, { readonly article: string; readonly notMet: string }>>;

export type PortabilityTest = keyof typeof portabilityTests;

const met: Readonly<Record<PortabilityTest, (tested: Tested) => boolean>> = {
  basis: ({ basis }) => basis !== 'none',
  automated: ({ automated }) => automated === 'yes',
  provided: ({ provided }) => provided === 'yes',
  publicTask: ({ publicTask }) => publicTask === 'no',
};

/** The tests that are not met, in the order of the law; none where the data is portable. */
export const failedTests = (tested: Tested): readonly PortabilityTest[] =>
  (Object.keys(met) as PortabilityTest[]).filter((test) => !met[test](tested));

export const isPortable = (tested: Tested): boolean => failedTests(tested).length === 0;

/** What the record of processing says of an activity's basis (Arts 6(1), 9(2), 30(1)). */
export interface RecordedBasis {
  readonly lawfulBasis: readonly string[];
  readonly specialCategoryConditions?: readonly string[];
}

const recordedAs: Readonly<Record<Exclude<PortableBasis, 'none'>, string>> = {
  consent: '6(1)(a)',
  'explicit-consent': '9(2)(a)',
  contract: '6(1)(b)',
};

/** Why this basis cannot be, on our own record of processing; null where it can. */
export function basisFault(basis: PortableBasis, recorded: RecordedBasis): string | null {
  if (basis === 'none') return null;
  const code = recordedAs[basis];
  const known = [...recorded.lawfulBasis, ...(recorded.specialCategoryConditions ?? [])];
  return known.includes(code)
    ? null
    : `Our record of this processing does not name Art ${code}. Choose what it rests on, or have the record put right first.`;
}

/** How much of the request is refused (Art 12(4)). */
export type RefusedScope = 'none' | 'part' | 'all';

export function refusedScope(tested: readonly Tested[]): RefusedScope {
  const portable = tested.filter(isPortable).length;
  if (portable === tested.length) return 'none';
  return portable === 0 ? 'all' : 'part';
}

/** How the case ends. What would harm others is not handed over, which refuses that part (Art 20(4)). */
export function portabilityOutcome(
  refused: RefusedScope,
  { withheld, empty }: { readonly withheld: boolean; readonly empty: boolean },
): 'ported' | 'ported-in-part' | 'nothing-held' | 'refused' {
  if (refused === 'all') return 'refused';
  if (empty && !withheld) return refused === 'none' ? 'nothing-held' : 'refused';
  if (empty) return 'refused';
  return refused === 'part' || withheld ? 'ported-in-part' : 'ported';
}
