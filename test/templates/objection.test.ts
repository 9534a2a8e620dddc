import type { LetterDefinition } from '../../domain/cases/definition';
import { objection } from '../../domain/cases/objection';
import type { LetterData, RowSaid, Said } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { MissingParagraph, renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const outcomeLetter: LetterDefinition = objection.letters['outcome-letter'];

const rendered = (definition: LetterDefinition, change: Partial<LetterData> = {}): string =>
  renderLetter(templates, definition, sample(change)).text.replace(/\s+/g, ' ');

const use = (finding: string, what: string, reasons: string): RowSaid =>
  ({ what, reasons, codes: { finding } }) as never;

const answers = (code: Said['code'], text: Said['text'] = {}, uses: readonly RowSaid[] = []): Said => ({
  ...{ code, text, rows: { uses } },
});

const stopped = answers({ stop: 'yes', recipients: ['contractors'] }, { recipients: 'Meadow Repairs' }, [
  use('nothing-overrides', 'The survey', 'It can do without you.'),
  use('exempt', 'The police note', 'Secret'),
]);
const nothing = { parts: { opening: '', explanation: '' } };

describe('The outcome of an objection (UK GDPR Arts 12(4), 21)', () => {
  test('says what stops and where, who else is told, and that the data is not erased by it', () => {
    const at = (item: string, code: object, evidence = '') => ({ item, code, text: { evidence }, rows: {} });
    const text = rendered(outcomeLetter, {
      ...nothing,
      details: { ...details, result: 'upheld', refused: false },
      said: { 'assess-objection': stopped },
      every: {
        'carry-out': [
          at('Mailing lists', { outcome: 'done', on: '2026-12-01' }),
          at('Court bundle', { outcome: 'impossible', on: '2026-12-01' }, 'Sealed.'),
        ] as never,
      },
    });
    for (const words of [
      'The survey: we stop it. It can do without you.',
      'Mailing lists: stopped on 1 December 2026',
      'Court bundle: this could not be done. Sealed.',
      'Meadow Repairs',
      'we have not erased it',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/police|Secret|Article 19/);
  });

  test('owes the four paragraphs where anything goes on, and does not go without the court', () => {
    const refused = { ...details, result: 'overruled', refused: true, grounds: ['“Noise” goes on: because.'] };
    const data = { ...nothing, details: refused, said: { 'assess-objection': answers({ stop: 'no' }) } };
    expect(Object.keys(mandatoryParagraphs(outcomeLetter, { details: refused })).sort()).toEqual([
      ...['complain-to-regulator', 'complain-to-us', 'judicial-remedy', 'why-refused'],
    ]);
    expect(rendered(outcomeLetter, data)).toContain('“Noise” goes on: because.');
    const without = {
      ...templates,
      render(name: string, values: object) {
        const html = templates.render(name, values);
        return name.startsWith('partials/')
          ? html
          : html.replace(templates.render('partials/judicial-remedy', values), '');
      },
    };
    expect(() => renderLetter(without, outcomeLetter, sample(data))).toThrow(MissingParagraph);
  });
});

test('The letter about direct marketing says that it has stopped and what the suppression list keeps (Art 21(3))', () => {
  const said = { suppress: answers({}, { kept: 'Name; E-mail address' }) };
  const text = rendered(objection.letters['confirm-stopped'], { said });
  expect(text).toContain('without giving a reason (Article 21(2) and (3) of the UK GDPR), and we have stopped');
  expect(text).toContain('we keep only this on a list of people who get no marketing: Name; E-mail address');
});

test.each([
  ['Protecting the rights of another person', 'we would still have to use the data for this: Protecting'],
  ['', 'we do not expect to use the data for any of these'],
])('A restriction is offered with what would go on meanwhile (“%s”) and never placed (Art 18)', (uses, words) => {
  const said = { 'decide-uses': answers({}, { uses }) };
  const text = rendered(objection.letters['propose-restriction'], { parts: { remarks: '' }, said });
  expect(text).toContain(words);
  expect(text).toContain('nothing is restricted unless you ask for it');
});
