import { addDays } from '../../../domain/calendar';
import { deadline } from '../../../domain/clock';
import type { AspectName, Rule } from '../../../domain/organisation';
import { loadProfile, policyAgainstLaw, policyPeriod } from '../../../domain/organisation';
import { aspectNames, aspects } from '../../../domain/organisation/aspects';
import type { Floor } from '../../../domain/organisation/aspects/floor';
import { lawFindings } from '../../../domain/organisation/policy-check';
import { changed, mistakesIn, profileOf } from './profiles';

const file = 'new-park-village.yaml';

const original = profileOf('new-park-village');

/** A rule under test, in the place of New Park Village's own on that point if it has one. */
function ruled(aspect: AspectName, applied: unknown, said?: unknown) {
  const own = original.rules.findIndex((rule) => rule.aspect === aspect && aspect !== 'period');
  const rule = {
    id: 'under-test',
    aspect,
    about: [],
    policySays: { text: 'As the test has it.', ...(said === undefined ? {} : { value: said }) },
    applied,
    why: 'A test.',
  };
  return { at: own < 0 ? original.rules.length : own, rule };
}

/** New Park Village's YAML with that rule. */
function withRule(...point: Parameters<typeof ruled>): string {
  const { at, rule } = ruled(...point);
  return changed('new-park-village', (document) => {
    if (at === original.rules.length) document.addIn(['rules'], document.createNode(rule));
    else document.setIn(['rules', at], document.createNode(rule));
  });
}

/** A value just below the floor. */
function lax(floor: Floor): unknown {
  switch (floor.takes) {
    case 'choice':
      return Object.keys(floor.choices).find((choice) => floor.choices[choice] === 'laxer');
    case 'at-least':
      return floor.members.slice(1);
    case 'at-most':
      return [...floor.members, floor.others?.[0]];
    case 'period':
      return undefined;
  }
}

const laxer = aspectNames
  .map((name) => [aspects[name].title, name, lax(aspects[name]), aspects[name].article] as const)
  .filter(([, , value]) => value !== undefined);

test('Every point of law but password expiry has a value that is too lax.', () => {
  expect(aspectNames.filter((name) => !laxer.some(([, one]) => one === name))).toEqual([
    'period',
    'passwords.expiry',
  ]);
});

describe('An applied rule that is laxer than the law is refused', () => {
  test.each(laxer)('%s: %s %j (%s)', (_, aspect, value, article) => {
    const { at, rule } = ruled(aspect, value);
    const rules = original.rules.toSpliced(at, 1, rule as Rule);
    const [finding, ...others] = lawFindings({ ...original, rules });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ article, path: ['rules', at, 'applied'] });
    expect(finding?.found).toContain('laxer than the law');
  });

  test.each([
    ['delays a start', 'clock.start', 'identity-verified', 'UK GDPR Article 12A(2)'],
    ['adds a stop', 'clock.stops', ['access-clarification', 'identity-checking'], 'UK GDPR Article 12A(5)'],
    ['stops another right', 'clock.stops', ['clarification-of-any-right'], 'UK GDPR Article 12A(5)'],
    ['requires a channel', 'request.channels', ['letter'], 'UK GDPR Articles 12(2) and 15 to 22'],
    [
      'drops a mandatory paragraph',
      'refusal.paragraphs',
      ['reasons', 'complain-to-regulator'],
      'UK GDPR Article 12(4)',
    ],
    [
      'widens an extension',
      'extension.grounds',
      ['complexity', 'number', 'workload'],
      'UK GDPR Article 12A(3)',
    ],
    [
      'gives a later date',
      'period',
      { timer: 'rights.response', period: '40 days' },
      'UK GDPR Article 12A(1)',
    ],
    [
      'gives a later date once extended',
      'period',
      { timer: 'rights.response', period: '1 month', extended: '4 months' },
      'UK GDPR Article 12A(3)',
    ],
    [
      'extends marketing objections',
      'period',
      { timer: 'objection.marketing', period: '1 month' },
      'UK GDPR Article 21(3)',
    ],
    [
      'reports a breach late',
      'period',
      { timer: 'breach.regulator', period: '96 hours' },
      'UK GDPR Article 33(1)',
    ],
    [
      'keeps an appropriate policy document too briefly',
      'period',
      { timer: 'appropriatePolicyDocument.keep', period: '3 months' },
      'DPA 2018 Schedule 1 paragraph 40',
    ],
  ] as const)('if it %s: %s %j (%s)', (_, aspect, value, article) => {
    expect(mistakesIn(withRule(aspect, value), file)).toMatchObject([{ article }]);
  });
});

