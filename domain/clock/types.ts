/**
 * The words of the law's clock. Workflow-safe: types only, no library.
 * Everything here is plain JSON, so that a deadline may be recorded and sent as it is.
 */
import type { CaseKind } from '../cases/kinds';

/** Whose bank holidays count: the nation of the office that acts (Regulation 1182/71 Art 2). */
export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** One nation's calendar, or the union of all three (FOIA s.10(6), EIR reg 2(1)). */
export type Region = Nation | 'all-uk';

/** A civil date in Europe/London, such as `2026-11-22`. */
export type IsoDate = string;

/** A moment: ISO 8601 with an offset or `Z`, such as `2027-03-26T10:15:00+00:00`. */
export type Instant = string;

/** Every timer of the catalogue; its declaration is in `timers/`. */
export type TimerName =
  | 'rights.response'
  | 'rights.extensionNotice'
  | 'rights.refusalNotice'
  | 'rights.idAnswer'
  | 'rights.feePayment'
  | 'sar.clarificationAnswer'
  | 'objection.marketing'
  | 'restriction.liftNotice'
  | 'recipients.notify'
  | 'consent.withdrawn'
  | 'breach.regulator'
  | 'breach.individuals'
  | 'breach.processorToController'
  | 'dpia.beforeStart'
  | 'dpia.consult.accept'
  | 'dpia.consult.extensionNotice'
  | 'dpia.consult.advice'
  | 'dpia.review'
  | 'complaint.ack'
  | 'complaint.progress'
  | 'complaint.outcome'
  | 'housing.ack'
  | 'housing.stage1'
  | 'housing.stage2'
  | 'notice.indirect'
  | 'foi.response'
  | 'foi.refusalNotice'
  | 'foi.feePayment'
  | 'foi.review'
  | 'eir.response'
  | 'eir.refusalNotice'
  | 'eir.feePayment'
  | 'eir.review'
  | 'stairs.response'
  | 'appropriatePolicyDocument.keep'
  | 'case.retention'
  | 'policy.review'
  | 'decision.check';

/** A question that we (or the regulator) put, and whose answer the clock may wait for. */
export type QuestionSort = 'identity' | 'fee' | 'clarification' | 'regulator-information';

/** What may happen to a case, as far as a clock is concerned. */
export type ClockEventType =
  | 'received'
  | 'aware'
  | 'identity-requested'
  | 'identity-received'
  | 'identity-withdrawn'
  | 'fee-requested'
  | 'fee-paid'
  | 'fee-withdrawn'
  | 'clarification-requested'
  | 'clarification-received'
  | 'clarification-withdrawn'
  | 'extended'
  | 'extension-undone'
  | 'high-risk-decided'
  | 'complied'
  | 'lift-decided'
  | 'project-started'
  | 'submitted'
  | 'regulator-information-requested'
  | 'regulator-information-supplied'
  | 'regulator-information-withdrawn'
  | 'approved'
  | 'risk-changed'
  | 'data-obtained'
  | 'first-contact'
  | 'first-disclosure'
  | 'logged'
  | 'progress-told'
  | 'stage1-extended'
  | 'stage1-undone'
  | 'escalated'
  | 'review-requested'
  | 'processing-ended'
  | 'closed'
  | 'adopted';

/** Something that took effect on a day or at a moment. The order of recording never matters. */
export interface ClockEvent {
  type: ClockEventType;
  at: IsoDate | Instant;
  /** The record's own identifier, given back when the event is refused. */
  key?: string;
  /** Stands in place of all of its type that were recorded before it: a correction, such as of `aware`. */
  replaces?: boolean;
}

export type PeriodUnit = 'hours' | 'days' | 'working-days' | 'weeks' | 'months' | 'years';

/** A length of time. A count of nought days means "at once": by the end of the same day. */
export interface Period {
  count: number;
  unit: PeriodUnit;
}

/** The organisation's own period; `extended` is its total, from the relevant time, once extended. */
export interface PolicyPeriod extends Period {
  extended?: Period;
}

/** Days on which the office is shut. They change nothing in law and are shown as information. */
export interface OfficeClosure {
  from: IsoDate;
  to: IsoDate;
  title: string;
}

export interface Holiday {
  date: IsoDate;
  title: string;
}

/** The bank holidays of the three nations, and the days between which they are known. */
export interface Holidays {
  /** Names the data, such as `2026-02-06+1`: recorded with every deadline computed from it. */
  version: string;
  knownFrom: IsoDate;
  knownUntil: IsoDate;
  nations: Record<Nation, readonly Holiday[]>;
}

