/**
 * What a kind of case declares about itself: its tasks, letters, outcomes and case-wide actions.
 * Workflow-safe: data and types only.
 */
import type { ClockEvent, Instant, IsoDate, TimerName } from '../clock/types';
import type { Role } from '../roles';
import type { ActionName, CaseView, Codes, LetterNeed, Refusal } from './process';
import type { CaseKind } from './kinds';

/** A user task of the diagram. */
export interface TaskDefinition {
  /** What the worklist calls it, in the imperative. */
  readonly title: string;
  /** One sentence: what to do and why. */
  readonly help: string;
  /** Who may finish it. `system-owner` is the owner of the system the repeated step stands for. */
  readonly roles: readonly (Role | 'system-owner')[];
  /** House target in working days from when it opens; the case's own due date always limits it. */
  readonly withinWorkingDays?: number;
  /** Finished by someone other than whoever finished these tasks (second pair of eyes). */
  readonly notBy?: readonly string[];
}

/** A letter the process sends: a send task of the diagram. */
export interface LetterDefinition {
  readonly title: string;
  readonly to: 'requester' | 'system-owner' | 'third-party' | 'controller' | 'staff';
  /** Folder and file under templates/, such as `subject-access/acknowledge`. */
  readonly template: string;
  /** Whether a person reads it, edits its free parts and lets it go. */
  readonly checked: boolean;
  /** Free parts that staff may edit, by name, with the label they see. Everything else is fixed. */
  readonly freeParts: Readonly<Record<string, string>>;
  /** Mandatory paragraphs (partials) that must be in the rendered text, with the article each comes from. */
  readonly mandatory: Readonly<Record<string, string>>;
  /** Contains personal data beyond the fact of a request: plain e-mail needs the person's recorded agreement. */
  readonly confidential: boolean;
}

/** Activities that a service task may run, by the name the worker knows them by. */
export type ServiceName = 'matchIdentity' | 'assembleBundle';

/** A case-wide action of this kind. */
export interface ActionDefinition {
  readonly title: string;
  /** The start event it fires on the diagram; absent for actions that are only recorded. */
  readonly fires?: string;
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

/** One rung of the escalation ladder, in working days before the due date (negative: after it). */
export interface LadderRung {
  readonly point: string;
  readonly workingDaysBefore: number;
  readonly tell: readonly (Role | 'assignee')[];
  /** Say it again every working day from here on, until the case closes. */
  readonly daily?: boolean;
}

export interface CaseDefinition {
  readonly kind: CaseKind;
  /** As in `SAR-2026-00042`. */
  readonly prefix: string;
  readonly title: string;
  /** The timer whose date is the case's due date. */
  readonly timer: TimerName;
  readonly tasks: Readonly<Record<string, TaskDefinition>>;
  readonly letters: Readonly<Record<string, LetterDefinition>>;
  /** Service tasks of the diagram, and the activity that does each. */
  readonly services: Readonly<Record<string, ServiceName>>;
  readonly actions: Readonly<Partial<Record<ActionName, ActionDefinition>>>;
  readonly outcomes: Readonly<Record<string, OutcomeDefinition>>;
  /**
   * What a finished step (by its element) or an action (by its name) means for the law's clock. `at` is the
   * date or instant of effect.
   */
  readonly clock: (what: string, codes: Codes, at: Instant | IsoDate) => readonly ClockEvent[];
  /** House default; a profile may replace it. */
  readonly ladder: readonly LadderRung[];
  /** Stages in order, by the elements whose opening begins them; the last match is the case's stage. */
  readonly stages: readonly { readonly stage: Stage; readonly from: readonly string[] }[];
}

/** Where a case stands, as lists and the Temporal UI show it. */
export type Stage = 'received' | 'identity' | 'searching' | 'review' | 'decision' | 'responding' | 'closed';

/** What a letter's human step is called on the worklist. */
export const letterTasks: Readonly<Record<LetterNeed, string>> = {
  check: 'Check and send the letter',
  'contact-check': 'Confirm where this may safely be sent',
  posting: 'Print and post the letter',
  undeliverable: 'Choose another way: the e-mail was refused',
  repair: 'Put right what stopped this step, then try again',
};

/** The furthest stage that one of the open steps begins; `received` before any has. */
export function stageOf(definition: CaseDefinition, open: readonly string[]): Stage {
  const reached = definition.stages.filter(({ from }) => from.some((element) => open.includes(element)));
  return reached.at(-1)?.stage ?? 'received';
}
