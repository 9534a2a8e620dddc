import { isDate, isInstant } from '../calendar';
import type { CaseKind } from '../cases/kinds';
import { byEffect, dated, inTime } from './order';
import { pair, type Grammar, type Pairs, type Window, type Withdrawal } from './pairing';
import { questions, questionSorts } from './questions';
import { ImpossibleHistory } from './refusal';
import type { Family, TimerDeclaration } from './rule';
import type { ClockEvent, ClockEventType, QuestionSort } from './types';

/** The events of a case, put in the order in which they took effect and found possible. */
export interface History {
  /** Events of these types, earliest first. */
  of(types: readonly ClockEventType[]): ClockEvent[];
  /** Questions that stand, earliest first; only the last of a sort may be open. */
  standing(sort: QuestionSort): readonly Window[];
  withdrawn(sort: QuestionSort): readonly Withdrawal[];
  extended: ClockEvent | null;
  extensionsUndone: readonly Withdrawal[];
}

type Judged = Pick<TimerDeclaration, 'family' | 'kinds'>;

/** The events with which a case of the family begins: nothing can have happened before the first of them. */
const openings: Record<Family, readonly ClockEventType[]> = {
  rights: ['received'],
  breach: ['received', 'aware'],
  'impact-assessment': ['project-started', 'submitted'],
  complaint: ['received'],
  housing: ['received'],
  notice: ['data-obtained'],
  information: ['received'],
  keeping: [],
};

const extendable: readonly Family[] = ['rights', 'impact-assessment', 'information'];

const refusals: Grammar['refusals'] = {
  asked: { code: 'second-open-question', because: 'an earlier question of the same sort is still open' },
  answered: { code: 'answer-before-question', because: 'no question was open to be answered' },
  withdrawn: { code: 'withdrawn-before-question', because: 'there was no question to withdraw' },
};

const extension: Grammar = {
  asked: 'extended',
  answered: null,
  withdrawn: 'extension-undone',
  refusals: {
    ...refusals,
    asked: {
      code: 'second-extension',
      because: 'the period was extended already, and once is all the law allows',
    },
    withdrawn: { code: 'undone-before-extension', because: 'there was no extension to undo' },
  },
};

/** The Code's own extension stands beside section 164A, which knows none: it has an event of its own. */
const extensionIn = (family: Family): Grammar =>
  family === 'housing' ? { ...extension, asked: 'stage1-extended', withdrawn: 'stage1-undone' } : extension;

/**
 * Reads a history, whatever the order in which it was recorded: only the dates of effect count. It is judged
 * by the family of the timer, since all timers of a case are given the same events.
 * @throws ImpossibleHistory
 */
export function readHistory(events: readonly ClockEvent[], timer: Judged, kind?: CaseKind): History {
  events.forEach(checkDate);
  const ordered = [...events].sort(byEffect);
  checkOpening(ordered, openings[timer.family]);
  checkClarification(ordered, timer, kind);
  checkExtendable(ordered, timer.family);
  const pairs = new Map<QuestionSort, Pairs>(
    questionSorts.map((sort) => [sort, pair(ordered, { ...questions[sort], refusals })]),
  );
  const extensions = pair(ordered, extensionIn(timer.family));
  return {
    of: (types) => ordered.filter(({ type }) => types.includes(type)),
    standing: (sort) => pairs.get(sort)?.standing ?? [],
    withdrawn: (sort) => pairs.get(sort)?.withdrawn ?? [],
    extended: extensions.standing[0]?.asked ?? null,
    extensionsUndone: extensions.withdrawn,
  };
}

function checkDate(event: ClockEvent): void {
  if (isDate(event.at) || isInstant(event.at)) return;
  const message = `"${event.at}" is no date such as 2026-11-22, nor a date and time with offset such as 2026-11-22T10:15:00+00:00.`;
  throw new ImpossibleHistory('not-a-date', message, event);
}

function checkOpening(ordered: readonly ClockEvent[], openings: readonly ClockEventType[]): void {
  const opening = ordered.find(({ type }) => openings.includes(type));
  const early = opening && ordered.find((event) => inTime(event, opening) < 0);
  if (!opening || !early) return;
  const message = `"${early.type}" on ${dated(early)} is before "${opening.type}" on ${dated(opening)}: nothing can happen before the case begins.`;
  throw new ImpossibleHistory('event-before-receipt', message, early);
}

function checkClarification(
  ordered: readonly ClockEvent[],
  { family, kinds }: Judged,
  kind?: CaseKind,
): void {
  const onlyKind = kinds.length === 1 ? kinds[0] : undefined;
  if (family === 'information' || (kind ?? onlyKind) === 'subject-access') return;
  const event = ordered.find(({ type }) => type === questions.clarification.asked);
  if (!event) return;
  const message =
    'A request for clarification stops the clock only for a request under Article 15, which is a case of kind subject-access (UK GDPR Article 12A(5)).';
  throw new ImpossibleHistory('clarification-not-access', message, event);
}

function checkExtendable(ordered: readonly ClockEvent[], family: Family): void {
  const event = ordered.find(({ type }) => type === 'extended');
  if (!event || extendable.includes(family)) return;
  throw new ImpossibleHistory('extension-not-possible', 'The law gives no extension of this period.', event);
}
