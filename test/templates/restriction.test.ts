import type { LetterDefinition } from '../../domain/cases/definition';
import { restriction } from '../../domain/cases/restriction';
import type { LetterData, Said } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { MissingParagraph, renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const letters: Readonly<Record<string, LetterDefinition>> = restriction.letters;

const said = (code: Said['code'], text: Said['text']): Said => ({ code, text, rows: {} });

const values = (refused: boolean): LetterData =>
  sample({
    parts: {
      ...{ opening: '', remarks: '', explanation: 'The rest is needed for repairs.', notice: 'Keep it, unused.' },
      ...{ reasons: 'The account was right.', asked: 'A bill.' },
    },
    details: { ...details, change: 'restricted', refused, grounds: refused ? ['It is right as it is.'] : [] },
    said: {
      'assess-grounds': said(
        { grounds: ['accuracy', 'unlawful', 'claims', 'objection'] },
        { what: 'The arrears.', reviewOn: '5 January 2027', recipients: 'Meadow Repairs' },
      ),
      'review-restriction': said({ endings: ['accuracy-verified'] }, {}),
    },
  });

const rendered = (letter: string, refused: boolean, from = templates): string =>
  renderLetter(from, letters[letter]!, values(refused)).text.replace(/\s+/g, ' ');

/** Of each letter: what it must contain, the provision, and the words by which that is known. */
const owed: readonly (readonly [letter: string, refused: boolean, paragraph: string, article: string, words: string])[] = [
  ['outcome-letter', false, 'while-restricted', 'Art 18(2)', 'it is used for nothing else unless you agree'],
  ['outcome-letter', false, 'told-before-lifting', 'Art 18(3)', 'We will write to you before we do'],
  ['outcome-letter', false, 'complain-to-us', 's.164A', 'the right to complain to us'],
  ['outcome-letter', false, 'complain-to-regulator', 's.165', 'You do not have to wait for us'],
  ['outcome-letter', true, 'why-refused', 'Art 12(4)(a)', 'It is right as it is.'],
  ['outcome-letter', true, 'judicial-remedy', 's.167', 'ask a court to order'],
  ['lift-notice', false, 'before-lifting', 'Art 18(3)', 'Nothing is lifted before this notice has reached you'],
  ['lift-notice', false, 'complain-to-us', 's.164A', 'the right to complain to us'],
  ['lift-notice', false, 'complain-to-regulator', 's.165', 'You do not have to wait for us'],
  ['lift-notice', false, 'judicial-remedy', 's.167', 'ask a court to order'],
  ['refusal-letter', true, 'why-refused', 'Art 12(4)(a)', 'It is right as it is.'],
  ['refusal-letter', true, 'complain-to-us', 's.164A', 'the right to complain to us'],
  ['refusal-letter', true, 'complain-to-regulator', 's.165', 'You do not have to wait for us'],
  ['refusal-letter', true, 'judicial-remedy', 's.167', 'ask a court to order'],
  ['notify-recipient', false, 'recipient-duty', 'Art 19', 'the data was restricted'],
];

describe('Letters about a restriction (UK GDPR Arts 12(4), 18, 19)', () => {
  test.each(owed)('%s (refused: %s) owes %s (%s), and does not go without it', (letter, refused, name, article, words) => {
    expect(mandatoryParagraphs(letters[letter]!, values(refused))[name]).toContain(article);
    expect(rendered(letter, refused)).toContain(words);
    const without = {
      ...templates,
      render: (template: string, data: object) =>
        template.startsWith('partials/')
          ? templates.render(template, data)
          : templates.render(template, data).replace(templates.render(`partials/${name}`, data), ''),
    };
    expect(() => rendered(letter, refused, without)).toThrow(MissingParagraph);
  });

  test('the outcome names each ground with its article, where it was marked, and when it is looked at again', () => {
    const text = rendered('outcome-letter', false);
    for (const words of ['18(1)(a)', '18(1)(b)', '18(1)(c)', '18(1)(d)', 'The arrears.', 'on 5 January 2027'])
      expect(text).toContain(words);
  });

  test('a recipient is told when it is lifted, and that the person was told before (Arts 18(3), 19)', () => {
    expect(rendered('notify-lifted', false)).toContain('has been lifted, and they were told before');
  });
});
