import type { CaseContents } from '../domain/cases/contents';
import type { Stage } from '../domain/cases/definition';
import type { OpenCase } from '../domain/cases/erasure/holds';
import type { CaseKind } from '../domain/cases/kinds';
import type {
  CaseFacts,
  CaseView,
  ClockView,
  Codes,
  LetterNeed,
  Refusal,
  StepKey,
} from '../domain/cases/process';
import type { ClockEvent, Deadline, Instant, IsoDate, TimerName } from '../domain/clock/types';
import type { PersonRecord } from './people';
import { assessments, knownAssessments } from './cases/assessments';
import { consentsWithdrawn } from './cases/consents';
import { decisionChecks } from './cases/decision-checks';
import { audience, dossier } from './cases/effects';
import { handedIn } from './cases/handed-in';
import { clockEvents, clockRefusal, deadlines, dueWith, events } from './cases/history';
import { casePage } from './cases/page';
import { searchMatters } from './cases/matters';
import { casesOfPerson } from './cases/of-person';
import { complainedOf } from './cases/complained-of';
import { openBeside } from './cases/open-beside';
import { myTasks, taskPage } from './cases/tasks';
import { counts, worklist } from './cases/worklist';
import type { Context } from './context';
import { startOf } from './recorder/recovery';
import type { Viewer } from './viewer';
import { knownTo, ledBy } from './visibility';

/** What a worklist shows of a case. */
export interface CaseRow {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly stage: Stage;
  readonly outcome: string | null;
  readonly clockState: ClockView['state'];
  readonly dueOn: IsoDate | null;
  readonly dueAt: Instant | null;
  /** While it waits for an answer to our own question: when it is due if that question is not upheld. */
  readonly dueIfNotUpheld: IsoDate | null;
  readonly receivedOn: IsoDate;
  readonly loggedAt: Instant;
  readonly closedAt: Instant | null;
  readonly controller: string;
  readonly extended: boolean;
  readonly legalHold: boolean;
  readonly restricted: boolean;
  /** A contact flag is set on the subject or the requester now. */
  readonly flagged: boolean;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  /** Null for viewers who may not see people (`person.view`), and for a matter. */
  readonly subjectName: string | null;
  /** What a matter is called; null for a case about a person, and for viewers who may not see contents. */
  readonly title: string | null;
  /** Staff id of whoever opened it; null where that was not kept. */
  readonly openedById: string | null;
  /** Staff id of whoever leads it; null for kinds that nobody leads. */
  readonly leadId: string | null;
  /** Open tasks of the case, and those of them this viewer can do. */
  readonly openTasks: number;
  readonly myTasks: number;
}

export interface WorklistQuery {
  /** `open` unless said otherwise. */
  readonly state?: 'open' | 'closed' | 'all';
  readonly stages?: readonly Stage[];
  readonly kinds?: readonly CaseKind[];
  /** A staff id, `me`, or `nobody`. */
  readonly assignee?: string;
  /** `overdue`, `this-week` (due within five working days), `paused`, or a window of due dates. */
  readonly due?: 'overdue' | 'this-week' | 'paused' | { readonly from?: IsoDate; readonly until?: IsoDate };
  /** Only cases with an open task this viewer can do. */
  readonly mine?: boolean;
  /** Part of a reference. */
  readonly text?: string;
  readonly sort?: 'due' | 'reference' | 'received' | 'stage' | 'assignee';
  readonly order?: 'ascending' | 'descending';
  /** From 1. */
  readonly page?: number;
  /** 25 unless said; at most 10,000, for an export. */
  readonly pageSize?: number;
}

