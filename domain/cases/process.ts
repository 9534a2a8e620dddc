/**
 * What the workflow, the record and the pages say to each other about one case.
 * Workflow-safe: types and tiny pure functions only, because the workflow sandbox imports this file.
 *
 * Everything here is codes, ids and instants. Names, addresses and free text never travel in these
 * types: they are stored first as a submission, and only the submission's id comes along.
 */
import type { ClockEvent, Instant, IsoDate } from '../clock/types';
import type { CaseKind } from './kinds';

/** A value that may enter a workflow: a code, an id, a count, an instant, a yes or no. */
export type Code = string | number | boolean | null;

/** Codes by name, as a form hands them to a process. Lists are for multiple choice and repeated steps. */
export type Codes = { readonly [name: string]: Code | readonly Code[] | undefined };

/**
 * One visit of one step: the BPMN element's id and its occurrence within a scope, where a scope is the
 * path of repeated-item keys and event sub-processes it stands in.
 * @example 'triage#1'
 * @example 'search#1[cctv]/search-system#2'
 */
export type StepKey = string;

/** Characters that a step id or an item key may not contain, because a step key is built from them. */
export const RESERVED_IN_KEYS = /[#[\]/:]/;

/** The only thing a case's workflow is started with. Facts come from the record, through `claim`. */
export interface CaseInput {
  readonly reference: string;
  /** Raised by one each time the case is started anew from its record; a lower one ends itself. */
  readonly generation: number;
}

/** What a person must still do before a letter can go. */
export type LetterNeed =
  /** Read it, edit its free parts, and let it go. */
  | 'check'
  /** The contact is flagged or shared: confirm where it may safely go. */
  | 'contact-check'
  /** Print, post, and say when it was posted. */
  | 'posting'
  /** The mail server refused it: choose another way. */
  | 'undeliverable'
  /** It travels inside the answer to another request of the same person: say when that went. */
  | 'together'
  /** The step failed in a way that trying again will not mend: put the cause right, then try again. */
  | 'repair';

export type ProcessEventType =
  | 'step-entered'
  | 'step-left'
  | 'step-cancelled'
  | 'step-waived'
  /** An effect's step now waits for a person (a letter to check, to post). */
  | 'step-needs-person'
  | 'step-person-done'
  /** An event sub-process was started: `element` is its start event. */
  | 'fired'
  /** A case-wide action without steps of its own (assign, note, hold, link …). */
  | 'acted'
  /** An escalation point was reached: `data.point`. */
  | 'escalated'
  | 'closed'
  | 'reopened';

/** One thing that happened, as the workflow hands it to the record. */
export interface ProcessEvent {
  /** Business key, unique per case: the submission's id, or step and `entered` / `left` / `cancelled`. */
  readonly key: string;
  readonly type: ProcessEventType;
  /** BPMN element id, for everything that stands on the diagram. */
  readonly element?: string;
  /** For `fired` and `closed`: which time this was, from 1. */
  readonly number?: number;
  readonly step?: StepKey;
  /** Case-wide action, for `acted`, and for `fired` where a person started it. */
  readonly action?: ActionName;
  /** For `step-entered`, `data.item` names the repeated item where the key does not, `data.items` all items. */
  readonly data?: Codes;
  /** The submission this came from; its encrypted part holds what the person wrote. */
  readonly submission?: string;
  /** Staff id of who did it; absent for what the process did by itself. */
  readonly actor?: string;
  /** When it took effect. For a back-dated entry this is earlier than `at`. */
  readonly effectiveAt: Instant;
  /** When the workflow decided it (workflow time). */
  readonly at: Instant;
  /** What it means for the law's clock, if anything. */
  readonly clock?: readonly ClockEvent[];
}

/** Case-wide actions, open to those whom `domain/roles.ts` allows while the case's rules permit. */
export type ActionName =
  | 'assign'
  | 'note'
  | 'extend'
  | 'undo-extension'
  | 'clarify'
  | 'propose-refusal'
  | 'withdraw'
  | 'reopen-search'
  | 'letter-returned'
  | 'withdraw-identity-request'
  | 'send-code'
  | 'record-death'
  | 'amend-request'
  | 'tell-progress'
  | 'tell-who'
  | 'permit-use'
  | 'end-restriction'
  | 'correct-received-date'
  | 'move-aware'
  | 'something-new'
  | 'risk-higher'
  | 'recompute-deadline'
  | 'hold'
  | 'release-hold'
  | 'link'
  | 'restrict-access'
  | 'save-section'
  | 'record-regulator'
  | 'regulator-wrote'
  | 'extend-housing'
  | 'escalate-housing'
  | 'report-risk-change'
  | 'hand-over'
  | 'name-owner'
  | 'abandon'
  | 'end-project'
  | 'retire'
  | 'reopen';

/**
 * What a person asks of a case, as the update carries it. `id` is the submission's id and the update's
 * id at once, so that a double click, a retry and a crash in between are one action.
 */
export interface ActRequest {
  readonly id: string;
  /** Staff id; null where the product itself asks, in the role `system`. */
  readonly actor: string | null;
  readonly role: string;
  /** `complete`: finish the open task of `step`. Otherwise a case-wide action. */
  readonly action: 'complete' | ActionName;
  readonly step?: StepKey;
  readonly codes: Codes;
  /** Date or instant of effect; absent means now. */
  readonly effectiveAt?: Instant | IsoDate;
}

/** What the update answers once the record holds it. */
export interface ActAnswer {
  readonly sequence: number;
}

/** The next instant at which a case escalates by itself. */
export interface NextPoint {
  readonly point: string;
  readonly at: Instant;
}

/** The clock as rules and the Temporal UI need it: dates only, no telling. */
export interface ClockView {
  /** Effective due date (the earlier of policy and statute), or null while not started or paused. */
  readonly due: IsoDate | null;
  readonly dueAt: Instant | null;
  /** Last instant at which an extension notice may be given (Art 12A(4)), or null. */
  readonly extensionNoticeBy: Instant | null;
  readonly state: 'not-started' | 'running' | 'paused' | 'stopped';
  readonly extended: boolean;
  /** A later date by newer holidays, law or policy, that waits for a person's confirmation. */
  readonly later: IsoDate | null;
  readonly next: NextPoint | null;
}

/** Facts fixed when the case was opened: codes only, never changed afterwards, so a process may branch on them. */
export interface CaseFacts extends Codes {
  readonly kind: CaseKind;
  readonly organisation: string;
}

/** An event sub-process that was started: its start event, which time this was (from 1), and its codes. */
export interface FiredTrigger {
  readonly element: string;
  readonly number: number;
  readonly data: Codes;
}

/** What a run learns when it takes the case over. */
export interface ClaimedCase {
  readonly epoch: number;
  /** Process sequence of the last process event this run has seen. */
  readonly known: number;
  readonly facts: CaseFacts;
  /** Set when the case is closed and not reopened since: the run returns at once. */
  readonly closed: string | null;
  /** Results of the steps already left, by step key. */
  readonly done: { readonly [step: StepKey]: Codes };
  /** Steps entered and not yet left or cancelled. */
  readonly open: readonly StepKey[];
  /**
   * For open steps that have waited for a person: how often so far (events `step-needs-person`), and the need
   * that is open now, or null when the person has done their part (`step-person-done`).
   */
  readonly needs: { readonly [step: StepKey]: { readonly count: number; readonly open: LetterNeed | null } };
  /** Event sub-processes started so far, in order. */
  readonly fired: readonly FiredTrigger[];
  /** Submissions already in the record. */
  readonly handled: readonly string[];
  /** Times the case was reopened. */
  readonly reopened: number;
  readonly clock: ClockView;
  readonly legalHold: boolean;
  /** The workflow must not be started for a lower generation than this. */
  readonly generation: number;
}

/** One batch for the record: all of it is written, or nothing. */
export interface RecordRequest {
  readonly reference: string;
  readonly epoch: number;
  readonly known: number;
  readonly events: readonly ProcessEvent[];
}

export type RecordAnswer =
  | {
      readonly outcome: 'recorded';
      readonly known: number;
      readonly clock: ClockView;
      readonly legalHold: boolean;
    }
  /** Another run has taken the case over, or the record is a step ahead: nothing was written. */
  | { readonly outcome: 'stale'; readonly reason: 'fenced' | 'behind' };

/** The state that rules look at. The workflow builds it from memory, the pages from PostgreSQL. */
export interface CaseView {
  readonly facts: CaseFacts;
  readonly closed: boolean;
  /** Keys of the steps that now wait for a person. */
  readonly waiting: readonly StepKey[];
  /** Keys of all steps begun and not ended, a letter on its way among them, which waits for nobody. */
  readonly open: readonly StepKey[];
  /** Elements of the event sub-processes now running, such as `clarification-needed`. */
  readonly running: readonly string[];
  readonly clock: ClockView;
  readonly legalHold: boolean;
}

/** Why something may not be done now: a stable code, and a sentence for the person who asked. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** The element id at the end of a step key: `'search#1[cctv]/search-system#2'` → `'search-system'`. */
export function elementOf(step: StepKey): string {
  const last = step.slice(step.lastIndexOf('/') + 1);
  return last.slice(0, last.indexOf('#'));
}

/** The key of the innermost repeated item a step stands in, or null: `'search#1[cctv]/search-system#2'` → `'cctv'`. */
export function itemOf(step: StepKey): string | null {
  const match = /\[([^\]]*)\](?!.*\[)/.exec(step);
  return match?.[1] ?? null;
}

/** Which run of an event sub-process a step stands in, by its start event: `'use-asked#2/decide-use#1'` → 2; null outside. */
export function numberInside(step: StepKey, start: string): number | null {
  const match = new RegExp(`(?:^|/)${start}#(\\d+)/`).exec(step);
  return match ? Number(match[1]) : null;
}

/** The list of codes under a name; empty when there is none. */
export function listOf(codes: Codes, name: string): readonly string[] {
  const value = codes[name];
  return Array.isArray(value)
    ? value.map(String)
    : value === undefined || value === null
      ? []
      : [String(value)];
}
