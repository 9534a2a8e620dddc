/** Whether a processor told us of a breach in time (UK GDPR Art 33(2)), in words. */
import type { Period } from '../../clock/types';

const hoursIn: Readonly<Record<string, number>> = { hours: 1, days: 24, weeks: 168 };

/**
 * @param hours from its awareness until we heard of it; null where that is not known
 * @param within what the profile asks of processors
 */
export function toldInTime(hours: number | null, within: Period): string {
  if (hours === null) return 'Not known when the processor became aware';
  const allowed = within.count * (hoursIn[within.unit] ?? 24);
  const shown = `after ${Math.round(hours * 10) / 10} hours; it must within ${within.count} ${within.unit}`;
  return hours <= allowed
    ? `The processor told us in time, ${shown}`
    : `The processor told us late, ${shown}`;
}
