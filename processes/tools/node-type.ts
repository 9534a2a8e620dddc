import type { NodeType } from '../model';
import type { Element } from './moddle';

const plain: Readonly<Record<string, NodeType>> = {
  'bpmn:UserTask': 'user-task',
  'bpmn:SendTask': 'send-task',
  'bpmn:ServiceTask': 'service-task',
  'bpmn:ExclusiveGateway': 'exclusive-gateway',
  'bpmn:ParallelGateway': 'parallel-gateway',
};

const starts: Readonly<Record<string, NodeType>> = {
  none: 'start',
  'bpmn:MessageEventDefinition': 'message-start',
  'bpmn:TimerEventDefinition': 'timer-start',
  'bpmn:ErrorEventDefinition': 'error-start',
};

/** Catch events that stand in the flow. */
const waits: Readonly<Record<string, NodeType>> = {
  'bpmn:TimerEventDefinition': 'timer-wait',
};

const ends: Readonly<Record<string, NodeType>> = {
  none: 'end',
  'bpmn:ErrorEventDefinition': 'error-end',
  'bpmn:TerminateEventDefinition': 'terminate-end',
};

/**
 * The type of a flow node. Throws for the parts of BPMN that cases are not checked against (boundary
 * events, waits for anything but time, inclusive gateways, sequential repetition …).
 */
export function nodeTypeOf(element: Element): NodeType {
  const type = lookUp(element);
  if (!type) throw new Error(`${element.id}: ${element.$type} of this form is not used in our diagrams.`);
  return type;
}

function lookUp(element: Element): NodeType | undefined {
  if (element.$type === 'bpmn:StartEvent') return starts[definitionOf(element)];
  if (element.$type === 'bpmn:IntermediateCatchEvent') return waits[definitionOf(element)];
  if (element.$type === 'bpmn:EndEvent') return ends[definitionOf(element)];
  if (element.$type === 'bpmn:SubProcess') return subProcessType(element);
  return element.loopCharacteristics ? undefined : plain[element.$type];
}

function definitionOf(event: Element): string {
  const definitions = event.eventDefinitions ?? [];
  return definitions.length > 1 ? 'several' : (definitions[0]?.$type ?? 'none');
}

function subProcessType(element: Element): NodeType | undefined {
  const loop = element.loopCharacteristics;
  if (element.triggeredByEvent) return loop ? undefined : 'event-sub-process';
  if (!loop) return 'sub-process';
  const allAtOnce = loop.$type === 'bpmn:MultiInstanceLoopCharacteristics' && !loop.isSequential;
  return allAtOnce ? 'repeated-sub-process' : undefined;
}
