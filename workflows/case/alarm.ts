import { CancellationScope, condition, sleep } from '@temporalio/workflow';

/**
 * Wakes the case at the instants it waits for. Its timers are never taken back: a wait that is over leaves its own, which
 * wakes the case for nothing, once; none is armed where an earlier one will wake the case and have it look again. So two
 * that come in the same breath never meet a case that takes one of them back.
 */
export class Alarm {
  /** Instants, in milliseconds, at which a timer will wake the case. */
  private readonly armed = new Set<number>();
  private wakings = 0;

  /** True as soon as it is over, false where the instant came first. Ends with the scope it is called in. */
  async unless(over: () => boolean, at: number): Promise<boolean> {
    for (;;) {
      if (over()) return true;
      if (Date.now() >= at) return false;
      this.arm(at);
      const before = this.wakings;
      await condition(() => over() || this.wakings !== before);
    }
  }

  private arm(at: number): void {
    for (const sooner of this.armed) if (sooner <= at) return;
    this.armed.add(at);
    void CancellationScope.nonCancellable(() => sleep(at - Date.now())).then(() => {
      this.armed.delete(at);
      this.wakings += 1;
    });
  }
}
