import type { CaseKind } from '../cases/kinds';
import type { ClockEventType, IsoDate, Nation, Period, QuestionSort, TimerName } from './types';

/**
 * One timer of the catalogue as data, to be read beside the statute. Where law changed, `law` holds each
 * version, newest first, by the day from which it applies to what then begins.
 */
export interface TimerDeclaration {
  name: TimerName;
  /** What has to be done, or is awaited, in the words of the field. */
  title: string;
  family: Family;
  kinds: readonly CaseKind[];
  /** A duty of the organisation, a wait for someone else, or a matter of policy alone. */
  binds: 'organisation' | 'someone-else' | 'policy';
  /** A minimum: not to be done before the period is over. Its policy may be longer, never shorter. */
  minimum?: true;
  /** Applied where the organisation states no period and law gives none. */
  defaultPolicy?: Period;
  /** What to tell whoever asks for an office in that nation. */
  caution?: { nation: Nation; text: string };
  law: readonly [LawVersion, ...LawVersion[]];
}

/** Which events a case of this family can have; a history is judged by its family, not by one timer. */
export type Family =
  'rights' | 'breach' | 'impact-assessment' | 'complaint' | 'housing' | 'notice' | 'information' | 'keeping';

export interface LawVersion {
  /** Applies to what began on or after this day. */
  from: IsoDate;
  /** The provision that gives the period. */
  article: string;
  start: StartRule;
  /** Null where law gives no number; `wording` then says what it does say. */
  length: Period | null;
  /** The statute's own standard beside the number, such as "without undue delay". */
  wording?: string;
  /**
   * - `own-nation`: the last day rolls over weekends and the nation's holidays
   * - `all-uk`: working days, holidays of any part of the United Kingdom
   * - `none`: elapsed time, or days that do not roll
   */
  calendar: 'own-nation' | 'all-uk' | 'none';
  /** The provision that says which days count and where a last day rolls to. */
  countedBy: string;
  pause?: PauseRule;
  extension?: ExtensionRule;
  restart?: RestartRule;
  /** The period ends on the first of these, if that is earlier. */
  endsOn?: { events: readonly ClockEventType[]; article: string };
  /** Events that the law of this version gives no effect, and why, to be said when they occur. */
  withoutEffect?: { sorts: readonly QuestionSort[]; because: string };
}

export interface StartRule {
  events: readonly [ClockEventType, ...ClockEventType[]];
  /** Which of several such events counts. */
  take: 'earliest' | 'latest';
  /** What the explanation opens with, to be followed by the day: "The request was received". */
  text: string;
  /** The same for events of a type that has words of its own. */
  texts?: Readonly<Partial<Record<ClockEventType, string>>>;
  article: string;
  /** The start is the latest of the event and these answers, where the question was put. */
  delayedBy?: readonly { sort: QuestionSort; article: string }[];
}

/** A question whose days do not count towards the period. */
export interface PauseRule {
  sort: QuestionSort;
  /** Only cases of this kind may pause. */
  onlyFor?: CaseKind;
  counts: 'calendar-days' | 'working-days';
  /** Whether the day of the answer is excluded: the statute's text, or the chosen `pauseCounting`. */
  dayOfAnswer: 'excluded' | 'by-pause-counting';
  article: string;
}

/** To a total from the same start, by notice given within the first period. */
export interface ExtensionRule {
  to: Period;
  article: string;
  noticeWithin: Period;
  noticeArticle: string;
}

/** The answer is a new start: nothing of the time before it counts. */
export interface RestartRule {
  sort: QuestionSort;
  /** The question should be put within this period of receipt. */
  askWithin?: Period;
  article: string;
}
