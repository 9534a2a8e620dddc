import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';

export const touch = defineUpdate<number>('touch');
export const end = defineSignal('end');

/** The least that an update can be: a number goes up. The floor under every staff action. */
export async function bare(): Promise<void> {
  let touched = 0;
  let ended = false;
  setHandler(touch, () => ++touched);
  setHandler(end, () => void (ended = true));
  await condition(() => ended);
}
