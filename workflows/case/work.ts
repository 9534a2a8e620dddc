import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  condition,
} from '@temporalio/workflow';
import type { LetterResult, StepRef } from '../../activities/contract';
import type { CaseDefinition } from '../../domain/cases/definition';
import { elementOf, itemOf, type CaseFacts, type Codes, type StepKey } from '../../domain/cases/process';
import type { Alarm } from './alarm';
import type { Journal } from './journal';
import { now } from './journal';
import type { Memory } from './memory';
import { effects } from './ports';
import { Scope } from './scope';
import type { ByItem, StepNames, Steps } from './spec';

/** What the steps of a case share while it runs. */
export interface Floor {
  readonly reference: string;
  readonly definition: CaseDefinition;
  readonly memory: Memory;
  readonly journal: Journal;
  readonly alarm: Alarm;
  /** Steps that now wait for a person. */
  readonly waiting: Set<StepKey>;
  /** Steps whose effect is under way in the world; an interruption waits for them. */
  readonly inFlight: Set<StepKey>;
  /** Starts an interrupting event sub-process, which cancels the scope this is called in. */
  interrupt(element: string, data: Codes): void;
  /** Starts an event sub-process beside the process, once for each `by`. */
  begin(element: string, by: StepKey, data: Codes): Promise<void>;
}

type Needed = Extract<LetterResult, { state: 'needs' }> & { readonly failure?: string };

/** An effect that failed for good: a person must put the cause right. */
class Failed {
  constructor(private readonly failure: string) {}

  get needed(): Needed {
    return { state: 'needs', letter: '', need: 'repair', failure: this.failure };
  }
}

/** The steps of a process, taken from one place in it. A step that the record holds is not done again. */
export class Work<S extends StepNames> implements Steps<S> {
  constructor(
    private readonly floor: Floor,
    private readonly scope: Scope = new Scope(),
  ) {}

  get facts(): CaseFacts {
    return this.floor.memory.facts;
  }

  get reopened(): number {
    return this.floor.memory.reopened;
  }

  userTask(element: S['userTask'], data: Codes = {}): Promise<Codes> {
    return this.once(element, data, async (step) => {
      await this.person(step, () => this.floor.memory.done.has(step));
      return this.floor.memory.done.get(step) ?? {};
    });
  }

  said(element: S['userTask']): Codes {
    return this.floor.memory.said(element);
  }

  send(element: S['sendTask'], data: Codes = {}): Promise<Codes> {
    return this.once(element, data, async (step) => {
      const effect = sending(this.floor.definition, elementOf(step));
      if (this.floor.memory.needs.get(step)?.open) await this.personForEffect(step);
      for (;;) {
        const codes = await this.inTheWorld(step, effect, data, (result) => {
          if (result instanceof Failed) return this.askPerson(step, result.needed);
          if (result.state !== 'given') return this.askPerson(step, result);
          const { letter, way, givenAt, noEffect } = result;
          return this.leave(step, { ...data, letter, way, givenAt, ...(noEffect && { noEffect }) }, givenAt);
        });
        if (codes) return codes;
        await this.personForEffect(step);
      }
    });
  }

  call(element: S['serviceTask'], data: Codes = {}): Promise<Codes> {
    return this.once(element, data, async (step) => {
      const effect = service(this.floor.definition, element);
      for (;;) {
        const codes = await this.inTheWorld(step, effect, data, (result) =>
          result instanceof Failed ? this.askPerson(step, result.needed) : this.leave(step, result),
        );
        if (codes) return codes;
        await this.personForEffect(step);
      }
    });
  }

  until(element: S['wait'], moment: string | Promise<unknown> | null, data: Codes = {}): Promise<Codes> {
    const until = moment instanceof Promise ? null : moment;
    return this.once(element, { ...data, until }, async (step) => {
      const { done } = this.floor.memory;
      let over = false;
      // Where that part fails, whoever awaits it says so.
      if (moment instanceof Promise)
        void moment.then(
          () => (over = true),
          () => undefined,
        );
      await this.person(step, () => over || done.has(step), until);
      if (!done.has(step)) void this.floor.journal.left(step, { early: false });
      return done.get(step) ?? {};
    });
  }

  async forEach(
    element: S['repeated'],
    items: readonly string[],
    body: (one: Steps<S>, item: string) => Promise<Codes | void>,
  ): Promise<ByItem> {
    const unique = [...new Set(items)];
    const answers = await this.once(element, { items: unique }, async (step) => {
      const each = await Promise.all(
        unique.map(async (item) => {
          const answer = await body(new Work(this.floor, this.scope.inside(step, item)), item);
          return Object.entries(answer ?? {}).map(([name, code]) => [`${item}:${name}`, code] as const);
        }),
      );
      const codes: Codes = Object.fromEntries(each.flat());
      void this.floor.journal.left(step, codes);
      return codes;
    });
    return byItem(unique, answers);
  }

  within(element: S['subProcess'], body: (inside: Steps<S>) => Promise<Codes | void>): Promise<Codes> {
    return this.once(element, {}, async (step) => {
      const answer = (await body(new Work(this.floor, this.scope.inside(step)))) ?? {};
      void this.floor.journal.left(step, answer);
      return answer;
    });
  }

