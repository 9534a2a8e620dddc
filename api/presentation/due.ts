import type { ClockView } from '../../domain/cases/process';
import type { IsoDate } from '../../domain/clock/types';
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
  }: { dueOn: IsoDate | null; clockState: ClockView['state']; closedAt: string | null },
  now: Date,
): Due {
  if (closedAt !== null) return { text: `Closed on ${longDate(closedAt)}`, late: false };
  if (clockState === 'paused') return { text: 'Paused: waiting for an answer', late: false };
  if (clockState === 'stopped') return { text: 'Answered', late: false };
  if (dueOn === null && clockState === 'running') return { text: 'Without undue delay', late: false };
  if (dueOn === null) return { text: 'Not started: waiting for what starts the clock', late: false };
  const late = dueOn < londonDay(now);
  return { text: late ? `Overdue: was due on ${longDate(dueOn)}` : `Due on ${longDate(dueOn)}`, late };
}
