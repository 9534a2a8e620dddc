import { workingDaysBetween } from '../calendar';
import { dated, dateOfEffect } from './order';
import type { Window } from './pairing';
import { endOfPeriod } from './period';
import { questions, questionSorts } from './questions';
import type { Reading } from './reading';
import { move, origin } from './steps';
import type { ClockEvent, ClockWarning, ExplanationStep, IsoDate, QuestionSort } from './types';
import { counted, weekdayDate } from './words';

/** When the period begins: the relevant time of Article 12A(2), and its like in other law. */
export interface Start {
  /** Null while an answer is awaited. */
  date: IsoDate | null;
  steps: ExplanationStep[];
  warnings: ClockWarning[];
}

/** Working days after receipt by which a doubt about identity should have been raised (product's own line). */
const promptly = 5;

/** The event's day, delayed by the answers that the law lets it wait for. */
export function startOf(reading: Reading, event: ClockEvent): Start {
  const { law, history } = reading;
  const received = dateOfEffect(event);
  const steps = [
    origin(received, {
      code: event.type,
      text: `${law.start.texts?.[event.type] ?? law.start.text} on ${weekdayDate(received)}.`,
      article: law.start.article,
    }),
  ];
  let date = received;
  const answers = waitedFor(reading);
  for (const { window, sort, article } of answers) {
    if (window.answered === null) continue;
    const on = dateOfEffect(window.answered);
    if (on <= date) continue;
    const text = `Our ${questions[sort].name} of ${dated(window.asked)} was answered on ${dated(window.answered)}: the period begins on that day.`;
    steps.push(move(date, on, { code: questions[sort].answered, text, article }));
    date = on;
  }
  const open = answers.find(({ window }) => window.answered === null);
  if (open) steps.push(awaited(open.sort, open.window, open.article));
  steps.push(...withdrawals(reading));
  return {
    date: open ? null : date,
    steps,
    warnings: [
      ...lateIdentity(reading, received),
      ...lateParticulars(reading, received),
      ...withoutEffect(history, law),
    ],
  };
}

interface WaitedFor {
  sort: QuestionSort;
  window: Window;
  article: string;
}

/** Questions that delay the start (identity, fee) or whose answer is a new start (FOI, EIR), by date of answer. */
function waitedFor({ law, history }: Reading): WaitedFor[] {
  const rules = [...(law.start.delayedBy ?? []), ...(law.restart ? [law.restart] : [])];
  return rules
    .flatMap(({ sort, article }) => history.standing(sort).map((window) => ({ sort, window, article })))
    .sort((one, other) => (answerDate(one.window) < answerDate(other.window) ? -1 : 1));
}

function answerDate({ answered }: Window): string {
  return answered ? dateOfEffect(answered) : '9999';
}

function awaited(sort: QuestionSort, { asked }: Window, article: string): ExplanationStep {
  const text = `Our ${questions[sort].name} of ${dated(asked)} is not answered: the period has not begun.`;
  return { code: `${sort}-awaited`, text, article };
}

function withdrawals({ history }: Reading): ExplanationStep[] {
  return [
    ...questionSorts.flatMap((sort) =>
      history.withdrawn(sort).map(({ asked, withdrawn }) => ({
        code: withdrawn.type,
        text: `Our ${questions[sort].name} of ${dated(asked)} was withdrawn on ${dated(withdrawn)}: it has no effect on the date.`,
      })),
    ),
    ...history.extensionsUndone.map(({ asked, withdrawn }) => ({
      code: withdrawn.type,
      text: `The extension of ${dated(asked)} was undone on ${dated(withdrawn)}: it has no effect on the date.`,
    })),
  ];
}

function lateIdentity({ law, history, input, holidays }: Reading, received: IsoDate): ClockWarning[] {
  if (!law.start.delayedBy) return [];
  return history.standing('identity').flatMap(({ asked }) => {
    const days = workingDaysBetween(received, dateOfEffect(asked), input.nation, holidays);
    if (days <= promptly) return [];
    const text = `Identity was asked ${counted(days, 'working day')} after receipt. A doubt is to be raised without undue delay, and its reason recorded.`;
    return [{ code: 'identity-asked-late', text, article: 'UK GDPR Articles 12(3) and 12(6)' }];
  });
}

function lateParticulars({ law, history, region, holidays }: Reading, received: IsoDate): ClockWarning[] {
  const { restart } = law;
  if (!restart?.askWithin) return [];
  const last = endOfPeriod(received, restart.askWithin, region, holidays);
  return history.standing(restart.sort).flatMap(({ asked }) => {
    if (dateOfEffect(asked) <= last) return [];
    const text = `Particulars were asked on ${dated(asked)}, after the period in which they can be asked.`;
    return [{ code: 'particulars-asked-late', text, article: restart.article }];
  });
}

function withoutEffect(history: Reading['history'], law: Reading['law']): ClockWarning[] {
  const { withoutEffect } = law;
  if (!withoutEffect) return [];
  return withoutEffect.sorts.flatMap((sort) =>
    history.standing(sort).map(({ asked }) => ({
      code: 'no-effect-in-law',
      text: `Our ${questions[sort].name} of ${dated(asked)} does not move the date: ${withoutEffect.because}.`,
    })),
  );
}
