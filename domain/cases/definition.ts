/**
 * What a kind of case declares about itself: its tasks, letters, outcomes and case-wide actions.
 * Workflow-safe: data and types only.
 */
import type { ClockEvent, ClockEventType, Instant, IsoDate, TimerName } from '../clock/types';
import type { Profile } from '../organisation/profile';
import type { Role } from '../roles';
import type { ActionName, CaseFacts, CaseView, Codes, LetterNeed, Refusal } from './process';
import type { CaseKind } from './kinds';

/** A user task of the diagram. */
export interface TaskDefinition {
  /** What the worklist calls it, in the imperative. */
  readonly title: string;
  /** One sentence: what to do and why. */
  readonly help: string;
  /**
   * Who may finish it. `system-owner` is the owner of the system the repeated step stands for; `named` is the
   * person whose staff id the step was given as `data.assignee`, whatever their role; `lead` there is whoever
   * leads the case.
   */
  readonly roles: readonly (Role | 'system-owner' | 'named')[];
  /** House target in working days from when it opens; the case's own due date always limits it. */
  readonly withinWorkingDays?: number;
  /**
   * It waits for an answer from outside: its date is the organisation's own period for this timer, or 14 days, and it
   * is chased whatever the case's clock does.
   */
  readonly awaits?: TimerName;
  /** In place of working days: the day by which somebody outside was asked to reply, rolled to a working day. */
  readonly withinDays?: number;
  /** House target in elapsed hours from when it opens, weekends and holidays included; or as the profile sets it. */
  readonly withinHours?: number | ((profile: Profile) => HoursOfTheHouse);
  /** Whoever does it is reminded an hour before its hours are over; whoever answers for the case when they are. */
  readonly chasedInHours?: true;
  /** Finished by someone other than whoever finished these tasks (second pair of eyes). */
  readonly notBy?: readonly string[];
  /** Facts that name somebody who may never finish it, whatever the profile allows; `lead`: whoever leads the case. */
  readonly neverBy?: readonly string[];
  /** Decides something of the case, so that whoever did it looks into no complaint about it. */
  readonly decides?: true;
  /** The advice that comes before this decision: another person's, unless the profile says otherwise. */
  readonly adviceFrom?: readonly string[];
  /** The items found are decided while it is open; once it is finished, the decisions stand (`domain/cases/items`). */
  readonly decidesItems?: true;
  /** Whoever does it may add files that show what was done, without seeing the rest of the case. */
  readonly takesEvidence?: true;
  /** May open after the case's due date, or long after it: the due date does not limit it. */
  readonly outlivesDeadline?: boolean;
  /** Words from earlier forms of the case that whoever does the task must see, and no more of the case. */
  readonly shows?: readonly WordsToShow[];
  /**
   * What it rests on: tasks, actions and `log-request`, whose last answers are shown in full to whoever sees the case.
   * What answers this very task (a check, a decision) is shown only until it is done anew; so is an action.
   */
  readonly restsOn?: readonly string[];
  /** The person's other open cases are shown, each with its due date beside this case's own. */
  readonly showsOtherCases?: boolean;
  /** Where its work is done before it is finished: a page below the case's own, with the words that lead there. */
  readonly page?: { readonly path: string; readonly text: string };
}

/** A target in hours that the organisation sets, with its reason. */
export interface HoursOfTheHouse {
  readonly withinHours: number;
  readonly section?: string;
  readonly why: string;
}

/** What somebody wrote in a field of an earlier form; of a `rows` field one cell, in the row of the task's item. */
export interface WordsToShow {
  readonly form: string;
  readonly field: string;
  readonly cell?: string;
  readonly label: string;
  /** The event sub-process that each such answer began: of several the one is shown that began this task's. */
  readonly began?: string;
  /** Shown only where the task is about an item. */
  readonly ofItem?: true;
  /** Of a repeated task what was last said about each system, under its name. */
  readonly eachSystem?: true;
}

/** A letter the process sends: a send task of the diagram. */
export interface LetterDefinition {
  readonly title: string;
  /** `recipient`: the profile's recipient that the repeated step stands for, or that `data.item` names. */
  readonly to:
    | 'requester'
    | 'system-owner'
    | 'third-party'
    | 'affected'
    | 'controller'
    | 'recipient'
    | 'regulator'
    | 'staff';
  /** Folder and file under templates/, such as `subject-access/acknowledge`. */
  readonly template: string;
  /** Whether a person reads it, edits its free parts and lets it go. */
  readonly checked: boolean;
  /** Free parts that staff may edit, by name, with the label they see. Everything else is fixed. */
  readonly freeParts: Readonly<Record<string, string>>;
  /** Free parts that may be left empty. */
  readonly optionalParts?: readonly string[];
  /** What a free part begins with: a field of the form last filled in for this case, or fixed words. */
  readonly proposes?: Readonly<Record<string, string | Proposal>>;
  /** Its effect in law hangs on its being given, not sent: by post, when it would be delivered (Art 12A(4)). */
  readonly effectiveOnDelivery?: boolean;
  /**
   * Carries a one-time code that shows who is asking: goes only to a contact that is safe, was on file before the
   * request, and was chosen by a person; else not at all.
   */
  readonly oneTimeCode?: boolean;
  /** Mandatory paragraphs (partials) that must be in the rendered text, with the article each comes from. */
  readonly mandatory: Readonly<Record<string, string>>;
  /** Contains personal data beyond the fact of a request: plain e-mail needs the person's recorded agreement. */
  readonly confidential: boolean;
}

