import type { ProcessFlow, ProcessNode } from '../../model';
import type { Bounds, Point } from './geometry';
import { textSize } from './text';

/** The room a node is given: its shape in it, and the height at which flows enter and leave. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The shape, from the room's own corner. */
  readonly shape: Bounds;
  /** From the room's top. */
  readonly flowAt: number;
}

const TASK = { width: 100, height: 80 };
const EVENT = 36;
export const GATEWAY = 50;
const GAP = 6;

export const isGateway = ({ type }: ProcessNode): boolean => type.endsWith('-gateway');
export const isEvent = ({ type }: ProcessNode): boolean =>
  type.endsWith('start') || type.endsWith('end') || type === 'timer-wait';

/** The room of an event, a gateway or a task, as large as bpmn-js draws them, with what is written beside it. */
export function roomOf(node: ProcessNode, flows: readonly ProcessFlow[]): Room {
  if (isEvent(node)) return eventRoom(node);
  if (isGateway(node)) return gatewayRoom(node, flows);
  return { ...TASK, shape: { x: 0, y: 0, ...TASK }, flowAt: TASK.height / 2 };
}

/** An event is named below. */
function eventRoom({ name }: ProcessNode): Room {
  const text = textSize(name);
  const width = Math.max(EVENT, text.width);
  const shape = { x: (width - EVENT) / 2, y: 0, width: EVENT, height: EVENT };
  return { width, height: EVENT + GAP + text.height, shape, flowAt: EVENT / 2 };
}

/** A gateway is named above on the left; the answers stand behind it. */
function gatewayRoom({ id, name }: ProcessNode, flows: readonly ProcessFlow[]): Room {
  const text = textSize(name);
  const answers = flows.filter(({ from }) => from === id).map((flow) => textSize(flow.name).width);
  const left = Math.max(0, text.width - GATEWAY);
  const top = text.height > 0 ? text.height + GAP : 0;
  const right = Math.max(0, Math.max(0, ...answers) - GATEWAY / 2);
  const shape = { x: left, y: top, width: GATEWAY, height: GATEWAY };
  return { width: left + GATEWAY + right, height: 2 * top + GATEWAY, shape, flowAt: top + GATEWAY / 2 };
}

/** What an expanded sub-process needs around its contents: its name above, its markers below. */
export const FRAME = { top: 40, bottom: 36, sides: 30 };

/** The room of an expanded sub-process, of which flows enter and leave level with the line inside. */
export function frameRoom(contents: Bounds, start: Point): Room {
  const width = contents.width + 2 * FRAME.sides;
  const height = contents.height + FRAME.top + FRAME.bottom;
  const flowAt = start.y - contents.y + FRAME.top;
  return { width, height, shape: { x: 0, y: 0, width, height }, flowAt };
}
