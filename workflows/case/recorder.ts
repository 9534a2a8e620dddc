import { condition } from '@temporalio/workflow';
import type { ProcessEvent, RecordAnswer } from '../../domain/cases/process';
import { record } from './ports';

/** Long enough for whatever follows from an event to join its batch; short enough to be nothing. */
const SETTLING_MICROTASKS = 40;

/** Thrown to whoever waits for an event that this run can no longer record: the next run will know. */
export class Superseded extends Error {}

type Recorded = Extract<RecordAnswer, { outcome: 'recorded' }>;

interface Entry {
  readonly event: ProcessEvent;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Hands events to the record in order and in batches, one batch at a time. */
export class Recorder {
  private queue: Entry[] = [];
  private inFlight = false;
  /** Set when another run, or the record itself, is ahead of this one. It never records again. */
  stale: 'fenced' | 'behind' | null = null;

  constructor(
    private readonly reference: string,
    private readonly epoch: number,
    private known: number,
    private readonly onRecorded: (answer: Recorded) => void,
  ) {}

  get idle(): boolean {
    return this.queue.length === 0 && !this.inFlight;
  }

  get sequence(): number {
    return this.known;
  }

  /** Resolves when the event is in the record. Rejects with {@link Superseded} if this run may not write it. */
  add(event: ProcessEvent): Promise<void> {
    const recorded = new Promise<void>((resolve, reject) => {
      if (this.stale) reject(new Superseded());
      else this.queue.push({ event, resolve, reject });
    });
    // Most callers do not wait for their event; those who do still see the rejection.
    recorded.catch(() => undefined);
    return recorded;
  }

  /** Runs until this run is stale. */
  async run(): Promise<void> {
    while (!this.stale) {
      await condition(() => this.queue.length > 0);
      await this.flush();
    }
  }

  private async flush(): Promise<void> {
    for (let i = 0; i < SETTLING_MICROTASKS; i++) await Promise.resolve();
    const batch = this.queue.splice(0);
    this.inFlight = true;
    const answer = await record.record({
      reference: this.reference,
      epoch: this.epoch,
      known: this.known,
      events: batch.map((entry) => entry.event),
    });
    this.inFlight = false;
    if (answer.outcome === 'stale') return this.abandon(answer.reason, batch);
    this.known = answer.known;
    this.onRecorded(answer);
    for (const entry of batch) entry.resolve();
  }

  private abandon(reason: 'fenced' | 'behind', batch: readonly Entry[]): void {
    this.stale = reason;
    for (const entry of [...batch, ...this.queue.splice(0)]) entry.reject(new Superseded());
  }
}