/** What somebody wrote on a form of the case, with the words to begin from where they wrote nothing. */
export interface Proposal {
  readonly form: string;
  readonly field: string;
  readonly otherwise?: string;
}

/** Activities that a service task may run, by the name the worker knows them by. */
export type ServiceName =
  | 'matchIdentity'
  | 'assembleBundle'
  | 'exportPortable'
  | 'makeNotification'
  | 'makeConsultationPack'
  | 'fileAssessment'
  | 'trimCaseFile';

/** A case-wide action of this kind. */
export interface ActionDefinition {
  readonly title: string;
  /** A page below the case's own on which it is done; absent where its form is all there is to it. */
  readonly page?: string;
  /** The start event it fires on the diagram; absent for actions that are only recorded. */
  readonly fires?: string;
  /**
   * The letter that gives it its effect: what the clock could not take of that letter, were it given now, is refused
   * before anything is prepared.
   */
  readonly effectOf?: string;
  /**
   * It may be taken once the case is closed as well: what it fires then runs to its end beside the closed case, which
   * stays as it was. Its start event says the same on the diagram.
   */
  readonly afterClosing?: true;
  /** A waiting task that this action finishes, and with which answers. */
  readonly completes?: { readonly element: string; readonly with: Codes };
  /** Why it may not be done now, or null. Pure: used by the validator, the page and the API alike. */
  readonly refusal?: (view: CaseView, now: string) => Refusal | null;
  /** The rule where the product itself asks, with no person behind it; absent where it never may. */
  readonly unattended?: (view: CaseView) => Refusal | null;
}

/** How a case can end. */
export interface OutcomeDefinition {
  readonly title: string;
}

/** One rung of the escalation ladder, in working days or elapsed hours before the due moment. */
export interface LadderRung {
  readonly point: string;
  /** Negative: after the due date. */
  readonly workingDaysBefore: number;
  /** In place of working days, for clocks of elapsed hours: through nights, weekends and holidays. */
  readonly hoursBefore?: number;
  readonly tell: readonly (Role | 'assignee')[];
  /** Say it again every working day from here on, until the case closes. */
  readonly daily?: boolean;
}

/** A planned day, of which some are told as it nears and when it has come. */
export interface PlannedDay {
  readonly on: IsoDate;
  /** In the order in which they are told; `assignee` is whoever leads the case where somebody does. */
  readonly rungs: readonly LadderRung[];
}

/**
 * What everybody who works on the person's other cases must know of this one. It stands while the case is open,
 * in `stage` only where that is given; and after the case closed with one of `outcomes`. A mark with
 * `stage: 'closed'` does not stand before that.
 */
export interface CaseMark {
  readonly stage?: Stage;
  readonly outcomes?: readonly string[];
  /** As in "Restriction in force". */
  readonly text: string;
}

