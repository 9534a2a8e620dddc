import { knownHolidays } from '../calendar';
import { readHistory, type History } from './history';
import { dateOfEffect } from './order';
import type { LawVersion, TimerDeclaration } from './rule';
import { lawInForce, timerNamed } from './timers';
import type { ClockEvent, ClockInput, Holidays, Region } from './types';

/** A question to the clock, understood: the timer, the law then in force, the history, the calendar. */
export interface Reading {
  input: ClockInput;
  timer: TimerDeclaration;
  history: History;
  /** What the timer starts from, if it has happened. */
  event: ClockEvent | null;
  law: LawVersion;
  /** Whose working days the law counts. */
  region: Region;
  holidays: Holidays;
}

/** @throws ImpossibleHistory */
export function read(input: ClockInput): Reading {
  const timer = timerNamed(input.timer);
  const history = readHistory(input.events, timer, input.kind);
  const { events, take } = timer.law[0].start;
  const event = history.of(events).at(take === 'earliest' ? 0 : -1) ?? null;
  const law = event ? lawInForce(timer, dateOfEffect(event)) : timer.law[0];
  const region = law.calendar === 'all-uk' ? 'all-uk' : input.nation;
  return { input, timer, history, event, law, region, holidays: input.calendar ?? knownHolidays };
}
