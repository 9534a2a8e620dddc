import { complaint } from '../../domain/cases/complaint';
import type { LetterDefinition } from '../../domain/cases/definition';
import type { LetterData, RowSaid } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { MissingParagraph, renderLetter } from '../../templates/render';
import { details, sample } from './sample';

const templates = loadTemplates();
const letter = (name: keyof typeof complaint.letters): LetterDefinition => complaint.letters[name];
const parts = { opening: '', closing: '', news: 'We asked the post room.', reasons: 'It is being fetched.', explanation: 'You can send it.' };

const { ombudsman } = details;
const own = { ...details, result: 'upheld', review: false, statutory: false, ombudsman: null };

const row = (conclusion: string, words: Record<string, string>): RowSaid =>
  ({ what: '', wants: '', reasons: '', remedy: '', ...words, codes: { conclusion } }) as never;

function text(
  name: keyof typeof complaint.letters,
  change: Partial<LetterData> = {},
  issues: readonly RowSaid[] = [row('upheld', { what: 'An open letter', reasons: 'It was not sealed.' })],
): string {
  const said = { findings: { code: {}, text: {}, rows: { issues } } };
  const data = sample({ noun: 'complaint', parts, details: own, said, ...change });
  return renderLetter(templates, letter(name), data).text.replace(/\s+/g, ' ');
}

const toThePerson = [
  'acknowledge',
  'progress-letter',
  'stage1-notice',
  'outcome-letter',
  'confirm-withdrawal',
  'closing-letter',
] as const;

describe('Letters of a complaint (DPA 2018 ss.164A, 165)', () => {
  test.each(toThePerson)('%s says that the regulator may be asked at any time, and never that it must wait', (name) => {
    const words = text(name, { details: { ...own, ombudsman } });
    expect(words).toContain('at any time. You do not have to wait for us');
    expect(words).not.toMatch(/must (first|complain)|in the first instance|only (after|once) we|before you (can )?go to/i);
    expect(words).not.toMatch(/undefined|\{\{/);
  });

  test.each(toThePerson)('%s has every paragraph it owes, and does not go without one', (name) => {
    for (const paragraph of Object.keys(letter(name).mandatory)) {
      const without = {
        ...templates,
        render: (file: string, data: object) => {
          const html = templates.render(file, data);
          const wanted = templates.render(`partials/${paragraph}`, data);
          return file.startsWith('partials/') ? html : html.replace(wanted, '');
        },
      };
      const data = sample({ noun: 'complaint', parts, details: { ...own, ombudsman } });
      expect(() => renderLetter(without, letter(name), data)).toThrow(MissingParagraph);
    }
  });

  test('the acknowledgement says what happens next (s.164A(3)–(5))', () => {
    const words = text('acknowledge');
    for (const part of ['We received your complaint', 'how far it is', 'the outcome without undue delay'])
      expect(words).toContain(part);
  });

  test('the notice that stage 1 takes longer gives the reasons, the new date and the Housing Ombudsman, and says that the rest goes on (Housing Ombudsman’s Code)', () => {
    const words = text('stage1-notice', { details: { ...own, ombudsman, due: '2026-12-21' } });
    for (const part of [
      ...['It is being fetched.', 'by 21 December 2026 at the latest', '01632 960333'],
      'Nothing changes in how we deal with the part about your personal data',
    ])
      expect(words).toContain(part);
  });

  test('the outcome gives of each issue the conclusion, the reasons and what is done (s.164A(4)(b))', () => {
    const words = text('outcome-letter', {}, [
      row('upheld', { what: 'An open letter', reasons: 'It was not sealed.', remedy: 'We seal them now.' }),
      row('partly', { what: 'A late answer', reasons: 'Two days late.', remedy: 'We are sorry.' }),
      row('not-upheld', { what: 'A rude call', reasons: 'The recording shows otherwise.' }),
    ]);
    for (const part of [
      'An open letter',
      'We uphold this. It was not sealed. What we do about it: We seal them now.',
      'We uphold this in part. Two days late.',
      'We do not uphold this. The recording shows otherwise.',
      'sections 167 and 168',
    ])
      expect(words).toContain(part);
  });

  test('names the Housing Ombudsman where it is about housing as well, and else does not', () => {
    expect(text('outcome-letter')).not.toContain('Ombudsman');
    expect(text('outcome-letter', { details: { ...own, ombudsman } })).toContain(
      'you can ask the Housing Ombudsman Service for help and advice at any time: 01632 960333',
    );
  });

  test('of an internal review the way on is the one that information law gives, where one binds us (FOIA s.50)', () => {
    const statutory = text('outcome-letter', { details: { ...own, review: true, statutory: true } });
    expect(statutory).toContain('section 50 of the Freedom of Information Act 2000');
    const voluntary = text('outcome-letter', { details: { ...own, review: true } });
    expect(voluntary).toContain('No law obliges us');
    for (const words of [statutory, voluntary]) expect(words).not.toContain('section 167');
  });
});
