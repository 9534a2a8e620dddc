import { dayOfWeek, inLondon } from '../calendar';
import type { Instant, IsoDate } from './types';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `21 December 2026`, whatever the machine's locale. */
export function longDate(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** `Monday 21 December 2026`. */
export function weekdayDate(date: IsoDate): string {
  return `${weekdays[dayOfWeek(date) - 1]} ${longDate(date)}`;
}

/** A date as `weekdayDate`; a moment as `11:15 on Monday 29 March 2027 (BST)`, in UK time. */
export function when(at: IsoDate | Instant): string {
  if (at.length === 10) return weekdayDate(at);
  const local = inLondon(at);
  const zone = local.endsWith('+01:00') ? 'BST' : 'GMT';
  return `${local.slice(11, 16)} on ${weekdayDate(local.slice(0, 10))} (${zone})`;
}

/** `1 day`, `2 days`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
