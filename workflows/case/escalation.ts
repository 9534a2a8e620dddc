import { condition } from '@temporalio/workflow';
import type { NextPoint } from '../../domain/cases/process';
import type { Memory } from './memory';

const keyOf = (next: NextPoint | null): string => (next ? `${next.point}@${next.at}` : '');

/**
 * One timer per case, armed for the next point and armed anew only when that instant moves; a point whose instant has
 * come needs none. Never returns. A point that fired is forgotten until the record names another, so that it cannot spin.
 */
export async function escalate(memory: Memory, fire: (point: string) => void): Promise<never> {
  let fired = '';
  for (;;) {
    await condition(() => memory.clock.next !== null && keyOf(memory.clock.next) !== fired);
    const next = memory.clock.next;
    if (!next) continue;
    const ahead = Date.parse(next.at) - Date.now();
    if (ahead > 0 && (await condition(() => keyOf(memory.clock.next) !== keyOf(next), ahead))) continue;
    fired = keyOf(next);
    fire(next.point);
  }
}
