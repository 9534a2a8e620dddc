import { inLondon } from '../calendar';
import type { Instant } from './types';
import { longDate } from './words';

/** A moment to the minute, with its offset so that a clock change deceives nobody: `11:15 on 29 March 2027 (UTC+1)`. */
export function momentText(at: Instant): string {
  const local = inLondon(at);
  const offset = local.endsWith('+01:00') ? 'UTC+1, British Summer Time' : 'UTC, Greenwich Mean Time';
  return `${local.slice(11, 16)} on ${longDate(local.slice(0, 10))} (${offset})`;
}

/** Elapsed time in hours and minutes: `61 hours 5 minutes`. */
export function elapsedText(from: Instant, until: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const some = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  return `${some(hours, 'hour')} ${some(rest, 'minute')}`;
}
