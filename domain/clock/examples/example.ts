import type { CaseKind } from '../../cases/kinds';
import {
  parsePeriod,
  type ClockEvent,
  type ClockEventType,
  type ClockInput,
  type Nation,
  type PauseCounting,
  type TimerName,
} from '..';

/** A worked example of the law: what happened, and when something is due. */
export interface Example {
  /** The name it has in the sources, such as D5; several rows may show one example. */
  id: string;
  shows: string;
  article: string;
  /** Published by a regulator or in the field, or computed from the rules. */
  origin: 'published' | 'computed';
  timer: TimerName;
  kind?: CaseKind;
  nation: Nation;
  /** `received=2026-11-02 extended=2026-11-20` */
  events: string;
  pauseCounting?: PauseCounting;
  policy?: string;
  due: string | null;
  statutoryDue?: string;
  policyDue?: string;
  extensionNoticeDue?: string;
}

export const nations: readonly Nation[] = ['england-and-wales', 'scotland', 'northern-ireland'];

/** `received=2026-11-02 extended=2026-11-20` as events. */
export function eventsOf(text: string): ClockEvent[] {
  return text.split(' ').map((event) => {
    const [type, at] = event.split('=');
    return { type: type as ClockEventType, at: at as string };
  });
}

/** What to ask the clock for an example. */
export function inputOf({ timer, kind, nation, events, pauseCounting, policy }: Example): ClockInput {
  return {
    timer,
    nation,
    events: eventsOf(events),
    ...(kind && { kind }),
    ...(pauseCounting && { pauseCounting }),
    ...(policy && { policy: parsePeriod(policy) }),
  };
}
