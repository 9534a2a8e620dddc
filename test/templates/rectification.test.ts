import { rectification } from '../../domain/cases/rectification';
import type { LetterDefinition } from '../../domain/cases/definition';
import type { LetterData, RowSaid, Said } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { MissingParagraph, renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const letter = (name: keyof typeof rectification.letters): LetterDefinition => rectification.letters[name];

const row = (codes: Record<string, string>, words: Record<string, string>): RowSaid =>
  ({ what: '', shouldBe: '', statement: '', reasons: '', ...words, codes }) as never;

const assessed = (...particulars: readonly RowSaid[]): Said => ({
  code: { change: 'yes', recipients: ['contractors'] },
  text: { recipients: 'Meadow Repairs' },
  rows: { particulars },
});

function outcome(change: Partial<LetterData> = {}): string {
  const data = sample({
    parts: { opening: '', explanation: '' },
    details: { ...details, result: 'rectified', refused: false },
    said: {
      'assess-accuracy': assessed(
        row({ finding: 'fact-wrong', remedy: 'correct' }, { what: 'Born 1 May', shouldBe: 'Born 5 May' }),
      ),
    },
    ...change,
  });
  return renderLetter(templates, letter('outcome-letter'), data).text.replace(/\s+/g, ' ');
}

describe('The outcome of a rectification (UK GDPR Arts 12(4), 16, 19)', () => {
  test('says of each particular what was done about it, the supplementary statement in full', () => {
    const particulars = [
      row({ finding: 'fact-wrong', remedy: 'correct' }, { what: 'Born 1 May', reasons: 'The certificate.' }),
      row({ finding: 'incomplete', remedy: 'complete' }, { what: 'No injury', statement: 'There was one.' }),
      row({ finding: 'opinion', remedy: 'annotate' }, { what: 'Rude', statement: 'I was upset.' }),
      row({ finding: 'accurate', remedy: 'nothing' }, { what: 'Arrears', reasons: 'Hidden here' }),
    ];
    const text = outcome({ said: { 'assess-accuracy': assessed(...particulars) } });
    expect(text).toContain('We have corrected it. The certificate.');
    expect(text).toContain('by adding this statement: There was one.');
    expect(text).toContain('that you do not agree: I was upset.');
    expect(text).toContain('Our reasons are below.');
  });

  test('says nothing of a part to which an exemption applies, because saying it could defeat the exemption', () => {
    const exempt = row({ finding: 'exempt', remedy: 'nothing' }, { what: 'The police note', reasons: 'Secret' });
    expect(outcome({ said: { 'assess-accuracy': assessed(exempt) } })).not.toMatch(/police|Secret/);
  });

  test('owes the four paragraphs where anything is refused, and does not go without them', () => {
    const part = { ...details, result: 'rectified-in-part', refused: true, grounds: ['“Rude”: an opinion.'] };
    expect(Object.keys(mandatoryParagraphs(letter('outcome-letter'), { details: part })).sort()).toEqual([
      'complain-to-regulator',
      'complain-to-us',
      'judicial-remedy',
      'why-refused',
    ]);
    const text = outcome({ details: part });
    expect(text).toContain('“Rude”: an opinion.');
    expect(text).toContain('ask a court to order');
    const without = { ...templates, render: (name: string, data: object) => maimed(name, data) };
    expect(() =>
      renderLetter(without, letter('outcome-letter'), sample({ details: part, parts: { opening: '', explanation: '' } })),
    ).toThrow(MissingParagraph);
  });

  test('lists where it was done, what could not be done, and until when a copy lasts', () => {
    const at = (item: string, code: object) => ({ item, code, text: {}, rows: {} });
    const text = outcome({
      every: {
        'carry-out': [
          at('Rents', { outcome: 'done', on: '2026-12-01', expiresOn: null }),
          at('Backups', { outcome: 'expires', on: '2026-12-01', expiresOn: '2027-03-01' }),
          at('Court bundle', { outcome: 'impossible', on: '2026-12-01', expiresOn: null }),
        ] as never,
      },
    });
    expect(text).toContain('Rents: done on 1 December 2026');
    expect(text).toContain('a copy stays until it expires on 1 March 2027');
    expect(text).toContain('Court bundle: this could not be done there; the reason is below');
  });

  test('names the recipients where the person asked who they are, and offers to otherwise (Art 19)', () => {
    expect(outcome()).toContain('If you ask us, we tell you who they are.');
    const asked: Said = { code: { asksRecipients: 'yes' }, text: {}, rows: {} };
    const said = { 'assess-accuracy': assessed(), 'log-request': asked };
    expect(outcome({ said })).toContain('You asked who they are: Meadow Repairs.');
  });
});

test('A notice to a recipient says whom it concerns and why it comes, under a subject that names nobody (Art 19)', () => {
  const data = sample({
    parts: { notice: 'Use 5 May 1980.' },
    details: { ...details, person: 'Wren Ashdown', references: ['T-4711'], change: 'corrected or completed' },
    addressee: { name: 'Repairs Desk', lines: [], email: null },
  });
  const { subject, text } = renderLetter(templates, letter('notify-recipient'), data);
  expect(subject).not.toMatch(/Wren|Ashdown|T-4711/);
  expect(text).toContain('Wren Ashdown (our reference for them: T-4711)');
  expect(text.replace(/\s+/g, ' ')).toContain('the data was corrected or completed');
});

/** A template from which the judicial remedy fell out. */
function maimed(name: string, data: object): string {
  const html = templates.render(name, data);
  return name.startsWith('partials/') ? html : html.replace(templates.render('partials/judicial-remedy', data), '');
}
