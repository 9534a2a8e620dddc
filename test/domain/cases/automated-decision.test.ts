import {
  decisionOutcome,
  notPermitted,
  reviewFault,
  safeguardsApply,
  STRICTER_POLICY,
  type Circumstances,
  type NotPermitted,
} from '../../../domain/cases/automated-decision/rules';

const decision: Circumstances = {
  ...{ solelyAutomated: 'yes', significant: 'yes', basis: '6(1)(b)', specialCategory: 'no' },
};

test.each([
  ['yes', 'yes', true],
  ['yes', 'no', false],
  ['no', 'yes', false],
] as const)(
  'solely automated %s and significant %s: the safeguards apply is %s (Arts 22A, 22C(1))',
  (solelyAutomated, significant, apply) => {
    expect(safeguardsApply({ solelyAutomated, significant })).toBe(apply);
  },
);

test.each<readonly [string, Partial<Circumstances>, NotPermitted | null]>([
  ['on a contract is permitted', {}, null],
  ['on legitimate interests is permitted (Art 22B does not forbid it)', { basis: '6(1)(f)' }, null],
  ['on a recognised legitimate interest never is (Art 22B(4))', { basis: '6(1)(ea)' }, 'recognised-interest'],
  [
    'on special-category data without more is not (Art 22B(1))',
    { specialCategory: 'yes', condition: 'none' },
    'special-category',
  ],
  [
    'on special-category data with explicit consent is (Art 22B(2))',
    { specialCategory: 'yes', condition: 'explicit-consent' },
    null,
  ],
  ['on special-category data by law is (Art 22B(3))', { specialCategory: 'yes', condition: 'law' }, null],
  ['with a person involved is no matter of Art 22B', { solelyAutomated: 'no', basis: '6(1)(ea)' }, null],
])('a significant decision %s', (_what, change, rule) => {
  expect(notPermitted({ ...decision, ...change })).toBe(rule);
});

test('a policy that keeps the older ban permits only contract, law and explicit consent', () => {
  const bases = ['6(1)(a)', '6(1)(b)', '6(1)(c)', '6(1)(d)', '6(1)(e)', '6(1)(f)'] as const;
  const forbidden = bases.filter(
    (basis) => notPermitted({ ...decision, basis }, [STRICTER_POLICY]) === 'policy',
  );
  expect(forbidden).toEqual(['6(1)(a)', '6(1)(d)', '6(1)(e)', '6(1)(f)']);
});

test('consent is not explicit by itself: it is asked', () => {
  const consent = { ...decision, basis: '6(1)(a)' } as const;
  expect(notPermitted({ ...consent, explicitConsent: 'yes' }, [STRICTER_POLICY])).toBeNull();
  expect(notPermitted({ ...consent, explicitConsent: 'no' }, [STRICTER_POLICY])).toBe('policy');
});

test('a decision taken before 5 February 2026 is judged by Article 22 as it then was (SI 2026/82 reg 5)', () => {
  const by = (basis: '6(1)(b)' | '6(1)(e)' | '6(1)(ea)', madeOn: string) =>
    notPermitted({ ...decision, basis, madeOn });
  expect(by('6(1)(e)', '2026-02-04')).toBe('former-law');
  expect(by('6(1)(e)', '2026-02-05')).toBeNull();
  expect(by('6(1)(ea)', '2026-02-04')).toBe('former-law');
  expect(by('6(1)(b)', '2026-02-04')).toBeNull();
});

test('what was not permitted cannot stand: a person decides anew (Art 22B)', () => {
  expect(reviewFault('stands', 'special-category')).toContain('Art 22B(1)–(3)');
  expect(reviewFault('retaken', 'special-category')).toBeNull();
  expect(reviewFault('changed', 'special-category')).toBeNull();
  expect(reviewFault('stands', null)).toBeNull();
});

test('the case ends as the review did, or explained where none was wanted', () => {
  expect([null, 'stands', 'retaken', 'changed'].map((one) => decisionOutcome(one as never))).toEqual([
    ...['explained', 'decision-stands', 'decision-retaken', 'decision-changed'],
  ]);
});
