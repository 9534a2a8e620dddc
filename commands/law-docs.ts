import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput, readFlags, run } from './command';
import { lawDocument } from './law-document';

const help = `Writes docs/law.md: every rule of the clock with its source and its tests.

Usage
  npm run docs:law [-- --check]

  --check   write nothing; fail with exit code 2 if the file is not up to date`;

/**
 * `npm run docs:law`
 * @throws BadInput with `--check`, if the file is out of date
 */
export function lawDocs(args: readonly string[], file: string): string {
  const flags = readFlags(args, [], ['check', 'help']);
  if (flags.has('help')) return help;
  if (flags.positionals.length > 0) throw new BadInput('This command takes no arguments. Try --help.');
  if (!flags.has('check')) {
    writeFileSync(file, lawDocument());
    return `Written: ${file}`;
  }
  if (readFileSync(file, 'utf8') !== lawDocument())
    throw new BadInput('docs/law.md is out of date: npm run docs:law.');
  return 'docs/law.md is up to date.';
}

if (require.main === module) void run((args) => lawDocs(args, join(__dirname, '..', 'docs', 'law.md')));
