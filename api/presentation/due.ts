import type { CaseDefinition, Stage } from '../../domain/cases/definition';
import type { ClockView } from '../../domain/cases/process';
import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import { momentText } from '../../domain/clock/by-when';
import type { Instant, IsoDate } from '../../domain/clock/types';
import { londonDay, longDate, shortDate, shortDateTime } from './dates';

export interface Due {
  readonly text: string;
  /** The same under a heading that says "Due". */
  readonly short?: string;
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
    stage,
    dueIfNotUpheld = null,
  }: {
    dueOn: IsoDate | null;
    clockState: ClockView['state'];
    closedAt: string | null;
    kind?: CaseKind;
    dueAt?: Instant | null;
    stage?: Stage;
    dueIfNotUpheld?: IsoDate | null;
  },
  now: Date,
): Due {
  const definition = kind === undefined ? undefined : definitionOf(kind);
  if (closedAt !== null) return { text: `Closed on ${longDate(closedAt)}`, late: false };
  if (kind !== undefined && dueAt && countsHours(kind))
    return clockState === 'stopped' ? { text: 'No clock runs', late: false } : dueByTheMinute(dueAt, now);
  if (clockState === 'paused') return waits('Paused', 'waiting for an answer', dueIfNotUpheld);
  if (clockState === 'stopped') return { text: 'Answered', late: false };
  if (dueOn === null && clockState === 'running') return { text: undated(definition), late: false };
  if (dueOn === null) return waits('Not started', 'waiting for what starts the clock', dueIfNotUpheld);
  const late = dueOn < londonDay(now);
  const awaited = stage && definition?.awaits?.[stage];
  if (awaited) return awaitedBy(awaited, dueOn, late);
  return late
    ? { text: `Overdue: was due on ${longDate(dueOn)}`, short: `Overdue: ${shortDate(dueOn)}`, late }
    : { text: `${dueWords(definition, stage)} ${longDate(dueOn)}`, short: shortDate(dueOn), late };
}

/** While it waits for an answer, the safe date is that on which it is due if our question is not upheld. */
function waits(state: string, why: string, dueIfNotUpheld: IsoDate | null): Due {
  if (dueIfNotUpheld === null) return { text: `${state}: ${why}`, late: false };
  const otherwise = 'if our request is not upheld';
  return {
    text: `${state}: ${why}. Due on ${longDate(dueIfNotUpheld)} ${otherwise}`,
    short: `${state}; due ${shortDate(dueIfNotUpheld)} ${otherwise}`,
    late: false,
  };
}

/** What somebody else owes us is never our lateness. */
function awaitedBy(what: string, dueOn: IsoDate, past: boolean): Due {
  const expected = past ? 'was expected by' : 'is expected by';
  return {
    text: `${what} ${expected} ${longDate(dueOn)}`,
    short: `${past ? 'Was expected' : 'Expected'} by ${shortDate(dueOn)}`,
    late: false,
  };
}

/** Where there is no number: what the kind says; law asks for no undue delay. */
const undated = (definition?: CaseDefinition): string => definition?.undated ?? 'Without undue delay';

const dueWords = (definition?: CaseDefinition, stage?: Stage): string =>
  (stage && definition?.dueWords?.[stage]) ?? 'Due on';

/** Hours run to the minute, through nights and weekends. */
const countsHours = (kind: CaseKind): boolean =>
  definitionOf(kind).ladder.some(({ hoursBefore }) => hoursBefore !== undefined);

/** Never how much time is left to decide: the duty is to report without undue delay (Art 33(1)). */
function dueByTheMinute(dueAt: Instant, now: Date): Due {
  const late = Date.parse(dueAt) < now.getTime();
  return late
    ? { text: `Overdue: was due at ${momentText(dueAt)}`, late }
    : {
        text: `Report without undue delay, at the latest ${momentText(dueAt)}`,
        short: `Without undue delay, at the latest ${shortDateTime(dueAt)}`,
        late,
      };
}
