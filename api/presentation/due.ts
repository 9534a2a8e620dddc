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
  }: {
    dueOn: IsoDate | null;
    clockState: ClockView['state'];
    closedAt: string | null;
    kind?: CaseKind;
    dueAt?: Instant | null;
    stage?: Stage;
  },
  now: Date,
): Due {
  const definition = kind === undefined ? undefined : definitionOf(kind);
  if (closedAt !== null) return { text: `Closed on ${longDate(closedAt)}`, late: false };
  if (kind !== undefined && dueAt && countsHours(kind))
    return clockState === 'stopped' ? { text: 'No clock runs', late: false } : dueByTheMinute(dueAt, now);
  if (clockState === 'paused') return { text: 'Paused: waiting for an answer', late: false };
  if (clockState === 'stopped') return { text: 'Answered', late: false };
  if (dueOn === null && clockState === 'running') return { text: undated(definition), late: false };
  if (dueOn === null) return { text: 'Not started: waiting for what starts the clock', late: false };
  const late = dueOn < londonDay(now);
  return late
    ? { text: `Overdue: was due on ${longDate(dueOn)}`, short: `Overdue: ${shortDate(dueOn)}`, late }
    : { text: `${dueWords(definition, stage)} ${longDate(dueOn)}`, short: shortDate(dueOn), late };
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
