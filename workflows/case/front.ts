import { allHandlersFinished, ApplicationFailure, condition, workflowInfo } from '@temporalio/workflow';
import type { ActAnswer, ActRequest } from '../../domain/cases/process';
import type { CaseRun } from './case-run';
import { now } from './journal';
import { Superseded } from './recorder';
import { refusalOf } from './rules';
import type { ProcessSpec, StepNames } from './spec';

/** Everything people say to the case arrives here, from before it is loaded until after it has ended. */
export class Front<S extends StepNames> {
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

  /**
   * A closed case is woken for as long as someone speaks to it: to note, to link, to hold, to reopen; and for as long as
   * something runs beside it that was begun since. Null where it was reopened.
   */
  async afterwards(run: CaseRun<S>, outcome: string): Promise<string | null> {
    run.resumeAfterClosing();
    await condition(() => this.run !== null);
    await condition(() => allHandlersFinished() && (run.memory.closed ? run.done : run.quiet));
    return run.memory.closed ? outcome : null;
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
