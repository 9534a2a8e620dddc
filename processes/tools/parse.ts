import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ProcessFlow, ProcessModel, ProcessNode } from '../model';
import { readBpmn, type Element } from './moddle';
import { nodeTypeOf } from './node-type';
import { faultsOf } from './faults';
import { versionOf } from './version';

/** The model of the diagram in a .bpmn file. Throws where it cannot be used: every line names the file. */
export async function loadModel(path: string): Promise<ProcessModel> {
  const xml = await readFile(path, 'utf8');
  try {
    const model = await parseModel(xml);
    const kind = basename(path, '.bpmn');
    if (model.kind !== kind) throw new Error(`the process in it must have the id ${kind}.`);
    return model;
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(lines.map((line) => `${path}: ${line.trim()}`).join('\n'), { cause: error });
  }
}

/** The model of a diagram in BPMN 2.0 XML. Throws with every fault, one a line. */
export async function parseModel(xml: string): Promise<ProcessModel> {
  const processes = ((await readBpmn(xml)).rootElements ?? []).filter(
    ({ $type }) => $type === 'bpmn:Process',
  );
  const [process, ...others] = processes;
  if (!process || others.length > 0) throw new Error('A diagram holds exactly one process.');
  const elements = flowElements(process, null);
  const nodes = elements.filter(({ element }) => !isFlow(element)).map(toNode);
  const flows = elements.filter(({ element }) => isFlow(element)).map(({ element }) => toFlow(element));
  const faults = faultsOf(nodes, flows);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { kind: process.id, name: process.name ?? '', version: versionOf(nodes, flows), nodes, flows };
}

interface Placed {
  readonly element: Element;
  readonly scope: string | null;
}

/** Everything on the diagram in the order drawn, each sub-process before what stands in it. */
function flowElements(parent: Element, scope: string | null): readonly Placed[] {
  return (parent.flowElements ?? []).flatMap((element) => [
    { element, scope },
    ...flowElements(element, element.id),
  ]);
}

const isFlow = (element: Element): boolean => element.$type === 'bpmn:SequenceFlow';

function toNode({ element, scope }: Placed): ProcessNode {
  const type = nodeTypeOf(element);
  const documentation = element.documentation?.[0]?.text;
  const error = element.eventDefinitions?.[0]?.errorRef?.errorCode;
  const startsAside = type.endsWith('-start') && scope !== null;
  return {
    id: element.id,
    name: element.name ?? '',
    type,
    scope,
    ...(documentation ? { documentation } : {}),
    ...(error ? { error } : {}),
    ...(startsAside ? { interrupting: element.isInterrupting !== false } : {}),
    ...(element.$attrs?.['custodian:afterClosing'] === 'true' ? { afterClosing: true } : {}),
  };
}

const toFlow = (element: Element): ProcessFlow => ({
  id: element.id,
  from: element.sourceRef?.id ?? '',
  to: element.targetRef?.id ?? '',
  name: element.name ?? '',
});