describe('A rule that is stricter than the law is taken', () => {
  test.each([
    ['shortens a period', 'period', { timer: 'rights.response', period: '28 days' }],
    [
      'shortens an extension',
      'period',
      { timer: 'rights.response', period: '1 month', extended: '2 months' },
    ],
    [
      'adds a paragraph',
      'refusal.paragraphs',
      [
        'reasons',
        'complain-to-us',
        'complain-to-regulator',
        'judicial-remedy',
        'how-to-ask-for-an-internal-review',
      ],
    ],
    ['never stops the clock', 'clock.stops', []],
    ['counts from receipt whatever is asked', 'clock.start', 'receipt'],
    ['assesses every project', 'dpia.when', 'every-new-project'],
  ] as const)('if it %s', (_, aspect, value) => {
    const profile = loadProfile(withRule(aspect, value, value), file);
    expect(policyAgainstLaw(profile).find(({ rule }) => rule === 'under-test')?.verdict).toBe('stricter');
  });
});

describe('A period that cannot be compared in general', () => {
  const taken = (period: string) => {
    const value = { timer: 'rights.response', period };
    const profile = loadProfile(withRule('period', value, value), file);
    const policy = policyPeriod(profile, 'rights.response', 'subject-access');
    const { nation } = profile;
    return {
      verdict: policyAgainstLaw(profile).find(({ rule }) => rule === 'under-test')?.verdict,
      from: (received: string) =>
        deadline({
          timer: 'rights.response',
          kind: 'subject-access',
          nation,
          events: [{ type: 'received', at: received }],
          ...(policy && { policy }),
        }),
    };
  };

  test('P1: “30 days” from 10 February 2026 would end on 12 March, so the law’s 10 March is used (UK GDPR Art 12A(1)).', () => {
    const { verdict, from } = taken('30 days');
    expect(verdict).toBe('capped');
    expect(from('2026-02-10')).toMatchObject({
      policyDue: '2026-03-12',
      statutoryDue: '2026-03-10',
      due: '2026-03-10',
    });
  });

  test('“20 working days” is capped case by case, and the page says so (UK GDPR Art 12A(1)).', () => {
    expect(taken('20 working days').verdict).toBe('capped');
  });

  test('P3: “28 days” is never later than one month, from any day of four years (UK GDPR Art 12A(1)).', () => {
    const { verdict, from } = taken('28 days');
    expect(verdict).toBe('stricter');
    for (let day = 0; day < 1461; day += 1) {
      const clock = from(addDays('2026-02-05', day));
      expect(clock.due).toBe(clock.policyDue);
      expect((clock.policyDue as string) <= (clock.statutoryDue as string)).toBe(true);
    }
  });
});

test('A period for a kind of case that its timer does not know is refused.', () => {
  const text = withRule('period', { timer: 'complaint.ack', kinds: ['breach'], period: '5 days' });
  expect(mistakesIn(text, file)).toMatchObject([{ allowed: expect.stringContaining('complaint') }]);
});

test('An extended total that is no longer than the period is refused.', () => {
  const text = withRule('period', { timer: 'rights.response', period: '1 month', extended: '20 days' });
  expect(mistakesIn(text, file)).toMatchObject([
    { allowed: expect.stringContaining('longer than the period') },
  ]);
});

test('Two rules on one point are refused, because it would be open which of them is applied.', () => {
  const text = changed('new-park-village', (document) =>
    document.addIn(['rules'], document.createNode({ ...original.rules[0], id: 'again' })),
  );
  expect(mistakesIn(text, file)).toMatchObject([
    { allowed: expect.stringContaining('channels speaks on it already') },
  ]);
});
