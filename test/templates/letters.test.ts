import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf, openKinds } from '../../domain/cases/registry';
import { sharedLetters } from '../../domain/cases/shared-letters';
import type { LetterDefinition } from '../../domain/cases/definition';
import type { LetterData } from '../../templates/data';
import { loadTemplates } from '../../templates/library';
import { mandatoryParagraphs } from '../../templates/mandatory';
import { MissingParagraph, previewLetter, renderLetter } from '../../templates/render';
import { EmptyPart } from '../../templates/helpers';
import { details, sample } from './sample';

const templates = loadTemplates();
const letter = (name: string, kind: CaseKind = 'subject-access'): LetterDefinition =>
  definitionOf(kind).letters[name] as LetterDefinition;
const forStaff = ({ to }: LetterDefinition): boolean => to === 'system-owner' || to === 'staff';

/** Every free part filled with plain words. */
const filled = (definition: LetterDefinition, text = 'Because of what we explained.'): LetterData['parts'] =>
  Object.fromEntries(Object.keys(definition.freeParts).map((name) => [name, text]));

const rendered = (name: string, change: Partial<LetterData> = {}, kind: CaseKind = 'subject-access') =>
  renderLetter(
    templates,
    letter(name, kind),
    sample({ parts: filled(letter(name, kind)), ...noticeFor(name), ...change }),
  );

const noticeFor = (name: string): Partial<LetterData> =>
  name === 'tell' || name === 'alert' ? { details: { heading: 'is due', sentence: 'The case is due.', link: 'http://x.test', as: 'DPO' } } : {};

