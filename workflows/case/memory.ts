import {
  elementOf,
  type CaseView,
  type ClaimedCase,
  type ClockView,
  type Codes,
  type FiredTrigger,
  type LetterNeed,
  type ProcessEvent,
  type StepKey,
} from '../../domain/cases/process';

/**
 * What this run knows of its case: loaded from the record when it takes the case over, and kept in step with
 * every event it hands to the record.
 */
export class Memory {
  readonly facts: ClaimedCase['facts'];
  readonly reopened: number;
  readonly done: Map<StepKey, Codes>;
  readonly open: Set<StepKey>;
  readonly fired: FiredTrigger[];
  readonly handled: Set<string>;
  /** Steps of effects that now wait for a person, how often they have, and for what. */
  readonly needs: Map<StepKey, { count: number; open: LetterNeed | null }>;
  /** Event sub-processes now running, as `clarification-needed#1`. */
  private readonly running = new Set<string>();
  clock: ClockView;
  legalHold: boolean;
  closed: boolean;

  constructor(claimed: ClaimedCase) {
    this.facts = claimed.facts;
    this.reopened = claimed.reopened;
    this.done = new Map(Object.entries(claimed.done));
    this.open = new Set(claimed.open);
    this.fired = [...claimed.fired];
    this.handled = new Set(claimed.handled);
    this.needs = new Map(Object.entries(claimed.needs).map(([step, need]) => [step, { ...need }]));
    this.clock = claimed.clock;
    this.legalHold = claimed.legalHold;
    this.closed = claimed.closed !== null;
  }

  /** Takes an event in at the moment it is decided, before it is recorded. */
  take(event: ProcessEvent): void {
    if (event.submission) this.handled.add(event.submission);
    const { step } = event;
    if (event.type === 'fired' && event.element)
      this.fired.push({ element: event.element, number: event.number ?? 1, data: event.data ?? {} });
    if (event.type === 'closed') this.closed = true;
    if (event.type === 'reopened') this.closed = false;
    if (!step) return;
    if (event.type === 'step-entered') this.open.add(step);
    if (event.type === 'step-left') this.done.set(step, event.data ?? {});
    if (event.type === 'step-left' || event.type === 'step-cancelled') {
      this.open.delete(step);
      this.needs.delete(step);
    }
    if (event.type === 'step-needs-person')
      this.needs.set(step, {
        count: (this.needs.get(step)?.count ?? 0) + 1,
        open: (event.data?.need ?? null) as LetterNeed | null,
      });
    if (event.type === 'step-person-done')
      this.needs.set(step, { count: this.needs.get(step)?.count ?? 1, open: null });
  }

  /** What the steps of this element answered last; nothing where none has. */
  said(element: string): Codes {
    return [...this.done].findLast(([step]) => elementOf(step) === element)?.[1] ?? {};
  }

  /** How often an event sub-process was started so far. */
  timesFired(element: string): number {
    return this.fired.filter((trigger) => trigger.element === element).length;
  }

  view(waiting: readonly StepKey[]): CaseView {
    return {
      facts: this.facts,
      closed: this.closed,
      waiting,
      open: [...this.open],
      running: [...this.running].map(elementOf),
      clock: this.clock,
      legalHold: this.legalHold,
    };
  }

  start(eventSubProcess: string): void {
    this.running.add(eventSubProcess);
  }

  stop(eventSubProcess: string): void {
    this.running.delete(eventSubProcess);
  }

  /** Whether an event sub-process runs. */
  get busy(): boolean {
    return this.running.size > 0;
  }

  /** Ids of the elements now open, for people who look at the workflow itself. */
  openElements(): string[] {
    return [...new Set([...this.open].map(elementOf))];
  }
}
