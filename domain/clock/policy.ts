import { isWorkingDay, workingDayOnOrAfter } from '../calendar';
import { leaveOut } from './counting';
import { comparePeriods } from './compare-policy';
import { endOfPeriod, periodText } from './period';
import type { Reading } from './reading';
import { leavingOut, skipped } from './sayings';
import { move, type Saying } from './steps';
import type { ClockWarning, ExplanationStep, IsoDate, Period, PolicyPeriod } from './types';
import { weekdayDate } from './words';

/** The organisation's own date beside the law's, and what came of it. */
export interface Effect {
  policyDue: IsoDate | null;
  /** The date that applies. */
  due: IsoDate | null;
  steps: ExplanationStep[];
  warnings: ClockWarning[];
}

/**
 * The policy period that speaks to this case. Once extended, it is the policy's own total; a period longer
 * than the law's first one can only be meant as such a total.
 */
export function policyPeriod({ input, timer, law, history }: Reading): Period | null {
  const policy: PolicyPeriod | null = input.policy ?? timer.defaultPolicy ?? null;
  if (!policy || !history.extended || !law.extension || !law.length) return policy;
  return policy.extended ?? (comparePeriods(policy, law.length) === 'laxer' ? policy : null);
}

/**
 * The policy's last day: its length from the same start, with the same days left out. It rolls to a working
 * day only where the profile says so; what is to be done at once never does.
 */
export function policyEnd(reading: Reading, start: IsoDate, excluded: number, period: Period): IsoDate {
  const { input, holidays } = reading;
  const end = leaveOut(reading, endOfPeriod(start, period, input.nation, holidays), excluded);
  const rolls = input.policyRolls && period.count > 0;
  return rolls ? workingDayOnOrAfter(end, input.nation, holidays) : end;
}

/** The earlier of the two (for a minimum, the later), as a step that moves the date only where policy governs. */
export function applyPolicy(
  reading: Reading,
  statutory: IsoDate | null,
  start: IsoDate,
  excluded: number,
): Effect {
  const period = policyPeriod(reading);
  if (!period) return { policyDue: null, due: statutory, steps: superseded(reading), warnings: [] };
  const policyDue = policyEnd(reading, start, excluded, period);
  const before = statutory ?? start;
  const governs =
    statutory === null || (reading.timer.minimum ? policyDue > statutory : policyDue < statutory);
  const own = `The organisation’s own period (${periodText(period)}) ends on ${weekdayDate(policyDue)}${closedNote(reading, policyDue)}`;
  if (governs) {
    const than = reading.timer.minimum ? 'later' : 'earlier';
    const because =
      statutory === null ? 'the law gives no number' : `it is ${than} than the law’s date, so it applies`;
    return {
      policyDue,
      due: policyDue,
      steps: [
        move(before, policyDue, policySaying(reading, start, policyDue, period, `${own}: ${because}.`)),
      ],
      warnings: [],
    };
  }
  if (policyDue === statutory) {
    return {
      policyDue,
      due: statutory,
      steps: [{ code: 'policy-same', text: `${own}, the same day.` }],
      warnings: [],
    };
  }
  const text = `${own}: the law does not allow that, so the law’s date, ${weekdayDate(statutory)}, applies.`;
  const capped = { code: 'policy-capped', text, article: reading.law.article };
  return { policyDue, due: statutory, steps: [capped], warnings: [capped] };
}

function policySaying(
  { input, holidays }: Reading,
  start: IsoDate,
  end: IsoDate,
  { unit }: Period,
  text: string,
): Saying {
  const saying = { code: 'policy', text };
  if (unit !== 'working-days') return saying;
  return leavingOut(saying, skipped({ region: input.nation, holidays }, start, end));
}

function closedNote({ input, holidays }: Reading, date: IsoDate): string {
  return isWorkingDay(date, input.nation, holidays) ? '' : ', which is not a working day';
}

function superseded({ input }: Reading): ExplanationStep[] {
  if (!input.policy) return [];
  const text = `The organisation’s own period (${periodText(input.policy)}) is for requests that are not extended.`;
  return [{ code: 'policy-not-for-extended', text }];
}
