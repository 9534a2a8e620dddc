/** Fields that several forms of a complaint share. */
import type { Cell, Field } from '../form';

export const words = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'textarea', personal: true, rows: 3, max: 10_000, ...more }) as Cell;

/** One thing that is complained of. */
export const issue: readonly Cell[] = [
  words('what', 'What do they complain of?', { rows: 2, max: 4000 }),
  words('wants', 'What would put it right for them?', { rows: 2, max: 4000, optional: true }),
];

export const issues = (of: readonly Cell[], label: string): Field => ({
  ...{ name: 'issues', label, rowLabel: 'Issue', kind: 'rows', personal: true },
  ...{ min: 1, max: 20, of },
});
