import type { RecordedEvent } from '../../../processes/conformance';

/** A record as the workflow writes it, told in one line an event. */
type Told = readonly RecordedEvent[];

const elementOf = (step: string): string => step.slice(step.lastIndexOf('/') + 1).replace(/#\d+$/, '');

export const entered = (step: string, data: Record<string, unknown> = {}): Told => [
  { type: 'step-entered', element: elementOf(step), step, data },
];
export const left = (step: string): Told => [{ type: 'step-left', element: elementOf(step), step }];
export const cancelled = (...steps: string[]): Told =>
  steps.map((step) => ({ type: 'step-cancelled', element: elementOf(step), step }));
export const waived = (step: string): Told => [{ type: 'step-waived', element: elementOf(step), step }];
export const fired = (element: string, number = 1): Told => [{ type: 'fired', element, number }];
export const closed = (end: string, number = 1): Told => [
  { type: 'closed', element: end, number, data: { end, outcome: end } },
];
export const reopened = (number = 1): Told => [{ type: 'reopened', element: 'reopened', number }];

/** Steps entered and left, one after the other. */
export const did = (...steps: string[]): Told => steps.flatMap((step) => [...entered(step), ...left(step)]);

/** A repeated sub-process entered for these items, its steps done for each, and left. */
export const didEach = (step: string, items: readonly string[], ...inside: string[]): Told => [
  ...entered(step, { items }),
  ...items.flatMap((item) => did(...inside.map((one) => `${step}[${item}]/${one}`))),
  ...left(step),
];

export const record = (...parts: Told[]): Told => parts.flat();