export interface CaseDefinition {
  readonly kind: CaseKind;
  /** As in `SAR-2026-00042`. */
  readonly prefix: string;
  readonly title: string;
  /** What letters call it after "your": `request for access`; `request` unless said. */
  readonly requestNoun?: string;
  /** Letters whose giving answers the case: whether it went late is told by the last of them. */
  readonly answeredBy?: readonly string[];
  /**
   * The task that hands an answer over. One kept for collection or reading aloud is not given before it is done, and
   * then on the day that it records.
   */
  readonly handedOverBy?: string;
  /**
   * In place of `answeredBy`, where it hangs on what was said whether the clock has done its work. `said` answers the
   * codes of the step last left of an element, empty where there is none.
   */
  readonly answered?: (said: (element: string, item?: string) => Codes) => boolean;
  /** What it is about: a person, or a matter (a project, an incident) that has a title of its own. */
  readonly about?: 'person' | 'matter';
  /** The page on which such a case is begun, where it is none of those that anybody logs. */
  readonly begunOn?: string;
  /** What a repeated step is about, where its item is neither a system nor a person by number; null where it is. */
  readonly aboutItem?: (profile: Profile, element: string, item: string) => string | null;
  /** Who may read such cases, where that is fewer than may read others. */
  readonly readers?: readonly Role[];
  /**
   * Somebody leads it: whoever opened it, until it is handed over. They follow it whole and add to its documents,
   * whatever their role (a project lead and their assessment).
   */
  readonly led?: boolean;
  /**
   * A sentence that stands on top of every page of the case, as it stands now; `said` as for `timers`. Null: none.
   */
  readonly notice?: (stage: Stage, said: (element: string) => Codes, facts: CaseFacts) => string | null;
  /** A day by which something should be done that no clock of law counts to; told beside the ladder. Null: none. */
  readonly ahead?: (facts: CaseFacts, said: (element: string) => Codes) => PlannedDay | null;
  /** Those whom it affects may ask or complain on account of it: what they send is opened from it, linked. */
  readonly asksBack?: boolean;
  /** What stands where a due date would, while its clock runs without one; `Without undue delay` unless said. */
  readonly undated?: string;
  /** What comes before its due date in a stage, where that is not `Due on`. */
  readonly dueWords?: Readonly<Partial<Record<Stage, string>>>;
  /** Whose answer its date is in a stage, where it binds somebody else and not us: as in `The regulator’s answer`. */
  readonly awaits?: Readonly<Partial<Record<Stage, string>>>;
  /** A page of the kind's own, below the case's address, among its tabs. */
  readonly tab?: { readonly path: string; readonly text: string };
  /** What it means for the person's other cases, shown on top of them and on the person's page. */
  readonly mark?: CaseMark;
  /** The timer whose date is the case's due date. */
  readonly timer: TimerName;
  /**
   * The timers of a case where not all of its kind have the same; the first gives the due date. `said` answers
   * the codes of the step last left of an element (of a repeated one, for one item where that is given), empty where
   * there is none.
   */
  readonly timers?: (
    facts: CaseFacts,
    said: (element: string, item?: string) => Codes,
  ) => readonly TimerName[];
  /**
   * Timers of duties not yet done whose points escalate, beside that of the due date; `happened` says whether the
   * clock has had an event of that type. Without it only the timer of the due date escalates.
   */
  readonly alsoEscalates?: (
    facts: CaseFacts,
    said: (element: string, item?: string) => Codes,
    happened: (type: ClockEventType) => boolean,
  ) => readonly TimerName[];
  /** Whichever of `alsoEscalates` falls first gives the due date, in place of the first of `timers`. */
  readonly earliestDue?: true;
  /** Event sub-processes whose codes, as an action began them, count as said for the clocks: of several the last. */
  readonly hears?: readonly string[];
  /** Facts beyond those every case has, from the profile and what was typed when it was logged. */
  readonly facts?: (profile: Profile, codes: Codes) => Codes;
  readonly tasks: Readonly<Record<string, TaskDefinition>>;
  readonly letters: Readonly<Record<string, LetterDefinition>>;
  /** Service tasks of the diagram, and the activity that does each. */
  readonly services: Readonly<Record<string, ServiceName>>;
  readonly actions: Readonly<Partial<Record<ActionName, ActionDefinition>>>;
  /** Why a task may not be finished with these answers as the case stands now, or null. Pure, as of actions. */
  readonly completion?: (view: CaseView, element: string, codes: Codes) => Refusal | null;
  readonly outcomes: Readonly<Record<string, OutcomeDefinition>>;
  /**
   * Why a person may not finish their part of an element now, or null: a task, or a letter that waits for somebody.
   * Pure: used by the validator, the page and the API alike.
   */
  readonly holds?: (view: CaseView, element: string) => Refusal | null;
  /**
   * What a finished step (by its element) or an action (by its name) means for the law's clock, and, as
   * `log-request`, what logging it means beside the receipt. `at` is the date or instant of effect.
   */
  readonly clock: (what: string, codes: Codes, at: Instant | IsoDate) => readonly ClockEvent[];
  /** House default; a profile may replace it. */
  readonly ladder: readonly LadderRung[];
  /** Stages in order, by the elements whose opening begins them; the last match is the case's stage. */
  readonly stages: readonly { readonly stage: Stage; readonly from: readonly string[] }[];
}

/** Where a case stands, as lists and the Temporal UI show it. */
export type Stage =
  | 'received'
  | 'identity'
  | 'assessing'
  | 'searching'
  | 'review'
  | 'advice'
  | 'decision'
  | 'consulting'
  | 'containing'
  | 'carrying-out'
  | 'notifying'
  | 'responding'
  | 'in-force'
  | 'lessons'
  | 'closed';

/** What a letter's human step is called on the worklist. */
export const letterTasks: Readonly<Record<LetterNeed, string>> = {
  check: 'Check and send the letter',
  'contact-check': 'Confirm where this may safely be sent',
  posting: 'Print and post the letter',
  undeliverable: 'Choose another way: the e-mail was refused',
  together: 'Confirm that it went with the other answer',
  repair: 'Put right what stopped this step, then try again',
};

/** Whether this letter answers what the person asked, so that it may travel inside the answer to another request of theirs. */
export const answersThePerson = ({ answeredBy, letters }: CaseDefinition, element: string): boolean =>
  letters[element]?.to === 'requester' && (answeredBy ?? []).includes(element);

/** The furthest stage that one of the open steps begins; `received` before any has. */
export function stageOf(definition: CaseDefinition, open: readonly string[]): Stage {
  const reached = definition.stages.filter(({ from }) => from.some((element) => open.includes(element)));
  return reached.at(-1)?.stage ?? 'received';
}
