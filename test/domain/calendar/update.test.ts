import official from '../../../domain/calendar/bank-holidays.json';
import { nations } from '../../../domain/calendar';
import { DamagedFile, prepareUpdate, type OfficialFile } from '../../../domain/calendar/update';

const present = official as OfficialFile;
type Events = OfficialFile['scotland']['events'];

/** The present file with the holidays of every nation changed. */
function changed(change: (events: Events, nation: string) => Events): OfficialFile {
  return Object.fromEntries(
    nations.map((nation) => [nation, { division: nation, events: change(present[nation].events, nation) }]),
  ) as OfficialFile;
}

const nextYear = (events: Events): Events => [
  ...events,
  ...events
    .filter(({ date }) => date.startsWith('2028-'))
    .map((event) => ({ ...event, date: event.date.replace('2028-', '2029-') })),
];
const prepare = (newer: unknown) => prepareUpdate(present, newer, '2026-02');

test('A newer year is shown and taken.', () => {
  const { differences, merged } = prepare(changed(nextYear));

  expect(differences).toHaveLength(27);
  expect(differences[0]).toBe('+ 2029-01-03 New Year’s Day (England and Wales)');
  expect(merged.scotland.events.at(-1)?.date).toBe('2029-12-26');
});

test('Years that GOV.UK no longer lists are kept.', () => {
  const { differences, kept, merged } = prepare(
    changed((events) => nextYear(events).filter(({ date }) => date >= '2019')),
  );

  expect(kept).toBe('2012 to 2018');
  expect(merged.scotland.events[0]?.date).toBe('2012-01-02');
  expect(differences.every((line) => line.startsWith('+ 2029'))).toBe(true);
});

test('A proclaimed holiday is an addition, a moved future one an addition and a removal.', () => {
  const { differences } = prepare(
    changed((events, nation) =>
      nation === 'scotland'
        ? [
            ...events.map((event) =>
              event.date === '2027-05-03' ? { ...event, date: '2027-05-10' } : event,
            ),
            { title: 'A proclaimed day', date: '2026-06-15', notes: '', bunting: true },
          ]
        : events,
    ),
  );

  expect(differences.sort()).toEqual([
    '+ 2026-06-15 A proclaimed day (Scotland)',
    '+ 2027-05-10 Early May bank holiday (Scotland)',
    '- 2027-05-03 Early May bank holiday (Scotland)',
  ]);
});

test('The same file is no difference.', () => {
  expect(prepare(present).differences).toEqual([]);
});

test.each<[string, unknown, string]>([
  ['no file at all', null, 'no holidays for England and Wales'],
  ['a nation missing', { ...present, scotland: undefined }, 'no holidays for Scotland'],
  [
    'a nation emptied',
    { ...present, scotland: { division: 'scotland', events: [] } },
    'no holidays for Scotland',
  ],
  ['the last year lost', changed((events) => events.filter(({ date }) => date < '2028')), 'in 2028'],
  [
    'a year in the middle lost',
    changed((events) => events.filter(({ date }) => !date.startsWith('2024'))),
    'in 2024',
  ],
  ['most years lost', changed((events) => events.filter(({ date }) => date >= '2026')), 'in 2022'],
  ['half a year lost', changed((events) => events.filter(({ date }) => date < '2028-06')), 'in 2028'],
  [
    'a holiday without a title',
    changed((events) => events.map((event, index) => (index ? event : { ...event, title: '' }))),
    'without a title or a date',
  ],
  [
    'a day that does not exist',
    changed((events) => events.map((event, index) => (index ? event : { ...event, date: '2012-02-30' }))),
    'without a title or a date',
  ],
  ['a holiday twice', changed((events) => [...events, events[0] as Events[number]]), 'has 2012-01-02 twice'],
  [
    'a past holiday lost',
    changed((events) => events.filter(({ title }) => !title.includes('coronation'))),
    'is missing, although it was past',
  ],
])('%s is refused.', (_name, newer, reason) => {
  expect(() => prepare(newer)).toThrow(DamagedFile);
  expect(() => prepare(newer)).toThrow(reason);
});
