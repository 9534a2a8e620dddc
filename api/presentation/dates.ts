const LONDON = 'Europe/London';

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, hour: '2-digit', minute: '2-digit' });
const iso = new Intl.DateTimeFormat('en-CA', {
  timeZone: LONDON,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

type When = string | Date | null | undefined;

/** `21 December 2026`, in Europe/London; nothing for no date. Takes civil dates and instants. */
export const longDate = (when: When): string => written(when, (date) => day.format(date));

/** `21 Dec 2026`, for tables. */
export const shortDate = (when: When): string => written(when, (date) => shortDay.format(date));

/** `21 Dec 2026`, and `21 Dec 2026, 14:05` for an instant, for tables. */
export const shortDateTime = (when: When): string =>
  written(when, (date) =>
    isDay(when) ? shortDay.format(date) : `${shortDay.format(date)}, ${clock.format(date)}`,
  );

/** `21 December 2026 at 14:05`; a day alone where no time of day is known. */
export const dateTime = (when: When): string => (isDay(when) ? longDate(when) : withTime(when));

const withTime = (when: When): string =>
  written(when, (date) => `${day.format(date)} at ${clock.format(date)}`);

/** The civil date in Europe/London of an instant: `2026-12-21`. */
export const londonDay = (when: Date): string => iso.format(when);

/** The time of day in Europe/London of an instant: `14:05`. */
export const londonTime = (when: Date): string => clock.format(when);

function written(when: When, write: (date: Date) => string): string {
  if (!when) return '';
  // A civil date is shown as it stands: noon keeps it on its day whatever the offset.
  const date = isDay(when) ? new Date(`${when}T12:00:00Z`) : new Date(when);
  return write(date);
}

const isDay = (when: When): when is string => typeof when === 'string' && /^\d{4}-\d\d-\d\d$/.test(when);

/** Whether this is a day that exists, written `2026-03-27`. */
export function isCivilDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/**
 * The instant of a civil date and a time of day in Europe/London, with its offset: `2026-03-27T14:30:00+00:00`. Of the
 * hour that comes twice in autumn it is the first, so that no period ends later than it may.
 */
export function londonInstant(date: string, time: string): string | null {
  if (!isCivilDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const offset = ['+01:00', '+00:00'].find((candidate) => {
    const moment = new Date(`${date}T${time}:00${candidate}`);
    return iso.format(moment) === date && clock.format(moment) === time;
  });
  return offset === undefined ? null : `${date}T${time}:00${offset}`;
}

/**
 * When something took effect: a day alone where only a day was typed, which the record keeps as its first moment
 * in London or as noon in Greenwich.
 */
export function effectiveText(at: string): string {
  const moment = new Date(at);
  const day = londonDay(moment);
  const kept = [londonInstant(day, '00:00'), `${day}T12:00:00Z`];
  const isDay = kept.some((one) => one !== null && new Date(one).getTime() === moment.getTime());
  return isDay ? longDate(day) : dateTime(at);
}
