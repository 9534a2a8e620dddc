import { daysBetween } from '../calendar';
import { asThoughNotPut, deadline } from './deadline';
import { read } from './reading';
import { ImpossibleHistory, type RefusalCode } from './refusal';
import type { ClockInput, Deadline, IsoDate, QuestionSort } from './types';
import { counted, weekdayDate } from './words';

/** Something that has not happened. */
export type Supposition = { suppose: NotUpheld } | { suppose: Happening; on: IsoDate };

type Happening =
  'clarification-requested' | 'clarification-received' | 'identity-received' | 'fee-paid' | 'extended';
type NotUpheld = 'identity-not-upheld' | 'clarification-not-upheld';

export interface Answer {
  supposition: Supposition;
  /** The deadline as it would be; null where the law does not allow the supposition. */
  deadline: Deadline | null;
  /** Calendar days by which the due date would move; null where one of the two dates is open. */
  days: number | null;
  refused: { code: RefusalCode; message: string } | null;
  /** One sentence for the page. */
  text: string;
}

/** What would become of the date if something happened. The input itself must be possible. */
export function whatIf(input: ClockInput, supposition: Supposition): Answer {
  try {
    const then = supposed(input, supposition);
    const days = difference(deadline(input).due, then.due);
    return { supposition, deadline: then, days, refused: null, text: sentence(then, days) };
  } catch (error) {
    if (!(error instanceof ImpossibleHistory)) throw error;
    const refused = { code: error.code, message: error.message };
    return { supposition, deadline: null, days: null, refused, text: error.message };
  }
}

/** The suppositions worth asking of a case as it stands: questions put `today`, answers that come `later`. */
export function suppositions(input: ClockInput, today: IsoDate, later: IsoDate): Supposition[] {
  const { history, law } = read(input);
  const put = (sort: QuestionSort): boolean => history.standing(sort).length > 0;
  const open = (sort: QuestionSort): boolean => history.standing(sort).at(-1)?.answered === null;
  const mayPause =
    law.pause?.onlyFor === input.kind && law.pause?.sort === 'clarification' && !open('clarification');
  const list: (Supposition | false)[] = [
    mayPause && { suppose: 'clarification-requested', on: today },
    open('clarification') && { suppose: 'clarification-received', on: later },
    open('identity') && { suppose: 'identity-received', on: later },
    open('fee') && { suppose: 'fee-paid', on: later },
    law.extension !== undefined && !history.extended && { suppose: 'extended', on: today },
    put('identity') && { suppose: 'identity-not-upheld' },
    put('clarification') && { suppose: 'clarification-not-upheld' },
  ];
  return list.filter((one) => one !== false);
}

function supposed(input: ClockInput, supposition: Supposition): Deadline {
  if ('on' in supposition) {
    return deadline({
      ...input,
      events: [...input.events, { type: supposition.suppose, at: supposition.on }],
    });
  }
  return asThoughNotPut(input, [
    supposition.suppose === 'identity-not-upheld' ? 'identity' : 'clarification',
  ]);
}

function difference(before: string | null, after: string | null): number | null {
  return before && after ? daysBetween(before.slice(0, 10), after.slice(0, 10)) : null;
}

function sentence({ due, projectedDue }: Deadline, days: number | null): string {
  if (due) return `It would be due on ${weekdayDate(due)}${moved(days)}.`;
  const soonest = projectedDue
    ? ` Answered the same day, it would be due on ${weekdayDate(projectedDue)}.`
    : '';
  return `There would be no date until the answer comes.${soonest}`;
}

function moved(days: number | null): string {
  if (days === null) return '';
  return days === 0
    ? ', as now'
    : `, ${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'} than now`;
}
