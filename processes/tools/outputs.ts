import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { format } from 'prettier';
import { loadModel } from './parse';
import { printRegistry, printSteps } from './print';

/** One generated file: where it belongs, and what it must hold. */
export interface Output {
  readonly path: string;
  readonly content: string;
}

/** Everything generated from the diagrams in a folder, in the order of their names. */
export async function outputsOf(folder: string): Promise<readonly Output[]> {
  const diagrams = await diagramsIn(folder);
  const kinds = diagrams.map((path) => basename(path, '.bpmn'));
  const perKind = await Promise.all(diagrams.map((path) => outputsOfDiagram(folder, path)));
  const registry = await pretty(join(folder, 'registry.generated.ts'), printRegistry(kinds));
  return [...perKind.flat(), registry];
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

async function outputsOfDiagram(folder: string, path: string): Promise<readonly Output[]> {
  const kind = basename(path, '.bpmn');
  const model = await loadModel(path);
  if (model.kind !== kind) throw new Error(`${path}: the process in it must have the id ${kind}.`);
  return Promise.all([
    pretty(join(folder, `${kind}.generated.ts`), printSteps(model)),
    pretty(join(folder, `${kind}.model.generated.json`), JSON.stringify(model)),
  ]);
}

async function pretty(path: string, text: string): Promise<Output> {
  const content = await format(text, {
    filepath: path,
    singleQuote: true,
    printWidth: 110,
    trailingComma: 'all',
  });
  return { path, content };
}
