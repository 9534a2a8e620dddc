/** How far back somebody may say that something took effect: the clock hangs on such dates. */
import { workingDaysBetween } from '../calendar/working-days';
import type { IsoDate, Nation } from '../clock/types';
import { longDate } from '../clock/words';
import type { Role } from '../roles';

/** Further back than this many working days, a date needs evidence, and somebody who answers for it. */
export const UNPROVED_WORKING_DAYS = 5;

/** Who answers for dates further back. */
export const mayBackDate: readonly Role[] = ['governance-officer', 'dpo'];

export interface BackDated {
  /** When it is said to have taken effect. */
  readonly on: IsoDate;
  /** Before this it cannot have: the letter was not prepared, or nobody was asked to do it. */
  readonly earliest: IsoDate;
  readonly today: IsoDate;
  readonly nation: Nation;
  readonly roles: readonly Role[];
  /** What shows the date is said. */
  readonly proved: boolean;
  readonly isLetter: boolean;
}

/** What is wrong with the date itself, or with what is said to show it. */
export interface BackDatingRefusal {
  readonly at: 'date' | 'evidence';
  readonly message: string;
}

/** Why it cannot be recorded with this date of effect, or null. */
export function backDatingRefusal(said: BackDated): BackDatingRefusal | null {
  const { on, earliest, today, nation, roles, proved, isLetter } = said;
  if (on < earliest)
    return {
      at: 'date',
      message: isLetter
        ? `The letter was prepared on ${longDate(earliest)}, so it cannot have been posted before that.`
        : `This waits since ${longDate(earliest)}, so it cannot have been done before that.`,
    };
  if (workingDaysBetween(on, today, nation) <= UNPROVED_WORKING_DAYS) return null;
  if (!mayBackDate.some((role) => roles.includes(role)))
    return {
      at: 'date',
      message: `It is more than ${UNPROVED_WORKING_DAYS} working days back. The governance officer or the DPO records such a date, with what shows it.`,
    };
  return proved
    ? null
    : {
        at: 'evidence',
        message: `It is more than ${UNPROVED_WORKING_DAYS} working days back: say what shows the date.`,
      };
}
