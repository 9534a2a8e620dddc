/**
 * Draws diagrams: gives each file a complete layout in place of any it had. What the process does, and every
 * id, stays. The same process always gets the same bytes. Writes no file unless all can be laid out.
 *
 *   node --import tsx processes/tools/layout.ts FILE …
 */
import { readFile, writeFile } from 'node:fs/promises';
import { layoutOf } from './layout/index';
import { withLayout } from './layout/write';
import { parseModel } from './parse';

async function main(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) throw new Error('Name the diagrams to lay out.');
  const drawn = await Promise.all(paths.map(draw));
  for (const { path, xml } of drawn) {
    await writeFile(path, xml);
    process.stdout.write(`${path} laid out\n`);
  }
}

async function draw(path: string): Promise<{ readonly path: string; readonly xml: string }> {
  const xml = await readFile(path, 'utf8');
  try {
    const model = await parseModel(xml);
    return { path, xml: await withLayout(xml, model, await layoutOf(model)) };
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
