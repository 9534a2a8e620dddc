import { definitionOf } from '../../domain/cases/registry';
import type { LadderRung } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import { addDays, addMonths, addWorkingDays, workingDayOnOrBefore } from '../../domain/calendar';
import type { EscalationLadder, IsoDate, Period, TimerName } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import { caseRetention, policyPeriod } from '../../domain/organisation/reading';

/** The ladder of a kind of case as the clock takes it: the profile's, or the kind's own. */
export function ladderOf(profile: Profile, kind: CaseKind): EscalationLadder {
  const own = definitionOf(kind).ladder;
  // A clock of hours has rungs of its own: a profile's ladder counts working days.
  const inHours = own.some(({ hoursBefore }) => hoursBefore !== undefined);
  const rungs: readonly LadderRung[] = inHours ? own : (profile.clock.ladder ?? own);
  const overdue = rungs.find((rung) => rung.daily);
  return {
    rungs: rungs.filter((rung) => !rung.daily).map(rungOf),
    ...(overdue && { overdue: { point: overdue.point, tell: overdue.tell } }),
  };
}

const rungOf = ({
  point,
  workingDaysBefore,
  hoursBefore,
  tell,
}: LadderRung): EscalationLadder['rungs'][number] => ({
  point,
  tell,
  before:
    hoursBefore === undefined
      ? { count: workingDaysBefore, unit: 'working-days' }
      : { count: hoursBefore, unit: 'hours' },
});

/** Until when a case closed on that day is kept, as the profile says. */
export function retainUntil(profile: Profile, kind: CaseKind, closedOn: IsoDate): IsoDate {
  return after(closedOn, caseRetention(profile, kind));
}

/** How long somebody's answer is waited for before they are reminded, where the policy says nothing. */
const AWAITED: Period = { count: 14, unit: 'days' };

/** Until when an answer from outside is waited for: the law gives no number, so a person is reminded to decide. */
export function awaitedUntil(profile: Profile, kind: CaseKind, timer: TimerName, from: IsoDate): IsoDate {
  const period = policyPeriod(profile, timer, kind) ?? AWAITED;
  return period.unit === 'working-days'
    ? addWorkingDays(from, period.count, profile.nation)
    : after(from, period);
}

function after(date: IsoDate, { count, unit }: Period): IsoDate {
  if (unit === 'years') return addMonths(date, 12 * count);
  if (unit === 'months') return addMonths(date, count);
  return addDays(date, unit === 'weeks' ? 7 * count : count);
}

/**
 * The day on which a system overwrites what it held when the request was received; null for one that does not.
 */
export function overwrittenOn(profile: Profile, system: string, receivedOn: IsoDate): IsoDate | null {
  const days = profile.systems.find((one) => one.id === system)?.overwriteAfterDays;
  return days === undefined ? null : addDays(receivedOn, days);
}

/** The last working day on which it can still be preserved. */
export function preserveBy(profile: Profile, system: string, receivedOn: IsoDate): IsoDate | null {
  const lost = overwrittenOn(profile, system, receivedOn);
  return lost && workingDayOnOrBefore(addDays(lost, -1), profile.nation);
}