/**
 * How an answered clarification is counted (Art 12A(5)). `inclusive`: both end days are excluded, the literal
 * text. `strict` (the default, and the earlier date): the day of the answer counts.
 */
export type PauseCounting = 'strict' | 'inclusive';

export interface ClockInput {
  timer: TimerName;
  kind?: CaseKind;
  nation: Nation;
  events: readonly ClockEvent[];
  policy?: PolicyPeriod;
  pauseCounting?: PauseCounting;
  /** "Now", where a state depends on it; the clock itself reads none. */
  asOf?: Instant;
  /** Whether the organisation's own dates roll to a working day. They do not unless its profile says so. */
  policyRolls?: boolean;
  closures?: readonly OfficeClosure[];
  /** Defaults to the snapshot in `domain/calendar`. */
  calendar?: Holidays;
}

/**
 * - `not-started`: what starts it has not happened
 * - `waiting`: identity, a fee or (FOI, EIR) clarification is awaited; the period has not begun
 * - `running`, `paused`, `overdue` (only with `asOf`)
 * - `elapsed`: a minimum period is over (only with `asOf`)
 * - `no-limit`: neither law nor policy gives a number
 */
export type ClockState =
  'not-started' | 'waiting' | 'running' | 'paused' | 'overdue' | 'elapsed' | 'no-limit';

/**
 * One step of the computation. The steps that carry `days` (or `hours`) are the computation: the date of each
 * is the date of the one before it moved by its `days`, and the last is the due date. Others only inform.
 */
export interface ExplanationStep {
  code: string;
  /** One sentence, fit for a letter; no personal data. */
  text: string;
  article?: string;
  days?: number;
  hours?: number;
  date?: IsoDate | Instant;
  holidays?: Holiday[];
}

/** Something a person should know; it moves no date. */
export interface ClockWarning {
  code: string;
  text: string;
  article?: string;
}

export interface Deadline {
  timer: TimerName;
  state: ClockState;
  /** The earlier of law and policy; null while paused, waiting or without limit. Instant for hours. */
  due: IsoDate | Instant | null;
  /** The last moment of `due`: 23:59:59.999 Europe/London for a date. Always in UTC (`Z`). */
  dueInstant: Instant | null;
  statutoryDue: IsoDate | Instant | null;
  policyDue: IsoDate | Instant | null;
  /** The last day on which notice of an extension can be given. */
  extensionNoticeDue: IsoDate | null;
  /** The relevant time (Art 12A(2)), or whatever starts this timer; null while awaited. */
  relevantDate: IsoDate | Instant | null;
  /** Days that do not count: calendar days, or working days for FOI and EIR. */
  daysExcluded: number;
  /** While paused: days of the period used up before the open question. */
  daysUsed: number | null;
  /** While paused or waiting: the due date if the answer came on `asOf` (or, without it, when asked). */
  projectedDue: IsoDate | null;
  /** While our own question is or was in play: the due date if it is not upheld. */
  dueIfNotUpheld: IsoDate | null;
  /** Present when the date leans on days whose holidays are not published yet. */
  provisional?: { calendarKnownUntil: IsoDate };
  /** The version of the law that was applied: in force for what began on or after `from`. */
  law: { from: IsoDate; article: string };
  /** The `version` of the holidays that were used. */
  calendar: string;
  warnings: ClockWarning[];
  steps: ExplanationStep[];
  /** A later date by newer holidays, law or policy: it counts only once a person has accepted it. */
  awaiting?: Movement;
}

/** How a deadline moved between two computations of it: after a change of holidays, of law or of the record. */
export interface Movement {
  from: Deadline['due'];
  to: Deadline['due'];
  /** Calendar days; null where one of the two has no date. */
  days: number | null;
  /** A later date must be accepted by a person. */
  later: boolean;
  /** The steps of the new computation that the old one did not have, and the data that changed. */
  because: string[];
}

/** When to tell whom, before and after a due date. */
export interface EscalationLadder {
  /** Most distant first or in any order; `before` counts working days, or hours for elapsed-hour timers. */
  rungs: readonly EscalationRung[];
  /** Told every working day once overdue. */
  overdue?: { point: string; tell: readonly string[] };
  /** Local time of day of the telling, `09:00` unless given. */
  at?: string;
}

export interface EscalationRung {
  point: string;
  before: { count: number; unit: 'working-days' | 'hours' };
  tell: readonly string[];
}

export interface EscalationPoint {
  point: string;
  /** Unique per point and day, such as `five-days-before@2026-12-14`: it changes when the day moves. */
  key: string;
  at: Instant;
  tell: string[];
}
