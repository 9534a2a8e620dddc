import type { Disclosure } from '../../../domain/cases/subject-access/disclosure';
import { resultRefusal, reviewCodes } from '../../../domain/cases/subject-access/disclosure';

type Row = readonly [result: string, decisions: readonly Disclosure[], says: RegExp | null];

test.each<Row>([
  ['answered', ['release', 'already-held'], null],
  ['answered', ['release', 'withhold'], /1 item is withheld or redacted/],
  ['answered', ['release-redacted', 'withhold'], /2 items are withheld or redacted/],
  ['answered-in-part', ['release', 'withhold'], null],
  ['answered-in-part', ['release', 'not-this-person'], /Nothing is withheld or redacted/],
  ['nothing-found', ['not-this-person', 'out-of-scope'], null],
  ['nothing-found', ['release'], /The search found something: 1 item is to be released/],
  ['nothing-found', ['withhold'], /The search found something/],
])('Art 15(1): an answer “%s” to items decided as %j is checked against them', (result, decisions, says) => {
  if (says === null) expect(resultRefusal(result, decisions)).toBeNull();
  else expect(resultRefusal(result, decisions)).toMatch(says);
});

test.each([
  [[{ decision: 'withhold', exemption: 'sch2-16' }], ['withhold'], true],
  [[{ decision: 'withhold', exemption: 'sch2-16' }], ['sch2-19'], false],
  [[{ decision: 'release-redacted', exemption: 'sch2-19' }], ['withhold', 'sch2-19'], true],
  [[{ decision: 'release', exemption: null }], ['withhold', 'sch2-19'], false],
] as const)(
  'Art 39(1)(a): a review of %j asks the DPO, who is asked about %j: %s',
  (items, asked, needed) => {
    expect(reviewCodes(items, asked).adviceNeeded).toBe(needed);
  },
);

test('a review counts what goes, what goes redacted and what is withheld', () => {
  const items = (['release', 'withhold', 'release-redacted', 'release', 'duplicate'] as const).map(
    (decision) => ({ decision, exemption: null }),
  );
  expect(reviewCodes(items, [])).toEqual({ adviceNeeded: false, released: 2, redacted: 1, withheld: 1 });
});
