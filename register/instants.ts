import { atLondonTime, inUtc } from '../domain/calendar';
import type { Instant, IsoDate } from '../domain/clock/types';

/** An instant column as ISO 8601 in UTC, to the millisecond. */
export const instant = (at: Date): Instant => at.toISOString();

export const instantOrNull = (at: Date | null): Instant | null => at && instant(at);

/** A date column as a civil date. */
export const civil = (date: Date): IsoDate => date.toISOString().slice(0, 10);

export const civilOrNull = (date: Date | null): IsoDate | null => date && civil(date);

/** A civil date for a date column. */
export const dateColumn = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

/** An instant, or the beginning of a civil date in Europe/London, for an instant column. */
export const instantColumn = (at: Instant | IsoDate): Date =>
  new Date(at.length === 10 ? atLondonTime(at, '00:00') : inUtc(at));
