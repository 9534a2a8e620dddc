import {
  comparePolicy,
  parsePeriod,
  periodText,
  type PolicyPeriod,
  type TimerName,
} from '../../../domain/clock';

const period = (text: string): PolicyPeriod => parsePeriod(text) as PolicyPeriod;

test.each<[string, TimerName, string]>([
  ['28 days', 'rights.response', 'stricter'],
  ['4 weeks', 'rights.response', 'stricter'],
  ['15 working days', 'rights.response', 'stricter'],
  ['1 month', 'rights.response', 'equal'],
  ['30 days', 'rights.response', 'capped-case-by-case'],
  ['20 working days', 'rights.response', 'capped-case-by-case'],
  ['31 days', 'rights.response', 'laxer'],
  ['40 days', 'rights.response', 'laxer'],
  ['2 months', 'rights.response', 'laxer'],
  ['30 working days', 'rights.response', 'laxer'],
  ['72 hours', 'breach.regulator', 'equal'],
  ['24 hours', 'breach.regulator', 'stricter'],
  ['2 days', 'breach.regulator', 'stricter'],
  ['3 days', 'breach.regulator', 'laxer'],
  ['5 working days', 'complaint.ack', 'stricter'],
  ['1 month', 'complaint.ack', 'capped-case-by-case'],
  ['20 working days', 'foi.response', 'equal'],
  ['20 working days', 'complaint.outcome', 'policy-alone'],
  ['12 months', 'dpia.review', 'policy-alone'],
  ['1 year', 'appropriatePolicyDocument.keep', 'stricter'],
  ['3 months', 'appropriatePolicyDocument.keep', 'laxer'],
])('A policy of %s for %s is judged %s.', (policy, timer, verdict) => {
  expect(comparePolicy(period(policy), timer).verdict).toBe(verdict);
});

test('A laxer policy is refused with the article and the reason.', () => {
  expect(comparePolicy(period('2 months'), 'rights.response')).toEqual({
    verdict: 'laxer',
    article: 'UK GDPR Article 12A(1)',
    text: 'The policy’s two months is laxer than the law’s one month and cannot be applied.',
  });
});

test('UK GDPR Article 12A(3): an extended total of two months is stricter than three, four months laxer.', () => {
  const verdict = (extended: string) =>
    comparePolicy({ ...period('1 month'), extended: period(extended) }, 'rights.response');

  expect(verdict('2 months').verdict).toBe('equal');
  expect(verdict('4 months')).toMatchObject({ verdict: 'laxer', article: 'UK GDPR Article 12A(3)' });
});

test('An extension that the law does not give is laxer.', () => {
  const policy = { ...period('20 days'), extended: period('25 days') };

  expect(comparePolicy(policy, 'complaint.ack')).toMatchObject({
    verdict: 'laxer',
    article: 'DPA 2018 section 164A(3)',
  });
});

describe('periods as people write them', () => {
  test.each([
    ['28 days', { count: 28, unit: 'days' }, '28 days'],
    ['1 day', { count: 1, unit: 'days' }, 'one day'],
    ['20 working days', { count: 20, unit: 'working-days' }, '20 working days'],
    ['1 Month', { count: 1, unit: 'months' }, 'one month'],
    ['72 hours', { count: 72, unit: 'hours' }, '72 hours'],
    ['2 years', { count: 2, unit: 'years' }, 'two years'],
  ])('%s', (text, period, words) => {
    expect(parsePeriod(text)).toEqual(period);
    expect(periodText(parsePeriod(text) as PolicyPeriod)).toBe(words);
  });

  test.each([
    '',
    '28',
    'days',
    '0 days',
    '-1 days',
    '1.5 months',
    'a month',
    '28 day old',
    '2 fortnights',
    '99999 days',
  ])('"%s" is no period', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});
