import { portability } from '../../domain/cases/portability';
import type { LetterData } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const letter = portability.letters.respond;

function answer(change: LetterData['details'], said: LetterData['said'] = {}): string {
  const parts = { opening: '', explanation: '' };
  const data = sample({ parts, said, details: { ...details, result: 'ported', ...change } });
  return renderLetter(templates, letter, data).text.replace(/\s+/g, ' ');
}

describe('The answer to a portability request (UK GDPR Arts 12(4), 20)', () => {
  test('says what is in the archive, of which use of the data, and that it is free', () => {
    const text = answer({ purposes: ['Letting homes'] });
    for (const words of ['It costs you nothing.', 'once as JSON, and once as tables (CSV)', 'Letting homes'])
      expect(text).toContain(words);
    expect(text).not.toContain('What is not handed over');
  });

  test('owes the four paragraphs where anything is refused, and points to the copy under Article 15', () => {
    const refused = { ...details, result: 'ported-in-part', refused: true, grounds: ['“CCTV”: it rests on our interest.'] };
    expect(Object.keys(mandatoryParagraphs(letter, { details: refused })).sort()).toEqual([
      ...['complain-to-regulator', 'complain-to-us', 'judicial-remedy', 'why-refused'],
    ]);
    const text = answer(refused);
    expect(text).toContain('“CCTV”: it rests on our interest.');
    expect(text).toContain('Article 15 of the UK GDPR');
  });

  test('says when it went straight to the other controller, or why it could not (Art 20(2))', () => {
    const transmit = { code: { on: '2026-12-01' }, text: {}, rows: {} };
    const sent = answer({ enclosed: false, transmitted: true }, { transmit });
    expect(sent).toContain('directly to the organisation that you named, on 1 December 2026');
    expect(sent).not.toContain('What you receive');
    expect(answer({ notFeasible: 'They have no way to take it.' })).toContain('They have no way to take it.');
  });
});
