import type { LetterDefinition } from '../domain/cases/definition';
import { refusalParagraphs } from '../domain/cases/shared-letters';
import type { LetterData } from './data';

/** Lines of Art 15(1) that are owed only "where that is the case": when personal data were found. */
const onlyWhenFound = ['purposes', 'categories', 'recipients', 'retention', 'rights', 'sources', 'automated-decisions', 'transfers'];

/** Withholding a part is refusing that part, so its paragraphs are owed as well. */
const whenWithheld = { reasons: 'UK GDPR Art 12(4)', 'judicial-remedy': 'UK GDPR Art 12(4); DPA s.167' };

/**
 * The paragraphs that this letter must contain, each with its article. A response that found nothing owes no
 * line about data (Art 15(1)); a letter that withholds or refuses something, as `details.refused` says of any kind,
 * owes what a refusal owes (Art 12(4)).
 */
export function mandatoryParagraphs(
  definition: Pick<LetterDefinition, 'mandatory'>,
  data: Pick<LetterData, 'details'>,
): Readonly<Record<string, string>> {
  const { result, refused } = data.details;
  if (refused === true) return { ...definition.mandatory, ...refusalParagraphs };
  if (result === 'answered-in-part') return { ...definition.mandatory, ...whenWithheld };
  if (result !== 'nothing-found') return definition.mandatory;
  return Object.fromEntries(Object.entries(definition.mandatory).filter(([key]) => !onlyWhenFound.includes(key)));
}
