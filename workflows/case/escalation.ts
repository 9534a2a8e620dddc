import { condition } from '@temporalio/workflow';
import type { NextPoint } from '../../domain/cases/process';
import type { Alarm } from './alarm';
import type { Memory } from './memory';

const keyOf = (next: NextPoint | null): string => (next ? `${next.point}@${next.at}` : '');

/**
 * Fires the next point at its instant, however often that moves until then. Never returns. A point that fired is
 * forgotten until the record names another, so that it cannot spin.
 */
export async function escalate(memory: Memory, alarm: Alarm, fire: (point: string) => void): Promise<never> {
  let fired = '';
  for (;;) {
    await condition(() => memory.clock.next !== null && keyOf(memory.clock.next) !== fired);
    const next = memory.clock.next;
    if (!next) continue;
    if (await alarm.unless(() => keyOf(memory.clock.next) !== keyOf(next), Date.parse(next.at))) continue;
    fired = keyOf(next);
    fire(next.point);
  }
}
