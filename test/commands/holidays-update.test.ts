import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from '../../commands/command';
import { holidaysUpdate } from '../../commands/holidays-update';
import type { OfficialFile } from '../../domain/calendar/update';

const source = join(__dirname, '..', '..', 'domain', 'calendar');
let folder: string;
let newer: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holidays-'));
  newer = join(folder, 'newer.json');
  ['bank-holidays.json', 'snapshot.ts'].forEach((file) =>
    copyFileSync(join(source, file), join(folder, file)),
  );
});

afterEach(() => rmSync(folder, { recursive: true }));

const update = (...args: string[]) => holidaysUpdate(args, { folder, today: '2026-11-22' });
const kept = (file: string) => readFileSync(join(folder, file), 'utf8');

function official(change: (file: OfficialFile) => void = () => undefined): string {
  const file = JSON.parse(readFileSync(join(source, 'bank-holidays.json'), 'utf8')) as OfficialFile;
  change(file);
  writeFileSync(newer, JSON.stringify(file));
  return newer;
}

const proclaimed = {
  title: 'World Cup bank holiday',
  date: '2026-06-15',
  notes: 'Extra bank holiday',
  bunting: true,
};

test('The difference is shown and written with its day and hash, and the amendment it makes needless is named.', () => {
  const text = update(official(({ scotland }) => scotland.events.push(proclaimed)));

  expect(text).toContain('+ 2026-06-15 World Cup bank holiday (Scotland)');
  expect(text).toContain('amendments.json no longer needs it: 2026-06-15');
  expect(kept('bank-holidays.json')).toContain('2026-06-15');
  expect(kept('snapshot.ts')).toContain("taken: '2026-11-22'");
  expect(kept('snapshot.ts')).toContain(
    createHash('sha256').update(kept('bank-holidays.json')).digest('hex'),
  );
});

test('A dry run writes nothing.', () => {
  const before = kept('bank-holidays.json');
  const text = update(
    official(({ scotland }) => scotland.events.push(proclaimed)),
    '--dry-run',
  );

  expect(text).toContain('Nothing was written (--dry-run).');
  expect(kept('bank-holidays.json')).toBe(before);
});

test('The same file changes nothing.', () => {
  const before = kept('snapshot.ts');

  expect(update(official())).toContain('No difference');
  expect(kept('snapshot.ts')).toBe(before);
});

test.each<[string, () => string[], string]>([
  [
    'a nation missing',
    () => [official((file) => Reflect.deleteProperty(file, 'scotland'))],
    'no holidays for Scotland',
  ],
  ['no JSON', () => (writeFileSync(newer, '<html>'), [newer]), 'is not JSON'],
  ['no such file', () => [join(folder, 'nowhere.json')], 'cannot be read'],
  ['no file named', () => [], 'Give the one file'],
  ['no date', () => [official(), '--taken', 'yesterday'], 'is no date'],
])('Refused, with nothing written: %s.', (_name, args, reason) => {
  const before = kept('bank-holidays.json');

  expect(() => update(...args())).toThrow(BadInput);
  expect(() => update(...args())).toThrow(reason);
  expect(kept('bank-holidays.json')).toBe(before);
});