export interface Worklist {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** The numbers on the front page. */
export interface FrontCounts {
  readonly open: number;
  readonly overdue: number;
  /** Due within five working days, today included. */
  readonly dueThisWeek: number;
  readonly waitingForMe: number;
}

/** Human work: a user task, or a person's part in a letter. */
export interface TaskRow {
  readonly id: string;
  readonly reference: string;
  readonly kind: CaseKind;
  readonly step: StepKey;
  readonly element: string;
  readonly item: string | null;
  readonly need: LetterNeed | null;
  readonly title: string;
  readonly roles: readonly string[];
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly dueOn: IsoDate | null;
  /** The very moment, where its target is in hours; null where a day is all there is. */
  readonly dueAt: Instant | null;
  readonly state: 'open' | 'done' | 'cancelled';
  readonly openedAt: Instant;
  readonly completedAt: Instant | null;
  readonly completedBy: string | null;
  readonly completedByName: string | null;
  readonly submissionId: string | null;
  /** Why this viewer may not finish it (role, not their system, their own work), or null when they may. */
  readonly refusal: Refusal | null;
  /** The viewer did the work that this task checks, and the profile allows it with a reason (`overrideReason`). */
  readonly override: boolean;
}

/** A task with what somebody needs to do it: a data holder sees this and nothing else of the case. */
export interface TaskPage extends TaskRow {
  readonly facts: CaseFacts;
  readonly receivedOn: IsoDate;
  readonly caseDueOn: IsoDate | null;
  /** What was asked, in the person's words; empty where `shows` says what the task is about. */
  readonly request: string;
  /** What a matter is called; null where the case is about a person. */
  readonly caseTitle: string | null;
  /** Whose information is searched for: names and references only. Null for a matter. */
  readonly subject: {
    readonly name: string;
    readonly formerNames: readonly string[];
    readonly references: readonly string[];
    readonly dateOfBirth?: IsoDate;
  } | null;
  /** What earlier forms say about it, as the task's definition has it. */
  readonly shows: readonly ShownWords[];
}

/** Words of an earlier form, under a heading. */
export interface ShownWords {
  readonly label: string;
  readonly text: string;
}

/** A system whose recordings will be overwritten before they were preserved, or were (`lost`). */
export interface LossRisk {
  readonly system: string;
  readonly on: IsoDate;
  readonly lost: boolean;
}

/** What another case of the same person means for this one, as its kind declares (`mark`). */
export interface MarkRow {
  readonly reference: string;
  readonly kind: CaseKind;
  /** As in "Restriction in force". */
  readonly text: string;
}

/** Requests of one person, of every kind, of those this viewer may see. */
export interface RequestCounts {
  readonly open: number;
  /** Received within the last twelve months, open or closed. */
  readonly lastYear: number;
}

/** A case of a person, on their page. */
export interface PersonCase extends CaseRow {
  /** What it means for the person's other cases; null where nothing. */
  readonly mark: string | null;
  /** They ask for somebody else: the case is about another person's information. */
  readonly asksForAnother: boolean;
}

/** A purpose for which somebody withdrew their consent (UK GDPR Art 7(3)), and what came of it on each of its systems. */
export interface ConsentWithdrawn {
  /** The profile's processing record. */
  readonly purpose: string;
  readonly withdrawnOn: IsoDate;
  /** The case. */
  readonly reference: string;
  readonly systems: readonly StoppedOn[];
}

/** Whether something has stopped on a system, as its owner said last. */
export interface StoppedOn {
  readonly system: string;
  readonly state: 'stopped' | 'nothing-there' | 'not-yet';
  readonly on: IsoDate | null;
}

/** A matter found by words of its title, best first. */
export interface MatterHit {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly stage: Stage;
  readonly title: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A diagram's element and where it stands, for the picture and its text. */
export interface StepRow {
  readonly step: StepKey;
  readonly element: string;
  readonly state: 'entered' | 'left' | 'cancelled' | 'waived';
  readonly enteredAt: Instant;
  readonly leftAt: Instant | null;
  readonly result: Codes | null;
}

export interface CasePage extends CaseRow {
  readonly id: string;
  readonly organisationId: string;
  readonly processVersion: string;
  readonly facts: CaseFacts;
  /** What rules look at. */
  readonly view: CaseView;
  readonly clock: ClockView;
  /** Sealed contents, opened; null for a viewer who may not see them (`document.view`). */
  readonly contents: CaseContents | null;
  /** Null for a matter, and for viewers who may not see people. */
  readonly subject: PersonRecord | null;
  readonly requester: PersonRecord | null;
  /** What the person's other cases mean for this one. */
  readonly marks: readonly MarkRow[];
  /** How many requests the person has made; null for a matter. */
  readonly requests: RequestCounts | null;
  readonly tasks: readonly TaskRow[];
  readonly steps: readonly StepRow[];
  readonly links: readonly {
    readonly reference: string;
    readonly kind: CaseKind;
    readonly relation: string;
    readonly outward: boolean;
    /** Both are open, asked by the same person and not restricted, so that one answer could carry the other. */
    readonly answersTogether: boolean;
  }[];
  readonly namedStaff: readonly string[];
  readonly excludedStaff: readonly string[];
  readonly risks: readonly LossRisk[];
  /** Codes: `logged-late`. */
  readonly warnings: readonly string[];
  readonly retainUntil: IsoDate | null;
}

/** One line of the history. */
export interface EventRow {
  readonly id: string;
  readonly sequence: number;
  readonly type: string;
  readonly element: string | null;
  /** For `fired`, `closed` and `reopened`: which time this was, from 1. */
  readonly number: number | null;
  readonly step: StepKey | null;
  readonly action: string | null;
  readonly data: Codes;
  readonly clock: readonly ClockEvent[];
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  /** Took effect on an earlier day than it was recorded. */
  readonly backdated: boolean;
  readonly submissionId: string | null;
  /** What the person wrote, opened; null for viewers who may not read it. */
  readonly written: { readonly [name: string]: unknown } | null;
}

/** All that effects (letters, searches, identity) need of a case. Not for pages: it asks for no viewer. */
export interface Dossier {
  readonly caseId: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly kind: CaseKind;
  readonly stage: Stage;
  readonly outcome: string | null;
  readonly facts: CaseFacts;
  readonly contents: CaseContents;
  /** Null for a matter. */
  readonly subject: PersonRecord | null;
  readonly requester: PersonRecord | null;
  readonly clock: ClockView;
  readonly receivedOn: IsoDate;
  readonly loggedAt: Instant;
  readonly legalHold: boolean;
  readonly restricted: boolean;
  readonly assigneeId: string | null;
}

/** Whom an escalation point concerns. */
export interface PointAudience {
  readonly point: string;
  /** Roles, or `assignee`; for a chaser, `system-owner` of `system`, or `doer`. */
  readonly tell: readonly string[];
  /** Of a chaser: whom the task is given to, if anybody. */
  readonly doerId: string | null;
  readonly system: string | null;
  /** Of a chaser: the task that waits. */
  readonly title: string | null;
  /** Which timer the point is of, where several of the case escalate; null where the case is what falls due. */
  readonly timer: TimerName | null;
  /** What falls due is an answer that somebody else owes us. */
  readonly awaited: boolean;
  /** While the case waits for an answer to our own question: when it is due if that is not upheld. */
  readonly ifNotUpheldOn: IsoDate | null;
  readonly organisationId: string;
  readonly dueOn: IsoDate | null;
  /** The very moment at which the case, or that timer, is due. */
  readonly dueAt: Instant | null;
  readonly assigneeId: string | null;
  /** On a restricted case, who alone may be told; null where anyone may. */
  readonly mayKnow: readonly string[] | null;
  /** Staff who must never be told. */
  readonly shutOut: readonly string[];
}

/** One line of the log of impact assessments. */
export interface AssessmentRow {
  readonly reference: string;
  /** Null for viewers who may not read contents. */
  readonly title: string | null;
  /** The project lead: whoever opened it. */
  readonly lead: string | null;
  readonly stage: Stage;
  readonly outcome: string | null;
  readonly startedOn: IsoDate;
  /** Whether the screening asked for a full assessment; null before it. */
  readonly required: boolean | null;
  /** The highest risk with the measures; null before it was rated. */
  readonly residual: 'low' | 'medium' | 'high' | null;
  readonly approvedOn: IsoDate | null;
  readonly reviewOn: IsoDate | null;
  readonly openMeasures: number;
  /** When the project starts, or is planned to; null where nobody has said. */
  readonly startsOn: IsoDate | null;
  /** It started, or was to start, before it was approved (Art 35(1)). */
  readonly startedUnapproved: boolean;
  /** Why no assessment was required, as decided; null where that was not decided, or for viewers who may not read it. */
  readonly notRequiredReasons: string | null;
  readonly closedOn: IsoDate | null;
}

/** The regular checks of an automated decision, as the register of such decisions shows them. */
export interface DecisionCheckRow {
  readonly reference: string;
  /** Id of the decision in the profile. */
  readonly decision: string;
  readonly stage: Stage;
  readonly closed: boolean;
  /** Of the check to be made now, or of what it found that is to be put right. */
  readonly dueOn: IsoDate | null;
  readonly last: { readonly on: IsoDate; readonly outcome: 'as-intended' | 'concern' | 'retired' } | null;
  readonly nextOn: IsoDate | null;
}

/** A case as whoever handed it in sees it. */
export type HandedIn = Pick<CaseRow, 'reference' | 'kind' | 'stage' | 'outcome' | 'receivedOn'> & {
  /** They may open the case's own page. */
  readonly readable: boolean;
};

export interface Cases {
  worklist(viewer: Viewer, query?: WorklistQuery): Promise<Worklist>;
  counts(viewer: Viewer): Promise<FrontCounts>;
  /** Open tasks this viewer can do, the most urgent first. */
  myTasks(viewer: Viewer): Promise<TaskRow[]>;
  /** One task, for whoever may do it or see its case; null otherwise. */
  task(viewer: Viewer, taskId: string): Promise<TaskPage | null>;
  /** Null for a case that does not exist for this viewer. */
  page(viewer: Viewer, reference: string): Promise<CasePage | null>;
  /** The history, oldest first; null as for `page`. */
  events(viewer: Viewer, reference: string): Promise<EventRow[] | null>;
  /** Named deadlines with their computation; null as for `page`. */
  deadlines(viewer: Viewer, reference: string): Promise<Deadline[] | null>;
  /** All clock events of the case, the receipt included: for "what if"; null as for `page`. */
  clockEvents(viewer: Viewer, reference: string): Promise<ClockEvent[] | null>;
  /** Why the law's clock cannot take these events as well (an impossible history), or null. */
  clockRefusal(reference: string, added: readonly ClockEvent[]): Promise<Refusal | null>;
  /** When the case would be due with these events as well; null where that is impossible or has no date. */
  dueWith(reference: string, added: readonly ClockEvent[], timer?: TimerName): Promise<IsoDate | null>;
  /** What the viewer handed in or leads, and what became of it: reference, stage and outcome only. */
  handedIn(viewer: Viewer): Promise<HandedIn[]>;
  /** Whether the viewer leads the case and may therefore follow it whole, whatever their role. */
  follows(viewer: Viewer, reference: string): Promise<boolean>;
  /** All cases of a person that the viewer may see, of every kind: open ones first, then the latest. */
  ofPerson(viewer: Viewer, personId: string): Promise<PersonCase[]>;
  /** What a person no longer agrees to, purpose by purpose, of the cases that the viewer may see. */
  consentsWithdrawn(viewer: Viewer, personId: string): Promise<ConsentWithdrawn[]>;
  /** For rules, never for a page: other open cases about the person of this one, whoever may see them. */
  openBeside(reference: string): Promise<OpenCase[]>;
  /** For rules, never for a page: the cases that this one is a complaint about, whoever may see them. */
  complainedOf(reference: string): Promise<ComplainedOf[]>;
  /** Matters that the viewer may see, by words of their titles, best first; at most `limit` (20). */
  searchMatters(viewer: Viewer, text: string, limit?: number): Promise<MatterHit[]>;
  /** The log of impact assessments, of those the viewer may see, the newest first. */
  assessments(viewer: Viewer): Promise<AssessmentRow[]>;
  /** Assessments in force that any employee may know of by name, but for those kept from them. */
  knownAssessments(viewer: Viewer): Promise<Pick<AssessmentRow, 'reference' | 'title'>[]>;
  /** The checks of automated decisions that the viewer may see, the newest first. */
  decisionChecks(viewer: Viewer): Promise<DecisionCheckRow[]>;
  /** For the gateway and recovery: what a workflow is started with; null when there is no such case. */
  start(reference: string): Promise<CaseStart | null>;
  /** For effects. Throws `not-found`. */
  dossier(reference: string): Promise<Dossier>;
  /** For escalation. Throws `not-found`. */
  audience(reference: string, point: string): Promise<PointAudience>;
}

/** A case that a complaint is about. */
export interface ComplainedOf {
  readonly reference: string;
  readonly kind: CaseKind;
}

/** What a workflow is started with, and its search attributes. */
export interface CaseStart {
  readonly reference: string;
  readonly generation: number;
  readonly kind: CaseKind;
  readonly organisationId: string;
  readonly stage: Stage;
  readonly dueAt: Instant | null;
  readonly closed: boolean;
  /** Number of its last event: moves whenever anything happens to the case. */
  readonly sequence: number;
}

export function createCases(context: Context): Cases {
  const { db } = context;
  return {
    worklist: (viewer, query) => worklist(context, viewer, query),
    counts: (viewer) => counts(context, viewer),
    myTasks: (viewer) => myTasks(context, viewer),
    task: (viewer, taskId) => taskPage(context, viewer, taskId),
    page: (viewer, reference) => casePage(context, viewer, reference),
    events: (viewer, reference) => events(context, viewer, reference),
    deadlines: (viewer, reference) => deadlines(context, viewer, reference),
    clockEvents: (viewer, reference) => clockEvents(context, viewer, reference),
    clockRefusal: (reference, added) => clockRefusal(context, reference, added),
    dueWith: (reference, added, timer) => dueWith(context, reference, added, timer),
    handedIn: (viewer) => handedIn(context, viewer),
    async follows(viewer, reference) {
      const theirs = { AND: [{ reference }, knownTo(viewer), ledBy(viewer)] };
      return (await db.case.count({ where: theirs })) > 0;
    },
    assessments: (viewer) => assessments(context, viewer),
    knownAssessments: (viewer) => knownAssessments(context, viewer),
    decisionChecks: (viewer) => decisionChecks(context, viewer),
    ofPerson: (viewer, personId) => casesOfPerson(context, viewer, personId),
    consentsWithdrawn: (viewer, personId) => consentsWithdrawn(context, viewer, personId),
    openBeside: (reference) => openBeside(context, reference),
    complainedOf: (reference) => complainedOf(context, reference),
    searchMatters: (viewer, text, limit) => searchMatters(context, viewer, text, limit),
    async start(reference) {
      const found = await db.case.findUnique({ where: { reference } });
      return found && startOf(found);
    },
    dossier: (reference) => dossier(context, reference),
    audience: (reference, point) => audience(context, reference, point),
  };
}
