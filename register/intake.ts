import type { CaseContents } from '../domain/cases/contents';
import type { CaseKind } from '../domain/cases/kinds';
import type { Codes } from '../domain/cases/process';
import type { IsoDate } from '../domain/clock/types';
import type { Context } from './context';
import { openCase } from './intake/open';
import { similarCases } from './intake/similar';
import type { NewPerson } from './people';
import type { Viewer } from './viewer';

/** Somebody already on record, or somebody new. New contacts of somebody on record are added to them. */
export type PersonGiven =
  { readonly existing: string; readonly adding?: NewPerson } | { readonly fresh: NewPerson };

/** Nobody: the product opens it for the organisation, because its time has come. Only a matter is opened so. */
export interface Nobody {
  readonly staffId: null;
  readonly organisationId: string;
  readonly roles: readonly [];
}

/** All that is known when a case is logged. */
export interface CaseOpening<By extends Viewer | Nobody = Viewer> {
  /** The form's token: the same id again answers the same case. */
  readonly submissionId: string;
  readonly viewer: By;
  readonly kind: CaseKind;
  /** Version of the process diagram (processes/*.generated). */
  readonly processVersion: string;
  /** Needed where the kind is about a person, left aside where it is about a matter. */
  readonly subject?: PersonGiven;
  /** Absent: the data subject asks for themselves. */
  readonly requester?: PersonGiven;
  readonly contents: CaseContents;
  /** Civil date on which anyone in the organisation, or the controller, first received it. */
  readonly receivedOn: IsoDate;
  /** Code of the profile's controller; absent: the organisation itself (its first controller). */
  readonly controller?: string;
  /** Codes of the form: `channel`, `requester`, `delivery` … */
  readonly codes: Codes;
  /** What was typed, whole, for the history. Kept sealed. */
  readonly typed: { readonly [name: string]: unknown };
  /** The case this one comes from. Each has its own clock. */
  readonly linkedTo?: Origin;
  /** What came through the complaint form, where this is that: it is dealt with in the same transaction. */
  readonly received?: string;
  /** Staff who alone may know of the case. */
  readonly restrictedTo?: readonly string[];
  /** Staff who must not know of it, whatever their role: the person complained of. */
  readonly keptFrom?: readonly string[];
  /** Nobody leads it yet, though its kind is led: whoever opened it only handed it in. */
  readonly unled?: boolean;
}

/**
 * A case that another one comes from: `same-request` for parts of one message (several controllers, several
 * rights), `follows` for a case opened in consequence of it, `complaint-about` for a complaint about it.
 */
export interface Origin {
  readonly reference: string;
  readonly relation: 'same-request' | 'follows' | 'complaint-about';
}

export interface OpenedCase {
  readonly reference: string;
  readonly caseId: string;
  /** Null for a matter. */
  readonly subjectId: string | null;
  readonly requesterId: string | null;
  /** This submission had opened the case before: nothing was written now. */
  readonly repeated: boolean;
  /** Codes: `logged-late` when more than one working day passed between receipt and logging. */
  readonly warnings: readonly string[];
}

/** A case that may be the same request, or an earlier one of the same person. */
export interface SimilarCase {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly stage: string;
  readonly receivedOn: IsoDate;
  readonly closedAt: string | null;
  readonly subjectId: string;
  readonly subjectName: string;
  /** `same-person`, or what matched as in `PersonHit.matched`. */
  readonly reasons: readonly string[];
}

/** What is known of the person while a request is being logged. */
export interface PersonClues {
  readonly personId?: string;
  readonly name?: string;
  readonly dateOfBirth?: IsoDate;
  readonly email?: string;
  readonly reference?: string;
}

export interface Intake {
  /**
   * Opens a case: submission, people, case row with its reference, first event, hold on routine deletion, all
   * in one transaction; events that its kind gives the clock at once are in the first entry. Throws `invalid`
   * (unknown controller or person type, nobody named where the kind is about a person, no title where it is
   * about a matter, a date of receipt in the future), `not-found` (a person of another organisation, an origin
   * or a received complaint that the viewer may not see), `id-used-before`, `wrong-state` (a received complaint that
   * was logged before).
   */
  open(opening: CaseOpening<Viewer | Nobody>): Promise<OpenedCase>;
  /** Open and earlier cases of the same or a similar person that the viewer may see, newest first. */
  similar(viewer: Viewer, clues: PersonClues): Promise<SimilarCase[]>;
}

export function createIntake(context: Context): Intake {
  return {
    open: (opening) => openCase(context, opening),
    similar: (viewer, clues) => similarCases(context, viewer, clues),
  };
}
