import { addDays, addHours, daysBetween, inLondon } from '../calendar';
import type { ExplanationStep, Instant, IsoDate } from './types';

/** What a step says, beside its effect. */
export type Saying = Pick<ExplanationStep, 'code' | 'text' | 'article' | 'holidays'>;

/** The step with which a computation begins: the date from which days are counted. */
export function origin(at: IsoDate | Instant, saying: Saying): ExplanationStep {
  return at.length === 10 ? { ...saying, days: 0, date: at } : { ...saying, hours: 0, date: inLondon(at) };
}

/** The step that carries the computation from one date to another. */
export function move(from: IsoDate, to: IsoDate, saying: Saying): ExplanationStep {
  return { ...saying, days: daysBetween(from, to), date: to };
}

/** The step that carries the computation so many elapsed hours on; negative hours carry it back. */
export function moveHours(from: Instant, hours: number, saying: Saying): ExplanationStep {
  return { ...saying, hours, date: inLondon(addHours(from, hours)) };
}

/**
 * What the steps add up to, or null if none carries a date: every date the clock gives is this sum, so the
 * explanation cannot tell another story than the computation.
 */
export function sum(steps: readonly ExplanationStep[]): IsoDate | Instant | null {
  return steps.reduce<IsoDate | Instant | null>((at, step) => {
    if (step.hours !== undefined)
      return at === null ? (step.date ?? null) : inLondon(addHours(at, step.hours));
    if (step.days !== undefined) return at === null ? (step.date ?? null) : addDays(at, step.days);
    return at;
  }, null);
}
