/**
 * Writes what the code needs of the diagrams: typed ids, names and the model of each process.
 *
 *   node --import tsx processes/tools/generate.ts [--check] [FOLDER]
 *
 * With `--check` it writes nothing, and exits with 1 where a generated file is not what its diagram says.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outdated } from './outputs';

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const folder = args.find((argument) => !argument.startsWith('-')) ?? join(__dirname, '..');
  const files = await outdated(folder);
  for (const { path, content } of files) {
    if (!check) await writeFile(path, content);
    process.stdout.write(`${path} ${check ? 'is not what its diagram says: generate again' : 'written'}\n`);
  }
  return check && files.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