  async begin(aside: S['aside'], data: Codes = {}): Promise<void> {
    refuseIfCancelled();
    await this.floor.begin(aside, this.scope.next(aside), data);
  }

  async parallel(...branches: readonly (() => Promise<unknown>)[]): Promise<void> {
    await Promise.all(branches.map((branch) => branch()));
  }

  async raise(interrupt: S['interrupt'], data: Codes = {}): Promise<never> {
    refuseIfCancelled();
    this.floor.interrupt(interrupt, data);
    throw new CancelledFailure('interrupted');
  }

  /** Does a step unless the record holds its result already. */
  private async once(element: string, data: Codes, body: (step: StepKey) => Promise<Codes>): Promise<Codes> {
    refuseIfCancelled();
    const step = this.scope.next(element);
    const done = this.floor.memory.done.get(step);
    if (done) return done;
    void this.floor.journal.entered(step, data);
    return body(step);
  }

  private leave(step: StepKey, codes: Codes, at?: string): Codes {
    void this.floor.journal.left(step, codes, undefined, at);
    return codes;
  }

  /** Records that the effect's step waits for a person; what was interrupted meanwhile is cancelled instead. */
  private askPerson(step: StepKey, { need, letter, failure }: Needed): null {
    if (cancelled()) {
      void this.floor.journal.cancelled(step);
      throw new CancelledFailure('interrupted');
    }
    void this.floor.journal.needsPerson(step, { need, letter, failure });
    return null;
  }

  private async personForEffect(step: StepKey): Promise<void> {
    await this.person(step, () => this.floor.memory.needs.get(step)?.open === null);
  }

  /** Waits until somebody did their part, or until the moment comes. */
  private async person(step: StepKey, done: () => boolean, until: string | null = null): Promise<void> {
    this.floor.waiting.add(step);
    try {
      if (until === null) await condition(done);
      else await this.floor.alarm.unless(done, Date.parse(dawnOf(until)));
    } finally {
      this.floor.waiting.delete(step);
    }
  }

  /**
   * An effect is never cut short: what has begun in the world is seen through. What it came to is recorded in the same
   * breath as it ends, by `settle`: an interruption finds the step either in flight or settled, never between.
   */
  private async inTheWorld<T, R>(
    step: StepKey,
    effect: (ref: StepRef) => Promise<T>,
    data: Codes,
    settle: (result: T | Failed) => R,
  ): Promise<R> {
    const { reference, inFlight } = this.floor;
    const item = itemOf(step) ?? (typeof data.item === 'string' ? data.item : null);
    const ref: StepRef = { reference, step, element: elementOf(step), item, data, at: now() };
    inFlight.add(step);
    try {
      return settle(await CancellationScope.nonCancellable(() => effect(ref)).catch(asFailed));
    } finally {
      inFlight.delete(step);
    }
  }
}

/** An effect that failed for good; any other error is passed on. */
function asFailed(error: unknown): Failed {
  if (error instanceof ActivityFailure) return new Failed(codeOf(error));
  throw error;
}

/** Failures say what went wrong by a code; their messages stay out of the record. */
const codeOf = ({ cause }: ActivityFailure): string =>
  (cause instanceof ApplicationFailure && cause.type) || 'failed';

/** Recorded flat, as `cctv:outcome`: an item's key never contains a colon. */
const byItem = (items: readonly string[], answers: Codes): ByItem =>
  Object.fromEntries(
    items.map((item) => [
      item,
      Object.fromEntries(
        Object.entries(answers)
          .filter(([name]) => name.startsWith(`${item}:`))
          .map(([name, code]) => [name.slice(item.length + 1), code]),
      ),
    ]),
  );

/** A date as the moment its work begins: at eight in Greenwich it is the same day in London all year. */
const dawnOf = (moment: string): string => (moment.length === 10 ? `${moment}T08:00:00.000Z` : moment);

const cancelled = (): boolean => CancellationScope.current().consideredCancelled;

function refuseIfCancelled(): void {
  if (cancelled()) throw new CancelledFailure('interrupted');
}

/** What a send task does: a letter, or word to staff, which never waits for a person. */
function sending(definition: CaseDefinition, element: string): (ref: StepRef) => Promise<LetterResult> {
  const letter = definition.letters[element];
  if (letter?.to === 'staff') return tell;
  return (ref) =>
    effects.sendLetter.executeWithOptions({ summary: labelled(letter?.title ?? element, ref) }, [ref]);
}

/** What the Temporal UI calls an effect: its title, and the system it is about. */
const labelled = (title: string, { item }: StepRef): string => (item === null ? title : `${title}: ${item}`);

async function tell(ref: StepRef): Promise<LetterResult> {
  await effects.tell.executeWithOptions({ summary: `Tell staff: ${String(ref.data.point ?? '')}` }, [ref]);
  return { state: 'given', letter: '', way: 'email', givenAt: now() };
}

/** The activity that does a service task. */
function service(definition: CaseDefinition, element: string): (ref: StepRef) => Promise<Codes> {
  const name = definition.services[element];
  if (!name) throw new TypeError(`No activity does the service task ${element}`);
  return (ref) => effects[name].executeWithOptions({ summary: element }, [ref]);
}
