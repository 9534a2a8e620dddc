import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lawDocs } from '../../commands/law-docs';
import { catalogue } from '../../domain/clock';

const file = join(__dirname, '..', '..', 'docs', 'law.md');

test('docs/law.md is what the declarations and the worked examples say today.', () => {
  expect(lawDocs(['--check'], file)).toBe('docs/law.md is up to date.');
});

test('It has a section with an article and an example for every timer.', () => {
  const text = readFileSync(file, 'utf8');

  for (const { name, law } of catalogue) {
    const section = text.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
    expect(law.filter(({ article }) => !section.includes(article))).toEqual([]);
    expect(section).toContain('| Example |');
  }
});

test('A file that has drifted is refused.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'law-'));
  const drifted = join(folder, 'law.md');
  writeFileSync(drifted, `${readFileSync(file, 'utf8')}\nA rule of my own.\n`);

  expect(() => lawDocs(['--check'], drifted)).toThrow('out of date');
  lawDocs([], drifted);
  expect(readFileSync(drifted, 'utf8')).toBe(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
});
