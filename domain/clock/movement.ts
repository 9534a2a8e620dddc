import { compareInstants, daysBetween, londonDate } from '../calendar';
import type { Deadline, Instant, Movement } from './types';

/** Null if the date did not move. */
export function compareDeadlines(before: Deadline, after: Deadline): Movement | null {
  if (before.dueInstant === after.dueInstant) return null;
  const days = before.due && after.due ? daysBetween(londonDate(before.due), londonDate(after.due)) : null;
  const later = !after.dueInstant || (before.dueInstant !== null && after.dueInstant > before.dueInstant);
  return { from: before.due, to: after.due, days, later, because: reasons(before, after) };
}

/** What is known when a stored deadline meets a new computation of it. */
export interface Settling {
  /** The case's own events changed, or a person accepted the later date: whatever was computed counts. */
  mayMoveLater: boolean;
  asOf: Instant;
}

/**
 * The deadline that counts. Newer holidays, law or policy never make a date later by themselves: the stored
 * computation stands, and says which date waits for a person. An earlier date counts at once.
 *
 * @param stored the deadline as it stands; null for the first computation
 */
export function settleMovement(
  stored: Deadline | null,
  computed: Deadline,
  { mayMoveLater, asOf }: Settling,
): Deadline {
  if (!stored || mayMoveLater) return computed;
  const movement = compareDeadlines(stored, computed);
  if (!movement?.later) return computed;
  return { ...stored, state: stateAsOf(stored, asOf), awaiting: movement };
}

/** A date that stands may go by while a later one waits. */
function stateAsOf({ state, dueInstant }: Deadline, asOf: Instant): Deadline['state'] {
  return state === 'running' && dueInstant && compareInstants(asOf, dueInstant) > 0 ? 'overdue' : state;
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
