import type { Deadline } from './types';

/** What the computation itself finds; the rest of a `Deadline` is about it. */
export type Finding = Pick<
  Deadline,
  | 'due'
  | 'dueInstant'
  | 'statutoryDue'
  | 'policyDue'
  | 'extensionNoticeDue'
  | 'relevantDate'
  | 'daysExcluded'
  | 'daysUsed'
  | 'provisional'
  | 'warnings'
  | 'steps'
> & { held: 'waiting' | 'paused' | null };

/** Nothing found yet: what an unstarted clock gives. */
export const nothing: Finding = {
  due: null,
  dueInstant: null,
  statutoryDue: null,
  policyDue: null,
  extensionNoticeDue: null,
  relevantDate: null,
  daysExcluded: 0,
  daysUsed: null,
  warnings: [],
  steps: [],
  held: null,
};
