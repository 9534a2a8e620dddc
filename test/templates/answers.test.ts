import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseKind } from '../../domain/cases/kinds';
import type { ActionName } from '../../domain/cases/process';
import { definitionOf, openKinds } from '../../domain/cases/registry';
import type { Form } from '../../forms/form';
import { actionForm, logForm, taskForm } from '../../forms/registry';
import type { Said, SaidOf } from '../../templates/data';
import { UnknownAnswer } from '../../templates/helpers';
import { loadTemplates } from '../../templates/library';
import { sample } from './sample';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a template of these words says. */
function written(source: string, data = {}): string {
  writeFileSync(join(folder, 'one.hbs'), source);
  return loadTemplates(folder).render('one', sample(data));
}

const assessed: Said = {
  code: { finding: 'wrong', systems: ['cctv', 'rent'], remarks: null },
  text: { finding: 'It is wrong & misleading', systems: 'CCTV and Rent', remarks: '' },
  rows: {
    particulars: [
      { what: 'Born on', field: 'Date of birth', codes: { what: 'Born on', field: 'birth' } },
      { what: 'Name', field: 'Surname', codes: { what: 'Name', field: 'surname' } },
    ],
  },
};
const carriedOut: readonly SaidOf[] = [
  { item: 'CCTV', code: { result: 'done' }, text: { what: 'Cut out' }, rows: {} },
  { item: 'Rent accounts', code: { result: 'not-held' }, text: { what: '' }, rows: {} },
];
const data = { said: { 'assess-accuracy': assessed }, every: { 'carry-out': carriedOut } };

describe('A template that quotes what was answered', () => {
  test('says the last answer in words, escaped, also inside a block and a partial', () => {
    const words = 'It is wrong &amp; misleading';
    expect(written('{{said "assess-accuracy" "finding"}}', data)).toBe(words);
    expect(written('{{#each details.grounds}}{{said "assess-accuracy" "finding"}}{{/each}}', data)).toBe(words);
    const inline = '{{#*inline "p"}}{{said "assess-accuracy" "finding"}}{{/inline}}{{> p}}';
    expect(written(inline, data)).toBe(words);
  });

  test('branches on the answer’s code, and on one of several', () => {
    expect(written('{{#if (is (code "assess-accuracy" "finding") "wrong")}}yes{{/if}}', data)).toBe('yes');
    expect(written('{{#if (has (code "assess-accuracy" "systems") "rent")}}yes{{/if}}', data)).toBe('yes');
    expect(written('{{#if (has (code "assess-accuracy" "systems") "keys")}}yes{{/if}}', data)).toBe('');
  });

  test('lists rows with their cells in words and their codes', () => {
    const source = '{{#each (rowsSaid "assess-accuracy" "particulars")}}{{what}}: {{field}}/{{codes.field}};{{/each}}';
    expect(written(source, data)).toBe('Born on: Date of birth/birth;Name: Surname/surname;');
  });

  test('lists every time a form was filled in, with what it was about', () => {
    const source = '{{#each (every "carry-out")}}{{item}} {{text.what}} {{code.result}};{{/each}}';
    expect(written(source, data)).toBe('CCTV Cut out done;Rent accounts  not-held;');
  });

  test('says nothing of a form that was never filled in, and of a question left open', () => {
    const never = '[{{said "never" "x"}}{{#each (every "never")}}x{{/each}}{{#each (rowsSaid "never" "y")}}x{{/each}}]';
    expect(written(never, data)).toBe('[]');
    expect(written('[{{said "assess-accuracy" "remarks"}}{{code "assess-accuracy" "remarks"}}]', data)).toBe('[]');
  });

  test('fails where it asks for a field that the form does not have, rather than leave a gap', () => {
    expect(() => written('{{said "assess-accuracy" "fnding"}}', data)).toThrow(UnknownAnswer);
    expect(() => written('{{#each (every "carry-out")}}{{text.waht}}{{/each}}', data)).toThrow();
  });
});

const root = join(__dirname, '../../templates');
const quotes = /\b(said|code|rowsSaid|every)\s+['"]([\w-]+)['"](?:\s+['"]([\w-]+)['"])?/g;

/** Each template that a kind of case uses, with the questions it quotes. */
function quoted(kind: CaseKind): (readonly [string, string, string, string | undefined])[] {
  const named = new Set(Object.values(definitionOf(kind).letters).map(({ template }) => `${template}.hbs`));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => named.has(file) || file.startsWith(`${kind}/`))
    .filter((file) => file.endsWith('.hbs'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(quotes)].map(
        ([, helper = '', form = '', field]) => [file, helper, form, field] as const,
      ),
    );
}

function formOf(kind: CaseKind, name: string): Form {
  if (name === 'log-request') return logForm(kind);
  return name in definitionOf(kind).actions ? actionForm(name as ActionName) : taskForm(kind, name, null);
}

test.each(openKinds)('%s: every answer that a template quotes is asked for on a form', (kind) => {
  for (const [file, helper, form, name] of quoted(kind)) {
    const field = formOf(kind, form).fields.find((one) => one.name === name);
    if (name !== undefined) expect([file, form, name, field?.name]).toEqual([file, form, name, name]);
    if (helper === 'rowsSaid') expect([file, name, field?.kind]).toEqual([file, name, 'rows']);
  }
});

test.each(openKinds)('%s: a letter begins with answers that a form asks for', (kind) => {
  for (const [name, { proposes = {}, freeParts }] of Object.entries(definitionOf(kind).letters))
    for (const [part, proposal] of Object.entries(proposes)) {
      expect([name, Object.keys(freeParts)]).toEqual([name, expect.arrayContaining([part])]);
      if (typeof proposal !== 'string')
        expect(formOf(kind, proposal.form).fields.map((field) => field.name)).toContain(proposal.field);
    }
});
