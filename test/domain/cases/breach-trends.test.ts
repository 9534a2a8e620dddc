import { trendsOf, type Counted } from '../../../domain/cases/breach/trends';

const one = (change: Partial<Counted>): Counted => ({
  ...{ what: 'breach', cause: null, systems: [], happenedAt: null, awareAt: null, notifiedAt: null },
  reportedAt: '2026-11-22T10:00:00Z',
  ...change,
});

test('Trends count breaches by cause, system and month, near misses apart, and leave out what was none.', () => {
  const trends = trendsOf([
    one({ cause: 'phishing', systems: ['crm', 'mail'] }),
    one({ cause: 'phishing', systems: ['mail'], reportedAt: '2026-10-01T10:00:00Z' }),
    one({ what: null }),
    one({ what: 'near-miss', cause: 'phishing' }),
    one({ what: 'not-a-breach' }),
  ]);
  expect(trends).toMatchObject({ breaches: 3, nearMisses: 1 });
  expect(trends.byCause).toEqual([
    { id: 'phishing', count: 2 },
    { id: 'unknown', count: 1 },
  ]);
  expect(trends.bySystem).toEqual([
    { id: 'mail', count: 2 },
    { id: 'crm', count: 1 },
  ]);
  expect(trends.byMonth).toEqual([
    { id: '2026-10', count: 1 },
    { id: '2026-11', count: 2 },
  ]);
});

test('Times are elapsed hours across a clock change; a median of two is their middle, and late means after 72 hours.', () => {
  const { toAware, toNotify, notifiedLate } = trendsOf([
    one({
      happenedAt: '2026-10-24T12:00:00+01:00',
      awareAt: '2026-10-25T12:00:00+00:00',
      notifiedAt: '2026-10-28T12:00:00+00:00',
    }),
    one({
      happenedAt: '2026-11-01T12:00:00Z',
      awareAt: '2026-11-01T13:00:00Z',
      notifiedAt: '2026-11-04T14:00:00Z',
    }),
    one({ awareAt: '2026-11-01T12:00:00Z' }),
  ]);
  expect(toAware).toEqual({ of: 2, medianHours: 13, longestHours: 25 });
  expect(toNotify).toEqual({ of: 2, medianHours: 72.5, longestHours: 73 });
  expect(notifiedLate).toBe(1);
});
