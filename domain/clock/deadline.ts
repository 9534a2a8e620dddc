import { compareInstants, londonDate } from '../calendar';
import { daily } from './daily';
import { nothing, type Finding } from './finding';
import { hourly } from './hourly';
import { dateOfEffect } from './order';
import { policyPeriod } from './policy';
import { questions, questionSorts } from './questions';
import { read, type Reading } from './reading';
import { ImpossibleHistory } from './refusal';
import type {
  ClockEvent,
  ClockEventType,
  ClockInput,
  ClockState,
  Deadline,
  IsoDate,
  QuestionSort,
} from './types';

const extensionEvents: readonly ClockEventType[] = [
  ...(['extended', 'extension-undone'] as const),
  ...(['stage1-extended', 'stage1-undone'] as const),
];

/**
 * When something has to be done, and why: a pure function of the events, the law then in force, the nation's
 * holidays and the policy. It reads no clock.
 * @throws ImpossibleHistory for events that the law or the calendar does not allow
 */
export function deadline(input: ClockInput): Deadline {
  const reading = read(input);
  const found = find(reading);
  const { held, ...finding } = found;
  return {
    timer: input.timer,
    state: stateOf(reading, found),
    ...finding,
    projectedDue: held ? projected(reading) : null,
    dueIfNotUpheld: ifNotUpheld(reading),
    law: { from: reading.law.from, article: reading.law.article },
    calendar: reading.holidays.version,
  };
}

function find(reading: Reading): Finding {
  const { event, law } = reading;
  if (!event) return nothing;
  const unit = (law.length ?? policyPeriod(reading))?.unit;
  return unit === 'hours' ? hourly(reading, event) : daily(reading, event);
}

function stateOf({ event, timer, input }: Reading, { held, dueInstant }: Finding): ClockState {
  if (!event) return 'not-started';
  if (held) return held;
  if (!dueInstant) return 'no-limit';
  const over = input.asOf !== undefined && compareInstants(input.asOf, dueInstant) > 0;
  if (!over) return 'running';
  return timer.minimum ? 'elapsed' : 'overdue';
}

/** The due date if every open question were answered as of now or, without a now, on the day of the last event. */
function projected({ input, history }: Reading): IsoDate | null {
  const days = input.events.map(dateOfEffect);
  const today = [...days, input.asOf ? londonDate(input.asOf) : ''].sort().at(-1) as IsoDate;
  const answers = openQuestions(history).map((sort): ClockEvent => ({
    type: questions[sort].answered,
    at: today,
  }));
  return deadline({ ...input, events: [...untimed(input.events), ...answers] }).due;
}

/** Days only, so that an answer projected onto the day of its question is not taken for an earlier one. */
function untimed(events: readonly ClockEvent[]): ClockEvent[] {
  return events.map((event) => ({ ...event, at: dateOfEffect(event) }));
}

/** The due date if none of our own questions is upheld; null where none was put. */
function ifNotUpheld({ input, history }: Reading): IsoDate | null {
  const put = questionSorts.filter((sort) => history.standing(sort).length > 0);
  return put.length > 0 ? asThoughNotPut(input, put).due : null;
}

/**
 * The deadline as though questions of these sorts had never been put. An extension whose notice then came too
 * late extends nothing (Art 12A(4)(a)).
 * @throws ImpossibleHistory if what remains is impossible for another reason
 */
export function asThoughNotPut(input: ClockInput, sorts: readonly QuestionSort[]): Deadline {
  const events = input.events.filter(({ type }) => !sorts.some((sort) => concerns(sort, type)));
  try {
    return deadline({ ...input, events });
  } catch (error) {
    if (!(error instanceof ImpossibleHistory) || error.code !== 'late-extension-notice') throw error;
    return deadline({ ...input, events: events.filter(({ type }) => !extensionEvents.includes(type)) });
  }
}

function openQuestions(history: Reading['history']): QuestionSort[] {
  return questionSorts.filter((sort) => history.standing(sort).at(-1)?.answered === null);
}

function concerns(sort: QuestionSort, type: ClockEvent['type']): boolean {
  const { asked, answered, withdrawn } = questions[sort];
  return type === asked || type === answered || type === withdrawn;
}
