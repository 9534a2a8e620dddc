/**
 * How risks to people are rated: likelihood × severity, five by five. A stated method, so that two assessments can
 * be compared (UK GDPR Art 35(7)(c), recitals 75–76, 90). Workflow-safe.
 */

export type RiskLevel = 'low' | 'medium' | 'high';

/** One to five; the words are what people choose by. */
export type Rating = 1 | 2 | 3 | 4 | 5;

export const ratings = [1, 2, 3, 4, 5] as const satisfies readonly Rating[];

export const likelihoods: Readonly<Record<Rating, string>> = {
  1: 'Remote',
  2: 'Unlikely',
  3: 'Possible',
  4: 'Likely',
  5: 'Almost certain',
};

export const severities: Readonly<Record<Rating, string>> = {
  1: 'Negligible',
  2: 'Minor',
  3: 'Significant',
  4: 'Serious',
  5: 'Grave',
};

/** A product of at least this much is a high risk. */
const HIGH_FROM = 15;
/** A product of at least this much is a medium risk. */
const MEDIUM_FROM = 6;

/** The method in the words that every assessment prints. */
export const method =
  'Each risk is rated for how likely harm is and how severe it would be for the people concerned, both from 1 to 5. ' +
  `The product of the two is low below ${MEDIUM_FROM}, medium from ${MEDIUM_FROM}, and high from ${HIGH_FROM} to 25. ` +
  'A risk of grave harm (5) is never low, however remote it is.';

export interface RatedRisk {
  readonly likelihood: Rating;
  readonly severity: Rating;
}

/** The level of one risk by the stated method. */
export function levelOf({ likelihood, severity }: RatedRisk): RiskLevel {
  const product = likelihood * severity;
  if (product >= HIGH_FROM) return 'high';
  return product >= MEDIUM_FROM || severity === 5 ? 'medium' : 'low';
}

const order: readonly RiskLevel[] = ['low', 'medium', 'high'];

/** The highest level among risks; `low` where there is none. */
export const highestOf = (risks: readonly RatedRisk[]): RiskLevel =>
  risks
    .map(levelOf)
    .reduce<RiskLevel>((most, one) => (order.indexOf(one) > order.indexOf(most) ? one : most), 'low');

/** A rating as a form hands it over, or null for what is none. */
export function ratingOf(value: unknown): Rating | null {
  const number = Number(value);
  return ratings.find((one) => one === number) ?? null;
}
