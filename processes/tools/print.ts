import type { ElementInfo, ProcessModel } from '../model';
import { stepGroups } from './steps';

const header =
  '// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.\n';

/** `subject-access` → `subjectAccess`. */
export const camelCase = (kind: string): string =>
  kind.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const pascalCase = (kind: string): string => camelCase(`-${kind}`);

/** The module of ids, types and names that workflows and pages import: no imports of its own. */
export function printSteps(model: ProcessModel): string {
  const prefix = camelCase(model.kind);
  const groups = Object.entries(stepGroups(model)).map(([group, ids]) => `  ${group}: ${union(ids)};`);
  const elements = Object.fromEntries(model.nodes.map((node) => [node.id, infoOf(node)]));
  return [
    header,
    '/** Changes whenever the process does; wording and layout do not count. */',
    `export const ${prefix}Version = '${model.version}';\n`,
    `/** The elements of processes/${model.kind}.bpmn, by what a workflow does with them. */`,
    `export interface ${pascalCase(model.kind)}Steps {\n${groups.join('\n')}\n}\n`,
    '/** What each element is, what it is called, and the sub-process it stands in. */',
    `export const ${prefix}Elements = ${JSON.stringify(elements, null, 2)} as const;\n`,
  ].join('\n');
}

const union = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(' | ') || 'never';

const infoOf = ({ type, name, scope }: ElementInfo): ElementInfo => ({ type, name, scope });

/** The module that knows every diagram: kind → version, elements and model. */
export function printRegistry(kinds: readonly string[]): string {
  const imports = kinds.flatMap((kind) => [
    `import { ${camelCase(kind)}Elements, ${camelCase(kind)}Version } from './${kind}.generated';`,
    `import ${camelCase(kind)}Model from './${kind}.model.generated.json';`,
  ]);
  const entries = kinds.map((kind) => {
    const name = camelCase(kind);
    return `  '${kind}': { version: ${name}Version, elements: ${name}Elements, model: ${name}Model as ProcessModel },`;
  });
  return [
    header,
    "import type { CaseKind } from '../domain/cases/kinds';",
    "import type { ElementInfo, ProcessModel } from './model';",
    ...imports,
    '',
    'export interface DrawnProcess {',
    '  readonly version: string;',
    '  readonly elements: Readonly<Record<string, ElementInfo>>;',
    '  readonly model: ProcessModel;',
    '}\n',
    '/** Every process that has a diagram, by the kind of case. */',
    'export const processes: Readonly<Partial<Record<CaseKind, DrawnProcess>>> = {',
    ...entries,
    '};\n',
  ].join('\n');
}
