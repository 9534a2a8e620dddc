import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import type { ProcessModel } from '../model';
import { loadModel } from './parse';
import { printRegistry, printSteps } from './print';

/** One generated file: where it belongs, and what it must hold. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/** Everything generated from the diagrams in a folder, by name. Throws with the faults of all of them at once. */
export async function outputsOf(folder: string): Promise<readonly Output[]> {
  const loaded = await Promise.allSettled((await diagramsIn(folder)).map(loadModel));
  const faults = loaded.flatMap((result) =>
    result.status === 'rejected' ? [String(result.reason.message)] : [],
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const models = loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const registry = pretty(
    join(folder, 'registry.generated.ts'),
    printRegistry(models.map(({ kind }) => kind)),
  );
  return Promise.all([...models.flatMap((model) => outputsOfModel(folder, model)), registry]);
}

/** The paths of the diagrams in a folder, by name. */
export async function diagramsIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.bpmn')).sort();
  return names.map((name) => join(folder, name));
}

/** The generated files that are missing, or are not what the diagrams say now. */
export async function outdated(folder: string): Promise<readonly Output[]> {
  const outputs = await outputsOf(folder);
  const current = await Promise.all(outputs.map(({ path }) => readFile(path, 'utf8').catch(() => null)));
  return outputs.filter(({ content }, index) => content !== current[index]);
}

const outputsOfModel = (folder: string, model: ProcessModel): readonly Promise<Output>[] => [
  pretty(join(folder, `${model.kind}.generated.ts`), printSteps(model)),
  pretty(join(folder, `${model.kind}.model.generated.json`), JSON.stringify(model)),
];

async function pretty(path: string, text: string): Promise<Output> {
  const content = await format(text, {
    filepath: path,
    singleQuote: true,
    printWidth: 110,
    trailingComma: 'all',
  });
  return { path, content };
}
