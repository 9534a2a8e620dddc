/**
 * A process diagram as the product reads it: what stands on it and how the flows run, without its layout.
 * Generated from the .bpmn file beside it (`processes/tools/generate.ts`), so nothing parses XML at run time.
 */

/** The part of BPMN 2.0 that our diagrams use. Anything else is refused when the diagram is read. */
export type NodeType =
  | 'start'
  | 'message-start'
  | 'timer-start'
  | 'error-start'
  | 'end'
  | 'error-end'
  | 'terminate-end'
  | 'user-task'
  | 'send-task'
  | 'service-task'
  /** A timer in the flow: the case waits there until an instant. */
  | 'timer-wait'
  | 'sub-process'
  /** A sub-process that is gone through once for each item, all at the same time. */
  | 'repeated-sub-process'
  | 'event-sub-process'
  | 'exclusive-gateway'
  | 'parallel-gateway';

export interface ProcessNode {
  readonly id: string;
  /** As drawn. Joining gateways have none. */
  readonly name: string;
  readonly type: NodeType;
  /** The sub-process or event sub-process it stands in; null on the process itself. */
  readonly scope: string | null;
  /** One sentence for the reader of the diagram. */
  readonly documentation?: string;
  /** The error that an error end throws and an error start catches. */
  readonly error?: string;
  /** On the start of an event sub-process: whether it stops the work. */
  readonly interrupting?: boolean;
  /** On the start of an event sub-process: it may begin once the case is closed as well. */
  readonly afterClosing?: true;
}

export interface ProcessFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The answer that leads this way out of a gateway, as drawn. */
  readonly name: string;
}

export interface ProcessModel {
  /** The kind of case: the process's id and the file's name. */
  readonly kind: string;
  readonly name: string;
  /** 12 hexadecimal digits over all that steers the process: not its layout, nor its wording. */
  readonly version: string;
  readonly nodes: readonly ProcessNode[];
  readonly flows: readonly ProcessFlow[];
}

/** What a page needs to name an element. */
export interface ElementInfo {
  readonly type: NodeType;
  readonly name: string;
  readonly scope: string | null;
}

const activities: ReadonlySet<NodeType> = new Set([
  'user-task',
  'send-task',
  'service-task',
  'timer-wait',
  'sub-process',
  'repeated-sub-process',
]);

/** Whether cases record going into and out of this node. Gateways, starts and ends are silent. */
export const isActivity = (node: ProcessNode): boolean => activities.has(node.type);

/** Whether a node is an effect: a step that the system does, and that is not broken off half-way. */
export const isEffect = (node: ProcessNode): boolean =>
  node.type === 'send-task' || node.type === 'service-task';

/**
 * Whether reaching this end closes the case: an end of the process itself, or of what stopped its work. Where the
 * process has an end that ends everything, its plain ends only end their branch.
 */
export function closesCase(model: ProcessModel, node: ProcessNode): boolean {
  if (node.type !== 'end' && node.type !== 'terminate-end') return false;
  if (node.scope === null) return node.type === 'terminate-end' || !endsEverything(model);
  return model.nodes.some(({ scope, interrupting }) => scope === node.scope && interrupting === true);
}

const endsEverything = ({ nodes }: ProcessModel): boolean =>
  nodes.some(({ type }) => type === 'terminate-end');
