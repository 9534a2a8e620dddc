import { closesCase, type NodeType, type ProcessModel, type ProcessNode } from '../model';

/** The groups of ids that a workflow's types are made of, in the order they are written. */
export type StepGroup =
  | 'userTask'
  | 'sendTask'
  | 'serviceTask'
  | 'repeated'
  | 'subProcess'
  | 'wait'
  | 'aside'
  | 'timer'
  | 'interrupt'
  | 'end'
  | 'reopen';

const activityGroups: Partial<Record<NodeType, StepGroup>> = {
  'user-task': 'userTask',
  'send-task': 'sendTask',
  'service-task': 'serviceTask',
  'repeated-sub-process': 'repeated',
  'sub-process': 'subProcess',
  'timer-wait': 'wait',
};

/** Each group's ids in the order of the diagram; a group that the process does not use is empty. */
export function stepGroups(model: ProcessModel): Readonly<Record<StepGroup, readonly string[]>> {
  const groups: Record<StepGroup, string[]> = {
    userTask: [],
    sendTask: [],
    serviceTask: [],
    repeated: [],
    subProcess: [],
    wait: [],
    aside: [],
    timer: [],
    interrupt: [],
    end: [],
    reopen: [],
  };
  for (const node of model.nodes) {
    const group = groupOf(model, node);
    if (group) groups[group].push(node.id);
  }
  return groups;
}

function groupOf(model: ProcessModel, node: ProcessNode): StepGroup | undefined {
  if (node.type.endsWith('-start')) return startGroup(node);
  if (node.type.endsWith('end')) return closesCase(model, node) ? 'end' : undefined;
  return activityGroups[node.type];
}

function startGroup(node: ProcessNode): StepGroup {
  if (node.scope === null) return 'reopen';
  if (node.interrupting) return 'interrupt';
  return node.type === 'timer-start' ? 'timer' : 'aside';
}
