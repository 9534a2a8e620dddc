import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import { elementOf, type ActRequest, type Codes, type StepKey } from '../../domain/cases/process';
import { Alarm } from './alarm';
import { Journal } from './journal';
import type { Memory } from './memory';
import { Superseded, type Recorder } from './recorder';
import { Scope } from './scope';
import type { Ending, ProcessSpec, StepNames, Steps } from './spec';
import { Work, type Floor } from './work';

interface Interruption<S extends StepNames> {
  readonly element: S['interrupt'];
  readonly number: number;
  readonly data: Codes;
}

/** One run of one case: its process, what runs beside it, and what may end it early. */
export class CaseRun<S extends StepNames> implements Floor {
  readonly journal: Journal;
  readonly alarm = new Alarm();
  readonly waiting = new Set<string>();
  readonly inFlight = new Set<string>();
  /** Rejects when something beside the process fails in a way the code does not know. */
  readonly crashed: Promise<never>;
  private crash!: (error: unknown) => void;
  private interruption: Interruption<S> | null = null;
  /** The end was reached: nothing new starts beside it. */
  private ended = false;
  private readonly root = CancellationScope.current();
  private scope = new CancellationScope({ cancellable: true, parent: this.root });

  constructor(
    readonly reference: string,
    private readonly spec: ProcessSpec<S>,
    readonly memory: Memory,
    private readonly recorder: Recorder,
  ) {
    this.journal = new Journal(spec.definition, memory, recorder);
    this.crashed = new Promise((_, reject) => (this.crash = reject));
  }

  get definition() {
    return this.spec.definition;
  }

  get recorded(): boolean {
    return this.recorder.idle;
  }

  get quiet(): boolean {
    return this.recorder.idle && this.inFlight.size === 0;
  }

  /** Nothing runs beside the case, and what it came to is recorded. */
  get done(): boolean {
    return this.quiet && !this.memory.busy;
  }

  get sequence(): number {
    return this.recorder.sequence;
  }

  knows(request: ActRequest): boolean {
    return this.memory.handled.has(request.id);
  }

  view() {
    return this.memory.view([...this.waiting]);
  }

  /** The whole case: the body, or what an interruption puts in its place, then the closing. */
  async process(): Promise<string> {
    try {
      this.resume();
      const ending = (await this.body()) ?? (await this.interrupted());
      await this.close(ending);
      return ending.outcome;
    } catch (error) {
      // This run may write no more; the recorder's own end decides what happens next.
      if (error instanceof Superseded) return new Promise(() => undefined);
      throw error;
    }
  }

  refusalWhileClosing(request: ActRequest) {
    const fires =
      request.action === 'complete' ? undefined : this.spec.definition.actions[request.action]?.fires;
    return fires && (this.ended || (this.interruption && fires in this.spec.interrupts))
      ? { code: 'case-closing', message: 'This case is being closed already.' }
      : null;
  }

  /** The transition a request asks for, decided at once. Resolves when it is recorded. */
  apply(request: ActRequest): Promise<void> {
    if (request.action === 'complete') return this.complete(request, request.step ?? '', request.codes);
    const action = this.spec.definition.actions[request.action];
    const { completes, fires } = action ?? {};
    const step = completes && [...this.waiting].find((waiting) => elementOf(waiting) === completes.element);
    if (completes && step !== undefined) {
      return this.complete(request, step, { ...request.codes, early: true, ...completes.with });
    }
    if (request.action === 'reopen') return this.journal.reopened(request);
    if (!fires) return this.journal.acted(request);
    return fires in this.spec.interrupts
      ? this.interrupt(fires, request.codes, request)
      : this.startAside(fires as S['aside'], request.codes, request);
  }

  escalate(point: string): void {
    if (this.ended) return;
    void this.journal.escalated(point);
    const { element } = this.spec.timer;
    const { number } = this.journal.fired(element, { point });
    this.beside(element, number, (c) => this.spec.timer.run(c, { point }));
  }

  interrupt(element: string, data: Codes, request?: ActRequest): Promise<void> {
    const { number, recorded } = this.journal.fired(element, data, request);
    this.interruption = { element, number, data };
    this.dropEverything();
    return recorded;
  }

