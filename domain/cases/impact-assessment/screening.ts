/**
 * When an impact assessment is required (UK GDPR Art 35(1), (3), (4); the regulator's list; WP248 rev.01).
 * Workflow-safe.
 */

/** Art 35(3): each alone requires an assessment. */
export const automaticTriggers = {
  'automated-evaluation':
    'Systematic and extensive evaluation of people by automation, with legal or similar effects',
  'large-scale-sensitive': 'Special category or criminal offence data on a large scale',
  'public-monitoring': 'Systematic monitoring of a publicly accessible area on a large scale, such as CCTV',
} as const;

/** The regulator's list (Art 35(4)). `withAnother`: only together with one of the nine criteria. */
export const regulatorsList = {
  'innovative-technology': { text: 'Innovative technology', withAnother: true },
  'denial-of-service': {
    text: 'Denying a service or benefit by automated decision or with special category data',
    withAnother: false,
  },
  'large-scale-profiling': { text: 'Profiling people on a large scale', withAnother: false },
  biometric: { text: 'Biometric data', withAnother: true },
  genetic: { text: 'Genetic data', withAnother: true },
  'data-matching': {
    text: 'Matching data from several sources, such as a fraud initiative',
    withAnother: false,
  },
  'invisible-processing': {
    text: 'Data not obtained from the person, who cannot be told',
    withAnother: true,
  },
  tracking: { text: 'Tracking where people are or how they behave', withAnother: true },
  'targeting-vulnerable': {
    text: 'Targeting children or other vulnerable people with marketing, profiling or automated decisions',
    withAnother: false,
  },
  'physical-harm': {
    text: 'A breach could put somebody’s health or physical safety at risk',
    withAnother: false,
  },
} as const satisfies Readonly<Record<string, { text: string; withAnother: boolean }>>;

/** WP248's nine criteria: two or more mean that a high risk is likely. */
export const nineCriteria = {
  evaluation: 'Evaluation or scoring',
  'automated-decision': 'Automated decisions with legal or similar effects',
  monitoring: 'Systematic monitoring',
  sensitive: 'Sensitive data, or data of a highly personal nature',
  'large-scale': 'Data on a large scale',
  matching: 'Datasets matched or combined',
  vulnerable: 'Data about vulnerable people: tenants in need, employees, children',
  'new-use': 'A new use of technology, or an organisational solution that is new',
  'prevents-right': 'The processing itself keeps people from a right, a service or a contract',
} as const;

/** What the organisation's profile adds (its rule `dpia.when`). */
export type HouseRule = 'every-new-project' | 'every-new-system' | 'likely-high-risk';

export interface Screening {
  readonly automatic: readonly string[];
  readonly regulator: readonly string[];
  readonly criteria: readonly string[];
  /** The project brings a new system or a new way of working. */
  readonly newSystem: boolean;
}

/** Why a full assessment is required, as codes; empty where it is not. */
export type ScreeningReason = 'art-35-3' | 'regulators-list' | 'two-criteria' | 'house-rule';

export function whyRequired(
  { automatic, regulator, criteria, newSystem }: Screening,
  rule: HouseRule,
): readonly ScreeningReason[] {
  const listed = regulator.some((one) => {
    const entry = Object.entries(regulatorsList).find(([name]) => name === one)?.[1];
    return entry !== undefined && (!entry.withAnother || criteria.length > 0);
  });
  const house = rule === 'every-new-project' || (rule === 'every-new-system' && newSystem);
  const reasons: readonly (readonly [ScreeningReason, boolean])[] = [
    ['art-35-3', automatic.length > 0],
    ['regulators-list', listed],
    ['two-criteria', criteria.length > 1],
    ['house-rule', house],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

export const reasonWords: Readonly<Record<ScreeningReason, string>> = {
  'art-35-3': 'a case of Art 35(3)',
  'regulators-list': 'the regulator’s list (Art 35(4))',
  'two-criteria': 'two or more of the nine criteria',
  'house-rule': 'the organisation’s own rule',
};
