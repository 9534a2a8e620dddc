import type { ActionName, ActRequest, Codes, Refusal, StepKey } from '../domain/cases/process';
import type { Instant, IsoDate } from '../domain/clock/types';
import type { Context } from './context';
import { ofCase, pending, read, settleRefused, stateOf } from './submissions/queries';
import { storeSubmission } from './submissions/store';
import type { Viewer } from './viewer';

/** What a person typed, to be stored before anything acts on it. */
export interface SubmissionInput {
  /** The form's token, a UUID; the update's id too. */
  readonly id: string;
  readonly viewer: Viewer;
  /** The role in which they act. */
  readonly role: string;
  readonly reference: string;
  /** Form id: a user task's element, a letter's form, or an action's name. */
  readonly form: string;
  readonly action: 'complete' | ActionName;
  readonly step?: StepKey;
  readonly codes: Codes;
  /** Personal fields, sealed with the case's key. */
  readonly personal: { readonly [name: string]: unknown };
  readonly effectiveAt?: Instant | IsoDate;
}

export interface Submission {
  readonly id: string;
  readonly reference: string | null;
  readonly actorId: string | null;
  readonly actorRole: string | null;
  readonly form: string;
  readonly action: string;
  readonly step: StepKey | null;
  readonly codes: Codes;
  readonly effectiveAt: Instant | IsoDate | null;
  readonly storedAt: Instant;
  readonly state: 'stored' | 'handled' | 'refused';
  readonly refusal: Refusal | null;
}

/** With its personal part opened. Empty once the case's key is destroyed. */
export interface OpenSubmission extends Submission {
  readonly personal: { readonly [name: string]: unknown };
}

/** A submission that no run has handled yet, as the sweeper sends it again. */
export interface PendingSubmission {
  readonly reference: string;
  readonly request: ActRequest;
  readonly storedAt: Instant;
}

export interface Submissions {
  /** Stores it once. The same id with other contents throws `id-used-before`; an unknown case, `not-found`. */
  store(input: SubmissionInput): Promise<Submission>;
  /** State without contents; null when there is no such submission in this organisation. */
  state(organisationId: string, id: string): Promise<Submission | null>;
  /** With contents, for those who may see the case's documents (`document.view`) or who wrote it; else null. */
  read(viewer: Viewer, id: string): Promise<OpenSubmission | null>;
  /** For effects: the case's handled submissions, oldest first, optionally of one step or one form. */
  ofCase(
    reference: string,
    filter?: { readonly step?: StepKey; readonly form?: string },
  ): Promise<OpenSubmission[]>;
  /** Stored before that instant and not settled since, oldest first, at most 100. */
  pending(storedBefore: Instant): Promise<PendingSubmission[]>;
  /** The workflow refused it. A submission already settled stays as it is. */
  settleRefused(id: string, refusal: Refusal): Promise<void>;
}

export function createSubmissions(context: Context): Submissions {
  return {
    store: (input) => storeSubmission(context, input),
    state: (organisationId, id) => stateOf(context, organisationId, id),
    read: (viewer, id) => read(context, viewer, id),
    ofCase: (reference, filter) => ofCase(context, reference, filter),
    pending: (storedBefore) => pending(context, storedBefore),
    settleRefused: (id, refusal) => settleRefused(context, id, refusal),
  };
}
