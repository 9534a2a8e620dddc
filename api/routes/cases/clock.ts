import type { Request, Response } from 'express';
import { addDays } from '../../../domain/calendar';
import { definitionOf } from '../../../domain/cases/registry';
import type { Supposition } from '../../../domain/clock';
import { suppositions, timerNamed, weekdayDate, whatIf } from '../../../domain/clock';
import type { ClockEvent, ClockInput, Deadline, IsoDate, TimerName } from '../../../domain/clock/types';
import type { CasePage } from '../../../register/cases';
import { clockInput } from '../../../register/recorder/clock';
import { openCase } from '../../casework/open-case';
import { actingRole } from '../../casework/rules';
import { caseHeader } from '../../presentation/case-header';
import { isCivilDate, londonDay } from '../../presentation/dates';
import type { Services } from '../../services';

/** Why each date, step by step, and what would move it. `?on=2026-12-04` asks for answers that come on that day. */
export function getClock(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const [deadlines, events] = await Promise.all([
      services.register.cases.deadlines(viewer, page.reference),
      services.register.cases.clockEvents(viewer, page.reference),
    ]);
    const today = londonDay(services.now());
    const later = laterDay(req.query.on, today);
    const input = inputOf(services, page, deadlines?.[0]?.timer, events ?? []);
    const supposed = page.view.closed ? [] : suppositions(input, today, later);
    res.render('cases/clock', {
      title: `${page.reference} – clock`,
      header: caseHeader(services, viewer, page, 'clock'),
      deadlines: (deadlines ?? []).map(deadlineView),
      answers: supposed.map((one) => answerTo(input, one)),
      waiting: supposed.some((one) => 'on' in one && one.on === later),
      later,
      mayConfirm: page.clock.later !== null && actingRole(viewer, 'recompute-deadline') !== null,
      closed: page.view.closed,
    });
  };
}

const laterDay = (asked: unknown, today: IsoDate): IsoDate =>
  typeof asked === 'string' && isCivilDate(asked) && asked >= today ? asked : addDays(today, 7);

/** The first of the case's timers is the one that gives its due date. */
const inputOf = (
  { register, now }: Services,
  page: CasePage,
  timer: TimerName | undefined,
  events: readonly ClockEvent[],
): ClockInput => {
  const definition = definitionOf(page.kind);
  const profile = register.organisations.get(page.organisationId);
  const ground = { profile, definition, calendar: register.calendar };
  return { ...clockInput(ground, timer ?? definition.timer, events), asOf: now().toISOString() };
};

const states: Readonly<Record<Deadline['state'], string>> = {
  'not-started': 'Not started',
  waiting: 'Waiting: the period has not begun',
  running: 'Running',
  paused: 'Paused',
  overdue: 'Overdue',
  elapsed: 'Over',
  'no-limit': 'No limit',
};

interface DeadlineView extends Deadline {
  readonly title: string;
  readonly stateText: string;
}

const deadlineView = (one: Deadline): DeadlineView => ({
  ...one,
  title: titles[one.timer] ?? timerNamed(one.timer).title,
  stateText: one.state === 'overdue' && awaited(one) ? 'The answer was expected by then' : states[one.state],
});

/** A wait for somebody else: nothing of ours is late. */
const awaited = ({ timer }: Deadline): boolean => timerNamed(timer).binds === 'someone-else';

const titles: Readonly<Record<string, string>> = {
  'rights.response': 'When the answer is due',
  'rights.extensionNotice': 'Until when an extension can be notified',
};

interface WhatIf {
  readonly question: string;
  readonly text: string;
}

const answerTo = (input: ClockInput, one: Supposition): WhatIf => ({
  question: questionOf(one),
  text: whatIf(input, one).text,
});

function questionOf(one: Supposition): string {
  switch (one.suppose) {
    case 'clarification-requested':
      return 'We ask for clarification today';
    case 'clarification-received':
      return `Clarification arrives on ${weekdayDate(one.on)}`;
    case 'identity-received':
      return `What shows identity arrives on ${weekdayDate(one.on)}`;
    case 'fee-paid':
      return `The fee is paid on ${weekdayDate(one.on)}`;
    case 'extended':
      return 'We extend the time today';
    case 'identity-not-upheld':
      return 'Our request for identity is not upheld';
    case 'clarification-not-upheld':
      return 'Our request for clarification is not upheld';
  }
}
