import { daysBetween, londonDate } from '../calendar';
import type { Deadline } from './types';

/** How a deadline moved between two computations of it: after a change of holidays, of law or of the record. */
export interface Movement {
  from: Deadline['due'];
  to: Deadline['due'];
  /** Calendar days; null where one of the two has no date. */
  days: number | null;
  /** A later date must be accepted by a person. */
  later: boolean;
  /** The steps of the new computation that the old one did not have, and the data that changed. */
  because: string[];
}

/** Null if the date did not move. */
export function compareDeadlines(before: Deadline, after: Deadline): Movement | null {
  if (before.dueInstant === after.dueInstant) return null;
  const days = before.due && after.due ? daysBetween(londonDate(before.due), londonDate(after.due)) : null;
  const later = !after.dueInstant || (before.dueInstant !== null && after.dueInstant > before.dueInstant);
  return { from: before.due, to: after.due, days, later, because: reasons(before, after) };
}

function reasons(before: Deadline, after: Deadline): string[] {
  const told = new Set(before.steps.map(({ text }) => text));
  return [
    ...(before.calendar === after.calendar
      ? []
      : [`Bank holidays: ${before.calendar} became ${after.calendar}.`]),
    ...(before.law.article === after.law.article
      ? []
      : [`Law: ${before.law.article} became ${after.law.article}.`]),
    ...after.steps.map(({ text }) => text).filter((text) => !told.has(text)),
  ];
}
