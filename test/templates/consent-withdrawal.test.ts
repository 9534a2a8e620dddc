import { consentWithdrawal } from '../../domain/cases/consent-withdrawal';
import type { LetterData, Said } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { MissingParagraph, renderLetter } from '../../templates/render';
import { sample } from './sample';

const templates = loadTemplates();
const letter = consentWithdrawal.letters['confirm-stopped'];
const logged: Said = { code: {}, text: { purposes: 'Surveys' }, rows: {} };
const data = (parts: LetterData['parts']): LetterData => sample({ parts, said: { 'log-request': logged } });

const text = (parts: LetterData['parts'] = { consequences: '' }, from = templates): string =>
  renderLetter(from, letter, data(parts)).text.replace(/\s+/g, ' ');

/** What the letter owes, with the provision, and the words by which it is known. */
const owed = [
  ['what stopped', 'Art 7(3)', 'we have stopped it: Surveys.'],
  ['that what was done before stays lawful', 'Art 7(3)', 'before you withdrew it stays lawful'],
  ['that it is as easy as agreeing was', 'Art 7(3)', 'it must be as easy as giving it'],
  ['that the data goes where nothing else holds it', 'Art 17(1)(b)', 'you do not have to ask for that'],
  ['the way to complain to us', 'DPA s.164A', 'the right to complain to us'],
  ['the regulator', 'Art 77; DPA s.165', 'You do not have to wait for us'],
] as const;

describe('The letter that confirms a withdrawal of consent (UK GDPR Art 7(3))', () => {
  test.each(owed)('says %s (%s)', (_what, _article, words) => {
    expect(text()).toContain(words);
  });

  test('tells what follows from it where something does, and is no hurdle where nothing does', () => {
    expect(text({ consequences: 'You get no prize draw.' })).toContain(
      'What this means for you You get no prize draw.',
    );
    expect(text()).not.toContain('What this means for you');
  });

  test('does not go without the word that earlier use stays lawful', () => {
    const without = {
      ...templates,
      render: (name: string, values: object) =>
        name.startsWith('partials/')
          ? templates.render(name, values)
          : templates
              .render(name, values)
              .replace(templates.render('partials/earlier-lawful', data({})), ''),
    };
    expect(() => text({ consequences: '' }, without)).toThrow(MissingParagraph);
  });
});