/** The words alone, as one line. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('Every letter of every kind of case', () => {
  const all = openKinds.flatMap((kind) =>
    Object.entries(definitionOf(kind).letters).map(([name, definition]) => [kind, name, definition] as const),
  );

  test.each(all)('%s: %s renders whole, with a subject and the same words in plain text', (kind, name) => {
    const { subject, html, text, templateHash } = rendered(name, {}, kind);
    expect(subject.length).toBeGreaterThan(10);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(text).not.toMatch(/[<>]|\{\{|undefined|\[object/);
    expect(templateHash).toMatch(/^[0-9a-f]{64}$/);
  });

  const owed = all.flatMap(([kind, name, definition]) =>
    Object.entries(definition.mandatory).map(([paragraph, article]) => [kind, name, paragraph, article] as const),
  );

  test.each(owed)('%s: %s contains the paragraph %s (%s)', (kind, name, paragraph) => {
    const data = { ...sample({ parts: filled(letter(name, kind)), ...noticeFor(name) }), draft: false };
    const { html } = rendered(name, {}, kind);
    const wanted = templates.render(`partials/${paragraph}`, data);
    expect(wanted.length).toBeGreaterThan(40);
    expect(html).toContain(wanted);
  });

  test.each(owed)('%s: %s does not go without the paragraph %s (%s)', (kind, name, paragraph, article) => {
    const without = {
      ...templates,
      render: (template: string, data: object) => {
        const html = templates.render(template, data);
        return template.startsWith('partials/') ? html : html.replace(templates.render(`partials/${paragraph}`, data), '');
      },
    };
    const data = sample({ parts: filled(letter(name, kind)), ...noticeFor(name) });
    const render = () => renderLetter(without, letter(name, kind), data);
    expect(render).toThrow(MissingParagraph);
    expect(render).toThrow(article);
  });

  test.each(all.filter(([, , definition]) => !forStaff(definition)))(
    '%s: %s has no name in its subject line',
    (kind, name) => {
      expect(rendered(name, {}, kind).subject).not.toMatch(/Wren|Ashdown/);
    },
  );

  const toStaff = all.filter(([, , definition]) => forStaff(definition));

  test.each(toStaff)('%s: %s, which staff receive, says nobody’s name', (kind, name) => {
    expect(rendered(name, {}, kind).text).not.toMatch(/Wren|Ashdown|mail\.test/);
  });
});

describe('The acknowledgement', () => {
  const { text } = rendered('acknowledge');

  test('confirms to an unverified sender neither a tenancy nor that any data are held', () => {
    expect(text).not.toMatch(/tenan|landlord|your home|resident/i);
    expect(text).toContain('It does not say whether we hold any personal data.');
  });

  test('promises no date, because identity may still be open', () => {
    expect(text).not.toMatch(/within|one month|at the latest|by \d/i);
    expect(text.match(/\d{1,2} [A-Z][a-z]+ \d{4}/g)).toEqual(['21 December 2026', '23 November 2026']);
  });
});

describe('The response (UK GDPR Art 15)', () => {
  test('says “our reasonable and proportionate search found”, never “all the data we hold” (Art 15(1A))', () => {
    for (const result of ['answered', 'answered-in-part', 'nothing-found']) {
      const { text } = rendered('respond', { details: { ...details, result } });
      expect(text.toLowerCase()).toContain('our reasonable and proportionate search found');
      expect(text.toLowerCase()).not.toMatch(/all (of )?(the|your) (personal )?(data|information)/);
    }
  });

  test('owes no line about data where nothing was found (Art 15(1))', () => {
    const nothing = { ...details, result: 'nothing-found' };
    expect(Object.keys(mandatoryParagraphs(letter('respond'), { details: nothing }))).toEqual(
      expect.arrayContaining(['confirmation', 'complain-to-us', 'complain-to-regulator', 'search']),
    );
    expect(rendered('respond', { details: nothing }).text).not.toContain('How long we keep it');
  });

  test('that withholds something owes the paragraphs of a refusal as well (Art 12(4))', () => {
    const part = { ...details, result: 'answered-in-part' };
    const { text } = rendered('respond', { details: part });
    expect(text).toContain('It is also information about somebody else.');
    expect(flat(text)).toContain('ask a court to order');
    expect(text).toContain('section 164A');
  });

  test('names the controller and its DPO where we act for one (Art 28)', () => {
    const controller = { name: 'Anytown Council', ours: false, dpo: { name: 'Council DPO', email: 'dpo@anytown.example' } };
    const { text } = rendered('respond', { controller });
    expect(text).toContain('Anytown Council');
    expect(text).toContain('dpo@anytown.example');
  });
});

describe('The refusal (UK GDPR Art 12(4))', () => {
  test('gives no reason beyond the law where stating it would defeat the exemption', () => {
    const limited = { ...details, limitReasons: true, grounds: ['The secret ground.'] };
    const { text } = rendered('refusal-letter', { details: limited });
    expect(text).not.toContain('The secret ground.');
    expect(text).toContain('would defeat the purpose');
  });

  test('tells people that they may go to the regulator at any time, never that they must complain to us before', () => {
    for (const name of ['refusal-letter', 'respond', 'closing-letter', 'extension-notice', 'request-fee', 'tell-forwarded']) {
      const words = flat(rendered(name).text);
      expect(words).toContain('at any time. You do not have to wait for us or to complain to us before.');
      expect(words).not.toMatch(/must (first|complain)|in the first instance/i);
    }
  });
});

describe('What staff write into a letter', () => {
  const hostile = [
    ['markup', '</p></body></html><script>alert(1)</script>'],
    ['a comment that would hide the rest', '<!-- '],
    ['template syntax', '{{sender.email}} {{> partials/judicial-remedy}} {{#each this}}'],
    ['an attempt to end a block', '{{/layout/letter}}'],
    ['a style', '<style>p{display:none}</style>'],
    ['a prototype', '{{constructor.constructor "return 1"}}'],
  ] as const;

  test.each(hostile)('is shown as plain words and removes no paragraph: %s', (_what, text) => {
    for (const name of ['refusal-letter', 'respond', 'extension-notice']) {
      const { html, text: words } = rendered(name, { parts: filled(letter(name), text) });
      expect(html).not.toContain('<script>');
      expect(html.match(/<style>/g)).toHaveLength(1);
      expect(html).not.toContain('<!-- ');
      expect(flat(words)).toContain(flat(text).trim());
      expect(words).toContain('section 164A');
      expect(words).toContain('You also have the right to complain to the regulator');
    }
  });

  test('keeps its paragraphs and lines', () => {
    const { html } = rendered('refusal-letter', { parts: { explanation: 'One.\nTwo.\n\nThree.' } });
    expect(html).toContain('<p>One.<br>Two.</p>\n<p>Three.</p>');
  });

  test('may not leave the reasons of an extension empty (Art 12A(4)(b)), which a draft shows instead', () => {
    const empty = sample({ parts: { reasons: '  ' } });
    expect(() => renderLetter(templates, letter('extension-notice'), empty)).toThrow(EmptyPart);
    expect(previewLetter(templates, letter('extension-notice'), empty).text).toContain('[Still to be written]');
  });
});

describe('A template', () => {
  test('that asks for a value which is not there fails, rather than leave a gap in a letter', () => {
    const without: Partial<LetterData> = sample();
    delete (without as { sender?: unknown }).sender;
    expect(() => renderLetter(templates, letter('acknowledge'), without as LetterData)).toThrow();
  });

  test('has a version that changes with any partial it uses', () => {
    expect(templates.hash('subject-access/refusal')).not.toBe(templates.hash('subject-access/acknowledge'));
    expect(templates.hash('subject-access/refusal')).toBe(loadTemplates().hash('subject-access/refusal'));
  });

  test('sets larger type for those who need it (Equality Act 2010 s.20)', () => {
    expect(rendered('acknowledge', { largePrint: true }).html).toContain('font-size: 18pt');
  });

  test('prints a postal address only on paper', () => {
    const lines = ['1 Test Close', 'Anytown'];
    const { html } = rendered('acknowledge', { addressee: { name: 'Wren Ashdown', lines, email: null } });
    expect(html).toContain('Wren Ashdown<br>1 Test Close<br>Anytown<br>');
    expect(rendered('acknowledge').html).not.toContain('Test Close');
  });
});

describe('Letters that any kind of request may use', () => {
  const names = Object.keys(sharedLetters) as (keyof typeof sharedLetters)[];
  const shown = (name: keyof typeof sharedLetters, change: Partial<LetterData> = {}) => {
    const definition: LetterDefinition = sharedLetters[name];
    const data = sample({ noun: 'request for erasure', parts: filled(definition), ...change });
    return flat(renderLetter(templates, definition, data).text);
  };

  test.each(names)('%s names the request as its kind does, and has every paragraph it owes', (name) => {
    const text = shown(name);
    expect(text).toContain('request for erasure');
    expect(text).not.toMatch(/request for access|undefined|\{\{/);
  });

  test.each(['refusal-letter', 'closing-letter', 'extension-notice'] as const)(
    '%s tells of the complaint to us and to the regulator (UK GDPR Art 12(4)(b))',
    (name) => {
      expect(shown(name)).toContain('section 164A');
      expect(shown(name)).toContain('at any time. You do not have to wait for us');
    },
  );

  test('a refusal without a ground in law needs its reasons written (UK GDPR Art 12(4)(a))', () => {
    const none = { details: { ...details, grounds: [], limitReasons: false }, parts: { explanation: ' ' } };
    expect(() => shown('refusal-letter', none)).toThrow(EmptyPart);
    expect(shown('refusal-letter', { ...none, parts: { explanation: 'The record is right.' } })).toContain(
      'The record is right.',
    );
  });

  test('a refusal says no reason where stating it would defeat the exemption', () => {
    const limited = { ...details, limitReasons: true, grounds: ['The secret ground.'] };
    const text = shown('refusal-letter', { details: limited, parts: { explanation: '' } });
    expect(text).not.toContain('The secret ground.');
    expect(text).toContain('would defeat the purpose');
  });
});
