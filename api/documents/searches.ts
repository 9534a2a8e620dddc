import type { SearchRow } from '../../register/documents';
import { longDate } from '../presentation/dates';
import type { Tag } from './words';

/** One search as the progress table shows it. */
export interface SearchView {
  readonly system: string;
  /** 2 for the second search of the same system, and so on; null for the first. */
  readonly again: number | null;
  readonly owner: string;
  readonly state: Tag;
  readonly task: string | null;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly due: string | null;
  readonly hits: string;
  readonly time: string;
  /** Terms, dates and reason for stopping, as the search log needs them (UK GDPR Art 15(1A)). */
  readonly how: string;
}

const states: Readonly<Record<SearchRow['state'], Tag>> = {
  asked: { text: 'Asked', colour: 'govuk-tag--yellow' },
  'nothing-found': { text: 'Nothing found', colour: 'govuk-tag--grey' },
  found: { text: 'Found', colour: 'govuk-tag--green' },
  cancelled: { text: 'Not needed any more', colour: 'govuk-tag--grey' },
};

export function searchViews(rows: readonly SearchRow[], systems: ReadonlyMap<string, string>): SearchView[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const nth = (times.get(row.system) ?? 0) + 1;
    times.set(row.system, nth);
    return {
      system: systems.get(row.system) ?? row.system,
      again: nth === 1 ? null : nth,
      owner: row.assigneeName ?? 'Nobody yet',
      state: states[row.state],
      task: row.state === 'asked' ? row.taskId : null,
      askedAt: row.askedAt,
      answeredAt: row.answeredAt,
      due: row.dueOn,
      hits: foundText(row),
      time: row.minutes === null ? '' : duration(row.minutes),
      how: howText(row),
    };
  });
}

/** How many of the searches are over; a cancelled one counts as over. */
export const searchCounts = (rows: readonly SearchRow[]): { all: number; answered: number } => ({
  all: rows.length,
  answered: rows.filter(({ state }) => state !== 'asked').length,
});

function foundText({ hits, documents }: SearchRow): string {
  if (hits === null) return documents === 0 ? '' : `${documents} added`;
  return documents === hits ? String(hits) : `${hits} (${documents} added)`;
}

const duration = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

function howText({ terms, from, until, stopped }: SearchRow): string {
  const range = [from && `from ${longDate(from)}`, until && `until ${longDate(until)}`]
    .filter(Boolean)
    .join(' ');
  return [terms, range, stopped && `Stopped because: ${stopped}`].filter(Boolean).join('\n');
}
