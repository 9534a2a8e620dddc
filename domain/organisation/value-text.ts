import { periodText } from '../clock';
import type { RuleValue, TimedValue } from './profile';
import { timed } from './reading';

/** A rule's value as a person reads it: `identity verified`; `one month, two months in all once extended`. */
export function valueText(value: RuleValue): string {
  const period = timed(value);
  if (period) return timedText(period);
  return [value as string | readonly string[]].flat().join(', ').replaceAll('-', ' ');
}

function timedText({ period, extended, kinds }: TimedValue): string {
  const length = periodText(period) + (extended ? `, ${periodText(extended)} in all once extended` : '');
  return kinds ? `${length} (${kinds.join(', ').replaceAll('-', ' ')})` : length;
}
