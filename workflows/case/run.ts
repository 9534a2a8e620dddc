import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  elementOf,
  type ActAnswer,
  type ActRequest,
  type CaseInput,
  type Codes,
} from '../../domain/cases/process';
import { escalate } from './escalation';
import { Journal, now } from './journal';
import { Memory } from './memory';
import { act, look } from './messages';
import { record } from './ports';
import { Recorder, Superseded } from './recorder';
import { refusalOf } from './rules';
import { Scope } from './scope';
import { show } from './showing';
import type { Ending, ProcessSpec, StepNames, Steps } from './spec';
import { Work, type Floor } from './work';

/**
 * Runs a case from its record to its end. Whatever the record holds is not done again, so the same function
 * begins a case, goes on after continue-as-new, and takes it over when Temporal's own store was lost.
 *
 * @returns the outcome, or `superseded` when a newer start has taken the case over.
 */
export async function runCase<S extends StepNames>(input: CaseInput, spec: ProcessSpec<S>): Promise<string> {
  const front = new Front(spec);
  setHandler(act, (request) => front.act(request), { validator: (request) => front.validate(request) });
  setHandler(look, () => front.lookAgain());

  const claimed = await record.claim({ ...input, at: now() });
  if (claimed.generation > input.generation) return 'superseded';

  const memory = new Memory(claimed);
  const recorder = new Recorder(input.reference, claimed.epoch, claimed.known, (answer) => {
    memory.clock = answer.clock;
    memory.legalHold = answer.legalHold;
    show(spec.definition, memory);
  });
  const run = new CaseRun(input.reference, spec, memory, recorder);
  show(spec.definition, memory);

  const outcome = await Promise.race([
    claimed.closed === null ? run.process() : front.afterwards(claimed.closed),
    run.crashed,
    recorder.run().then(() => null),
    escalate(memory, (point) => run.escalate(point)),
    settled()
      .then(() => front.open(run))
      .then(() => condition(() => front.shouldReload && run.quiet))
      .then(() => null),
  ]);
  front.closing = true;
  await condition(allHandlersFinished);
  if (outcome !== null) return outcome;
  return continueAsNew<(input: CaseInput) => Promise<string>>(input);
}

/** Resolves when everything that needs no waiting has happened: the process stands where the record left it. */
function settled(): Promise<void> {
  let asked = 0;
  return condition(() => asked++ > 0);
}

/** Everything people say to the case arrives here, from before it is loaded until after it has ended. */
class Front<S extends StepNames> {
  closing = false;
  private wanted = false;
  private run: CaseRun<S> | null = null;

  constructor(private readonly spec: ProcessSpec<S>) {}

  open(run: CaseRun<S>): void {
    this.run = run;
  }

  /** A machine event is a row in the record first; the signal only says: look. */
  lookAgain(): void {
    this.wanted = true;
  }

  get shouldReload(): boolean {
    return this.wanted || workflowInfo().continueAsNewSuggested;
  }

  /** A closed case is woken for as long as someone speaks to it: to note, to link, to hold, to reopen. */
  async afterwards(outcome: string): Promise<string | null> {
    await condition(() => this.run !== null);
    await condition(allHandlersFinished);
    return this.run?.memory.closed ? outcome : null;
  }

  /** Refuses what the rules forbid before anything enters the history. Before the case is loaded it cannot know. */
  validate(request: ActRequest): void {
    if (this.closing) throw reloading();
    if (this.run) this.refuseIfForbidden(this.run, request);
  }

  /** Decides at once, then waits until the record holds it, so that the next page shows it. */
  async act(request: ActRequest): Promise<ActAnswer> {
    await condition(() => this.run !== null || this.closing);
    const { run } = this;
    if (!run || this.closing) throw reloading();
    try {
      if (!run.knows(request)) {
        this.refuseIfForbidden(run, request);
        await run.apply(request);
      }
      await condition(() => run.recorded);
      return { sequence: run.sequence };
    } catch (error) {
      if (error instanceof Superseded) throw reloading();
      throw error;
    }
  }

  private refuseIfForbidden(run: CaseRun<S>, request: ActRequest): void {
    if (run.knows(request)) return;
    const refusal =
      refusalOf(this.spec.definition, run.view(), request, now()) ?? run.refusalWhileClosing(request);
    if (refusal) throw ApplicationFailure.nonRetryable(refusal.message, 'refused', refusal);
  }
}

/** Not yet known: the same request, sent again, meets the next run. */
const reloading = () =>
  ApplicationFailure.nonRetryable('The case is being loaded again. Send the same again.', 'reloading');

interface Interruption<S extends StepNames> {
  readonly element: S['interrupt'];
  readonly number: number;
  readonly data: Codes;
}

/** One run of one case: its process, what runs beside it, and what may end it early. */
class CaseRun<S extends StepNames> implements Floor {
  readonly journal: Journal;
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
    if (completes) {
      const step = [...this.waiting].find((waiting) => elementOf(waiting) === completes.element) ?? '';
      return this.complete(request, step, completes.with);
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

  private async interrupted(): Promise<Ending<S>> {
    const interruption = this.interruption;
    if (!interruption) throw new TypeError('Not interrupted');
    await condition(() => this.inFlight.size === 0);
    const { element, number, data } = interruption;
    const work = new Work<S>(this, new Scope(`${element}#${number}/`));
    return this.scope.run(() => this.spec.interrupts[element](work, data));
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

  /** Starts again what was running beside the process when it was last recorded. */
  private resume(): void {
    const round = this.memory.fired.filter((trigger) => trigger.data.round === this.memory.reopened);
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
