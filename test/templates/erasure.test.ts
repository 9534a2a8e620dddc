import { erasure } from '../../domain/cases/erasure';
import type { LetterDefinition } from '../../domain/cases/definition';
import type { LetterData, Said } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { MissingParagraph, renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const letter: LetterDefinition = erasure.letters['outcome-letter'];
const parts = { opening: '', explanation: '' };

const assessed = (code: object = {}): Said => ({
  code: { recipients: ['contractors'], suppression: 'no', madePublic: 'no', ...code },
  text: { recipients: 'Meadow Repairs' },
  rows: {},
});
const whole = { ...details, result: 'erased', refused: false, erased: ['Photographs of your home'] };

function outcome(change: Partial<LetterData> = {}): string {
  const data = sample({ parts, details: whole, said: { 'assess-erasure': assessed() }, ...change });
  return renderLetter(templates, letter, data).text.replace(/\s+/g, ' ');
}

const at = (item: string, code: object) => ({ item, code, text: {}, rows: {} });

describe('The outcome of an erasure (UK GDPR Arts 12(4), 17, 19)', () => {
  test('says what is erased, who is told, and what stays in the file of the request', () => {
    const text = outcome();
    expect(text).toContain('Photographs of your home');
    expect(text).toContain('(Article 19 of the UK GDPR): Meadow Repairs.');
    expect(text).toContain('We do not keep the files that were added to your request');
    expect(text).not.toContain('ask a court to order');
  });

  test('says where it was erased, where not, and until when a backup lasts', () => {
    const text = outcome({
      every: {
        'carry-out': [
          at('Rents', { outcome: 'done', on: '2026-12-01', expiresOn: null }),
          at('Store', { outcome: 'expires', on: '2026-12-01', expiresOn: '2027-03-01' }),
          at('Court bundle', { outcome: 'impossible', on: '2026-12-01', expiresOn: null }),
        ] as never,
      },
    });
    expect(text).toContain('Rents: erased on 1 December 2026');
    expect(text).toContain('Store: erased on 1 December 2026, but a backup copy stays until 1 March 2027');
    expect(text).toContain('Court bundle: it could not be erased there; the reason is below');
  });

  test('says what is kept on a list so that it stays erased, and that other controllers are told (Art 17(2))', () => {
    const suppress: Said = { code: {}, text: { kept: 'Name and E-mail address' }, rows: {} };
    const said = { 'assess-erasure': assessed({ suppression: 'yes', madePublic: 'yes' }), suppress };
    const text = outcome({ said });
    expect(text).toContain('a list of what must not come back: Name and E-mail address.');
    expect(text).toContain('(Article 17(2) of the UK GDPR)');
    expect(outcome()).not.toContain('Article 17(2)');
  });

  test('owes the four paragraphs where anything is kept, and does not go without them', () => {
    const part = { ...whole, result: 'erased-in-part', refused: true, grounds: ['“Repairs”: a claim.'] };
    expect(Object.keys(mandatoryParagraphs(letter, { details: part })).sort()).toEqual([
      'complain-to-regulator',
      'complain-to-us',
      'judicial-remedy',
      'why-refused',
    ]);
    const text = outcome({ details: part });
    for (const words of ['“Repairs”: a claim.', 'section 164A', 'ask a court to order'])
      expect(text).toContain(words);
    const without = { ...templates, render: maimed };
    const data = sample({ parts, details: part, said: { 'assess-erasure': assessed() } });
    expect(() => renderLetter(without, letter, data)).toThrow(MissingParagraph);
  });

  test('names no reason where stating it would defeat the exemption', () => {
    const limited = { ...whole, erased: [], refused: true, limitReasons: true, grounds: ['“Secret”: never.'] };
    expect(outcome({ details: limited })).not.toContain('Secret');
  });
});

/** A template from which the judicial remedy fell out. */
function maimed(name: string, data: object): string {
  const html = templates.render(name, data);
  return name.startsWith('partials/') ? html : html.replace(templates.render('partials/judicial-remedy', data), '');
}
