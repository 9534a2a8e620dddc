import { elementOf, type Codes, type ProcessEvent, type StepKey } from '../../domain/cases/process';
import type { CaseDefinition } from '../../domain/cases/definition';
import type { ActRequest } from '../../domain/cases/process';
import type { Memory } from './memory';
import type { Recorder } from './recorder';

/** Workflow time. Deterministic: the sandbox's clock is the history's. */
export const now = (): string => new Date().toISOString();

/** A date of effect as an instant: noon in Greenwich is the same day in London all year. */
const asInstant = (at: string): string => (at.length === 10 ? `${at}T12:00:00.000Z` : at);

/** Who did something, and from when it counts; absent for what the process does by itself. */
export type By = Pick<ActRequest, 'id' | 'actor' | 'effectiveAt'>;

const signed = (by: By | undefined) =>
  by && by.actor !== null ? { submission: by.id, actor: by.actor } : {};

/** Says what happened, once: to this run's memory at once, and to the record. */
export class Journal {
  constructor(
    private readonly definition: CaseDefinition,
    private readonly memory: Memory,
    private readonly recorder: Recorder,
  ) {}

  entered(step: StepKey, data: Codes = {}): Promise<void> {
    if (this.memory.open.has(step)) return Promise.resolve();
    return this.say({ key: `${step}:entered`, type: 'step-entered', element: elementOf(step), step, data });
  }

  /** `at` is the date of effect for the clock, such as the day a letter was given. */
  left(step: StepKey, data: Codes, by?: By, at: string = by?.effectiveAt ?? now()): Promise<void> {
    const element = elementOf(step);
    return this.say({
      key: `${step}:left`,
      type: 'step-left',
      element,
      step,
      data,
      ...signed(by),
      effectiveAt: asInstant(at),
      clock: this.definition.clock(element, data, at),
    });
  }

  cancelled(step: StepKey): Promise<void> {
    return this.say({ key: `${step}:cancelled`, type: 'step-cancelled', element: elementOf(step), step });
  }

  needsPerson(step: StepKey, data: Codes): Promise<void> {
    const number = (this.memory.needs.get(step)?.count ?? 0) + 1;
    return this.say({
      key: `${step}:needs#${number}`,
      type: 'step-needs-person',
      element: elementOf(step),
      step,
      data,
    });
  }

  personDone(step: StepKey, data: Codes, by: By): Promise<void> {
    const number = this.memory.needs.get(step)?.count ?? 1;
    return this.say({
      key: `${step}:done#${number}`,
      type: 'step-person-done',
      element: elementOf(step),
      step,
      data,
      ...signed(by),
      effectiveAt: asInstant(by.effectiveAt ?? now()),
    });
  }

  /** An event sub-process starts. Answers which time this is. */
  fired(element: string, data: Codes, action?: ActRequest): { number: number; recorded: Promise<void> } {
    const number = this.memory.timesFired(element) + 1;
    const at = action?.effectiveAt ?? now();
    const recorded = this.say({
      key: action?.id ?? `${element}#${number}:fired`,
      type: 'fired',
      element,
      number,
      data: { ...data, round: this.memory.reopened, ...(this.memory.closed && { afterClosing: true }) },
      ...signed(action),
      effectiveAt: asInstant(at),
      ...(action && action.action !== 'complete'
        ? { action: action.action, clock: this.definition.clock(action.action, data, at) }
        : {}),
    });
    return { number, recorded };
  }

  acted(request: ActRequest): Promise<void> {
    if (request.action === 'complete') throw new TypeError('A finished task is not an action');
    const at = request.effectiveAt ?? now();
    return this.say({
      key: request.id,
      type: 'acted',
      action: request.action,
      data: request.codes,
      ...signed(request),
      effectiveAt: asInstant(at),
      clock: this.definition.clock(request.action, request.codes, at),
    });
  }

  /** The diagram's second start: a new round begins. */
  reopened(request: ActRequest): Promise<void> {
    return this.say({
      key: request.id,
      type: 'reopened',
      element: 'reopened',
      number: this.memory.reopened + 1,
      action: 'reopen',
      data: request.codes,
      ...signed(request),
    });
  }

  escalated(point: string): Promise<void> {
    return this.say({ key: `escalated:${point}`, type: 'escalated', data: { point } });
  }

  closed(end: string, outcome: string): Promise<void> {
    const number = this.memory.reopened + 1;
    return this.say({
      key: `closed#${number}`,
      type: 'closed',
      element: end,
      number,
      data: { end, outcome },
    });
  }

  private say(event: Omit<ProcessEvent, 'at' | 'effectiveAt'> & { effectiveAt?: string }): Promise<void> {
    const at = now();
    const whole: ProcessEvent = { ...event, at, effectiveAt: event.effectiveAt ?? at };
    this.memory.take(whole);
    return this.recorder.add(whole);
  }
}
