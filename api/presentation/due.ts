import type { ClockView } from '../../domain/cases/process';
import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import { momentText } from '../../domain/clock/by-when';
import type { Instant, IsoDate } from '../../domain/clock/types';
import { londonDay, longDate } from './dates';

export interface Due {
  readonly text: string;
  readonly late: boolean;
}

/** When a case is due, in words, and whether that day is past. */
export function dueOf(
  {
    dueOn,
    clockState,
    closedAt,
    kind,
    dueAt,
  }: {
    dueOn: IsoDate | null;
    clockState: ClockView['state'];
    closedAt: string | null;
    kind?: CaseKind;
    dueAt?: Instant | null;
  },
  now: Date,
): Due {
  if (closedAt !== null) return { text: `Closed on ${longDate(closedAt)}`, late: false };
  if (kind !== undefined && dueAt && countsHours(kind))
    return clockState === 'stopped' ? { text: 'No clock runs', late: false } : dueByTheMinute(dueAt, now);
  if (clockState === 'paused') return { text: 'Paused: waiting for an answer', late: false };
  if (clockState === 'stopped') return { text: 'Answered', late: false };
  if (dueOn === null && clockState === 'running') return { text: 'Without undue delay', late: false };
  if (dueOn === null) return { text: 'Not started: waiting for what starts the clock', late: false };
  const late = dueOn < londonDay(now);
  return { text: late ? `Overdue: was due on ${longDate(dueOn)}` : `Due on ${longDate(dueOn)}`, late };
}

/** Hours run to the minute, through nights and weekends. */
const countsHours = (kind: CaseKind): boolean =>
  definitionOf(kind).ladder.some(({ hoursBefore }) => hoursBefore !== undefined);

/** Never how much time is left to decide: the duty is to report without undue delay (Art 33(1)). */
function dueByTheMinute(dueAt: Instant, now: Date): Due {
  const late = Date.parse(dueAt) < now.getTime();
  return late
    ? { text: `Overdue: was due at ${momentText(dueAt)}`, late }
    : { text: `Report without undue delay, at the latest ${momentText(dueAt)}`, late };
}