  async begin(element: string, by: StepKey, data: Codes): Promise<void> {
    if (this.memory.fired.some((one) => one.element === element && one.data.by === by)) return;
    await this.startAside(element as S['aside'], { ...data, by });
  }

  private complete(request: ActRequest, step: string, codes: Codes): Promise<void> {
    return this.memory.needs.get(step)?.open
      ? this.journal.personDone(step, codes, request)
      : this.journal.left(step, codes, request);
  }

  /** Null when it was interrupted. */
  private async body(): Promise<Ending<S> | null> {
    if (this.interruption) return null;
    const place = this.memory.reopened ? new Scope(`reopened#${this.memory.reopened}/`) : new Scope();
    try {
      return await this.scope.run(() => this.spec.body(new Work<S>(this, place)));
    } catch (error) {
      if (isCancellation(error) && this.interruption) return null;
      throw error;
    }
  }

  /** What ends it early may itself be ended otherwise: a death, while the refusal waits to be sent. */
  private async interrupted(): Promise<Ending<S>> {
    for (;;) {
      await condition(() => this.inFlight.size === 0);
      const { interruption } = this;
      if (!interruption) throw new TypeError('Not interrupted');
      const { element, number, data } = interruption;
      const work = new Work<S>(this, new Scope(`${element}#${number}/`));
      try {
        return await this.scope.run(() => this.spec.interrupts[element](work, data));
      } catch (error) {
        if (!isCancellation(error) || this.interruption === interruption) throw error;
      }
    }
  }

  private async close(ending: Ending<S>): Promise<void> {
    this.ended = true;
    this.dropEverything();
    await condition(() => this.inFlight.size === 0);
    await this.journal.closed(ending.end, ending.outcome);
  }

  /** Cancels all that waits for people. What is under way in the world is seen through. */
  private dropEverything(): void {
    for (const step of [...this.memory.open].reverse())
      if (!this.inFlight.has(step)) void this.journal.cancelled(step);
    this.scope.cancel();
    this.scope = new CancellationScope({ cancellable: true, parent: this.root });
  }

  private startAside(element: S['aside'], data: Codes, request?: ActRequest): Promise<void> {
    const { number, recorded } = this.journal.fired(element, data, request);
    this.beside(element, number, (c) => this.spec.asides[element](c, data));
    return recorded;
  }

  private beside(element: string, number: number, run: (c: Steps<S>) => Promise<unknown>): void {
    const key = `${element}#${number}`;
    const work = new Work<S>(this, new Scope(`${key}/`));
    this.memory.start(key);
    this.scope
      .run(() => run(work))
      .catch((error: unknown) => {
        if (!isCancellation(error) && !(error instanceof Superseded)) this.crash(error);
      })
      .finally(() => this.memory.stop(key));
  }

  /** Starts again what was begun beside a closed case, since it was closed. */
  resumeAfterClosing(): void {
    for (const { element, number, data } of this.memory.fired)
      if (data.afterClosing && data.round === this.memory.reopened) this.resumeAside(element, number, data);
  }

  /**
   * Starts again what was running beside the process when it was last recorded. What began while the case was closed
   * goes on when it is reopened.
   */
  private resume(): void {
    const { fired, reopened } = this.memory;
    const round = fired.filter(
      ({ data }) => data.round === reopened || (data.afterClosing && data.round === reopened - 1),
    );
    const cut = round.findLastIndex((trigger) => trigger.element in this.spec.interrupts);
    const last = round[cut];
    if (last) {
      this.interruption = last;
      const own = `${last.element}#${last.number}/`;
      const alive = round.slice(cut + 1).map((trigger) => `${trigger.element}#${trigger.number}/`);
      for (const step of [...this.memory.open].reverse())
        if (![own, ...alive].some((path) => step.startsWith(path))) void this.journal.cancelled(step);
    }
    for (const { element, number, data } of round.slice(cut + 1)) this.resumeAside(element, number, data);
  }

  private resumeAside(element: string, number: number, data: Codes): void {
    const { timer, asides } = this.spec;
    if (element === timer.element) return this.beside(element, number, (c) => timer.run(c, data));
    const aside = asides[element as S['aside']];
    if (aside) this.beside(element, number, (c) => aside(c, data));
  }
}
