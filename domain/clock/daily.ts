import { endOfDay } from '../calendar';
import { countOut, type Count, type Counted } from './counting';
import { nothing, type Finding } from './finding';
import { dateOfEffect, dated } from './order';
import { applyPolicy } from './policy';
import type { Reading } from './reading';
import { ImpossibleHistory } from './refusal';
import { startOf } from './start';
import { move, sum } from './steps';
import type { ClockEvent, ClockWarning, ExplanationStep, IsoDate } from './types';
import { capitalised, longDate, weekdayDate } from './words';

/** A deadline in days, weeks, months or working days: it ends with the last moment of a day. */
export function daily(reading: Reading, event: ClockEvent): Finding {
  const start = startOf(reading, event);
  const notice = start.date === null ? null : noticeEnd(reading, start.date);
  checkNotice(reading, start.date, notice);
  if (start.date === null)
    return { ...nothing, steps: start.steps, warnings: start.warnings, held: 'waiting' };

  const counted = statutory(reading, start.date);
  const found = {
    ...nothing,
    relevantDate: start.date,
    extensionNoticeDue: notice?.end ?? null,
    daysExcluded: counted?.excluded ?? 0,
    daysUsed: counted?.used ?? null,
    warnings: [...start.warnings, ...(counted?.warnings ?? []), ...caution(reading)],
    steps: [...start.steps, ...(counted?.steps ?? withoutNumber(reading))],
  };
  if (counted && counted.end === null) return { ...found, held: 'paused' };

  const ended = counted ? endEarly(reading, counted.end as IsoDate) : { steps: [], end: null };
  const effect = applyPolicy(reading, ended.end, start.date, found.daysExcluded);
  const steps = [...found.steps, ...ended.steps, ...effect.steps];
  const due = effect.due === null ? null : (sum(steps) as IsoDate);
  return {
    ...found,
    due,
    dueInstant: due && endOfDay(due),
    statutoryDue: ended.end,
    policyDue: effect.policyDue,
    ...provisional(reading, ended.end),
    warnings: [...found.warnings, ...effect.warnings, ...beyondHolidays(reading, start.date, ended.end)],
    steps: [...steps, ...closures(reading, start.date, due)],
  };
}

function statutory(reading: Reading, start: IsoDate): Counted | null {
  const { law, history } = reading;
  if (!law.length) return null;
  const count: Count = { length: law.length, article: law.article };
  if (law.extension && history.extended) count.extension = { ...law.extension, notice: history.extended };
  return countOut(reading, start, count);
}

/** Where the law gives no number, what it says instead. */
function withoutNumber({ law }: Reading): ExplanationStep[] {
  return law.wording
    ? [{ code: 'no-number', text: `${capitalised(law.wording)}.`, article: law.article }]
    : [];
}

function noticeEnd(reading: Reading, start: IsoDate): Counted | null {
  const { extension } = reading.law;
  return extension
    ? countOut(reading, start, { length: extension.noticeWithin, article: extension.noticeArticle })
    : null;
}

/** One notice, given before its own period is over (Art 12A(4)); while the clock waits it is not over. */
function checkNotice({ law, history }: Reading, start: IsoDate | null, notice: Counted | null): void {
  const { extended } = history;
  if (!extended || !law.extension || start === null || !notice?.end) return;
  if (dateOfEffect(extended) <= notice.end) return;
  const message = `Notice of the extension on ${dated(extended)} came after the last day for it, ${longDate(notice.end)} (${law.extension.noticeArticle}): the period is not extended.`;
  throw new ImpossibleHistory('late-extension-notice', message, extended);
}

/** First contact or first disclosure ends the period at once, if that is earlier (Art 14(3)(b), (c)). */
function endEarly({ law, history }: Reading, end: IsoDate): { steps: ExplanationStep[]; end: IsoDate } {
  const event = law.endsOn && history.of(law.endsOn.events)[0];
  if (!law.endsOn || !event || dateOfEffect(event) >= end) return { steps: [], end };
  const earlier = dateOfEffect(event);
  const what =
    event.type === 'first-contact' ? 'The person was first contacted' : 'The data were first disclosed';
  const text = `${what} on ${weekdayDate(earlier)}: that is the latest moment.`;
  return {
    steps: [move(end, earlier, { code: event.type, text, article: law.endsOn.article })],
    end: earlier,
  };
}

/** A duty that leans on days whose holidays are not yet published. Minimums and policies may. */
function provisional({ timer, law, holidays }: Reading, end: IsoDate | null): Pick<Finding, 'provisional'> {
  const leans = law.calendar !== 'none' && timer.binds !== 'policy' && !timer.minimum;
  return leans && end !== null && end > holidays.knownUntil
    ? { provisional: { calendarKnownUntil: holidays.knownUntil } }
    : {};
}

function beyondHolidays(reading: Reading, start: IsoDate, end: IsoDate | null): ClockWarning[] {
  const { holidays, law } = reading;
  const warnings: ClockWarning[] = [];
  if (provisional(reading, end).provisional) {
    const text = `This date is provisional: bank holidays are known only until ${longDate(holidays.knownUntil)}.`;
    warnings.push({ code: 'provisional', text });
  }
  if (law.calendar !== 'none' && start < holidays.knownFrom) {
    const text = `Bank holidays before ${longDate(holidays.knownFrom)} are not known.`;
    warnings.push({ code: 'before-known-holidays', text });
  }
  return warnings;
}

function caution({ timer, input }: Reading): ClockWarning[] {
  const { caution } = timer;
  return caution?.nation === input.nation ? [{ code: 'other-regime', text: caution.text }] : [];
}

function closures({ input }: Reading, start: IsoDate, due: IsoDate | null): ExplanationStep[] {
  return (input.closures ?? [])
    .filter(({ from, to }) => due !== null && from <= due && to >= start)
    .map(({ from, to, title }) => {
      const days = from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`;
      return {
        code: 'office-closure',
        text: `The office is closed ${days} (${title}). That changes nothing in law.`,
      };
    });
}
