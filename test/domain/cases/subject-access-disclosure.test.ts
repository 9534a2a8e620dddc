import type { Disclosure } from '../../../domain/cases/subject-access/disclosure';
import { resultRefusal } from '../../../domain/cases/subject-access/disclosure';

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
