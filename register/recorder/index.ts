import type { ClaimedCase, RecordAnswer, RecordRequest } from '../../domain/cases/process';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Instant } from '../../domain/clock/types';
import type { CaseStart } from '../cases';
import type { Context } from '../context';
import { claim } from './claim';
import type { CaseMove, OlderCase, ProcessRecord } from './moving';
import { moveCase, olderCases, processRecord } from './moving';
import { record } from './record';
import { planRecovery, raiseGeneration, unclaimed } from './recovery';

/** The one writer of process state. */
export interface Recorder {
  /**
   * Takes the case over for a run: raises its epoch and loads what was done, in one transaction. A lower
   * generation than the case's raises nothing; the answer's `generation` tells it to end itself.
   * Throws `not-found`, `too-large` (over 1 MB).
   */
  claim(input: {
    readonly reference: string;
    readonly generation: number;
    readonly at: Instant;
  }): Promise<ClaimedCase>;
  /** Writes a batch, whole or not at all; idempotent by each event's key. Throws `not-found`. */
  record(request: RecordRequest): Promise<RecordAnswer>;
  /** Every open case, oldest due first, for a restart from the record. */
  planRecovery(): Promise<CaseStart[]>;
  /** Open cases logged before that instant that no run has ever taken over, the oldest first, at most 100. */
  unclaimed(loggedBefore: Instant): Promise<CaseStart[]>;
  /** Raises the generation so that a workflow may be started anew. Throws `not-found`. */
  raiseGeneration(reference: string): Promise<CaseStart>;
  /**
   * Open cases of these kinds that are on another version of their process than the present one, or were moved
   * to it and never taken over by a run since; by reference.
   */
  olderCases(present: Readonly<Partial<Record<CaseKind, string>>>): Promise<OlderCase[]>;
  /** What the case recorded so far, for its diagram to judge. Throws `not-found`. */
  processRecord(reference: string): Promise<ProcessRecord>;
  /**
   * Moves an open case to another version of its process, and answers what its workflow is to be started anew
   * with; null, with nothing changed, where the case was closed or has recorded more than was judged. Throws
   * `not-found`; `wrong-state` for a waiver of a step that is on record.
   */
  moveCase(move: CaseMove): Promise<CaseStart | null>;
}

export function createRecorder(context: Context): Recorder {
  return {
    claim: (input) => claim(context, input),
    record: (request) => record(context, request),
    planRecovery: () => planRecovery(context),
    unclaimed: (loggedBefore) => unclaimed(context, loggedBefore),
    raiseGeneration: (reference) => raiseGeneration(context, reference),
    olderCases: (present) => olderCases(context, present),
    processRecord: (reference) => processRecord(context, reference),
    moveCase: (move) => moveCase(context, move),
  };
}
