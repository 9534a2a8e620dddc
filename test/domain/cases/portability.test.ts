import { join } from 'node:path';
import {
  basisFault,
  failedTests,
  isPortable,
  portabilityOutcome,
  refusedScope,
  type PortabilityTest,
  type Tested,
} from '../../../domain/cases/portability/tests';
import { deadline } from '../../../domain/clock';
import { policyPeriod } from '../../../domain/organisation';
import { loadOrganisations } from '../../../register/organisations';

const yes: Tested = { basis: 'contract', automated: 'yes', provided: 'yes', publicTask: 'no' };

test.each<readonly [string, Partial<Tested>, readonly PortabilityTest[]]>([
  ['consent (Art 20(1)(a))', { basis: 'consent' }, []],
  ['explicit consent to special-category data (Art 9(2)(a))', { basis: 'explicit-consent' }, []],
  ['a contract (Art 20(1)(a))', {}, []],
  ['another basis (Art 20(1)(a))', { basis: 'none' }, ['basis']],
  ['paper files (Art 20(1)(b))', { automated: 'no' }, ['automated']],
  ['what was concluded and not provided (Art 20(1))', { provided: 'no' }, ['provided']],
  ['a public task (Art 20(3))', { publicTask: 'yes' }, ['publicTask']],
  [
    'paper files of a public task (Art 20(1)(b), (3))',
    { automated: 'no', publicTask: 'yes' },
    ['automated', 'publicTask'],
  ],
])('data on %s fails exactly the tests of the law', (_what, change, failed) => {
  const tested = { ...yes, ...change };
  expect(failedTests(tested)).toEqual(failed);
  expect(isPortable(tested)).toBe(failed.length === 0);
});

test('a basis that our record of processing does not name is not taken (Arts 5(2), 30(1))', () => {
  const recorded = { lawfulBasis: ['6(1)(b)'], specialCategoryConditions: ['9(2)(a)'] };
  expect(basisFault('contract', recorded)).toBeNull();
  expect(basisFault('explicit-consent', recorded)).toBeNull();
  expect(basisFault('none', recorded)).toBeNull();
  expect(basisFault('consent', recorded)).toContain('Art 6(1)(a)');
});

test('what fails a test is refused, in part or as a whole (Art 12(4))', () => {
  const no = { ...yes, provided: 'no' } as const;
  expect(refusedScope([yes, yes])).toBe('none');
  expect(refusedScope([yes, no])).toBe('part');
  expect(refusedScope([no])).toBe('all');
});

test.each([
  ['none', false, false, 'ported'],
  ['part', false, false, 'ported-in-part'],
  ['none', true, false, 'ported-in-part'],
  ['none', false, true, 'nothing-held'],
  ['none', true, true, 'refused'],
  ['part', false, true, 'refused'],
  ['all', false, true, 'refused'],
] as const)(
  'refused %s, withheld for others %s and empty %s ends as %s (Art 20(1), (4))',
  (refused, withheld, empty, outcome) => {
    expect(portabilityOutcome(refused, { withheld, empty })).toBe(outcome);
  },
);

test('an extended request ends after two months in all where the policy says so, and the law’s three stand beside it (Art 12A(3))', () => {
  const profiles = loadOrganisations(join(__dirname, '../../../organisations'));
  const dueAt = (id: string) =>
    deadline({
      ...{ timer: 'rights.response', kind: 'portability', nation: 'england-and-wales' },
      events: [
        { type: 'received', at: '2026-11-02' },
        { type: 'extended', at: '2026-11-20' },
      ],
      policy: policyPeriod(profiles.get(id), 'rights.response', 'portability'),
    });
  expect(dueAt('nottingham-city-homes')).toMatchObject({
    ...{ due: '2027-01-02', policyDue: '2027-01-02', statutoryDue: '2027-02-02' },
  });
  expect(dueAt('new-park-village')).toMatchObject({ due: '2027-02-02', statutoryDue: '2027-02-02' });
});
