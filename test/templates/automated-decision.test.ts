import { automatedDecision } from '../../domain/cases/automated-decision';
import type { LetterData, Said } from '../../templates/data';
import { EmptyPart } from '../../templates/helpers';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const { explain, 'outcome-letter': outcome } = automatedDecision.letters;
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const review: Said = {
  code: {},
  text: { considered: 'What the person said', newDecision: 'Band A.', reasons: 'Stairs count.' },
  rows: {},
};

function answer(change: LetterData['details']): string {
  const parts = { opening: '', explanation: '' };
  const said = { 'review-decision': review };
  return flat(renderLetter(templates, outcome, sample({ parts, said, details: { ...details, ...change } })).text);
}

describe('Letters about an automated decision (UK GDPR Art 22C)', () => {
  test('the explanation gives the logic, how it was applied here, and the other safeguards', () => {
    const data = sample({ parts: { applied: 'You have 12 points.' }, details });
    const text = flat(renderLetter(templates, explain, data).text);
    for (const words of ['scored against published criteria', 'You have 12 points.', 'a person looks at it, and contest it'])
      expect(text).toContain(words);
    const unwritten = sample({ parts: { applied: ' ' }, details });
    expect(() => renderLetter(templates, explain, unwritten)).toThrow(EmptyPart);
  });

  test.each([
    ['decision-stands', 'The decision stands.'],
    ['decision-retaken', 'They have decided anew, with the same result.'],
    ['decision-changed', 'It is now: Band A.'],
  ])('the outcome of a review that ended as %s says so, with the reasons', (result, words) => {
    const text = answer({ result });
    expect(text).toContain(words);
    expect(text).toContain('They considered: What the person said.');
    expect(text).toContain('Stairs count.');
  });

  test('says that a computer alone should not have taken it, where that is so (Art 22B)', () => {
    expect(answer({ result: 'decision-retaken', notPermitted: 'x' })).toContain('should not have been taken by computer alone');
    expect(answer({ result: 'decision-retaken' })).not.toContain('should not have been');
  });

  test('where the safeguards do not apply it owes the four paragraphs, and explains all the same', () => {
    const refused = { ...details, result: 'refused', refused: true, grounds: ['A person decided.'] };
    expect(Object.keys(mandatoryParagraphs(outcome, { details: refused })).sort()).toEqual([
      ...['complain-to-regulator', 'complain-to-us', 'judicial-remedy', 'why-refused'],
    ]);
    const text = answer(refused);
    expect(text).toContain('A person decided.');
    expect(text).toContain('Answers are scored against published criteria.');
  });
});
