import type { CaseKind } from '../../domain/cases/kinds';
import type { Codes, ProcessEvent, ProcessEventType, StepKey } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import type { Case } from '../generated/client';
import type { CaseStart } from '../cases';
import type { Context } from '../context';
import type { Tx } from '../database';
import { RegisterError } from '../errors';
import type { LogEntry } from './log';
import { append, entryOf } from './log';
import { lockCase } from './lock';
import { startOf } from './recovery';
import { keepSteps } from './steps';

/** An open case that does not yet run on the present version of its process. */
export interface OlderCase {
  readonly start: CaseStart;
  /** The version its record says. */
  readonly version: string;
  /** It was moved, but no run has taken it over since: it has only to be started. */
  readonly moved: boolean;
}

/** What a case recorded, as far as a diagram can judge it. */
export interface ProcessRecord {
  /** Process sequence of the last event in it. */
  readonly known: number;
  readonly events: readonly {
    readonly type: ProcessEventType;
    readonly element: string | null;
    readonly step: StepKey | null;
    readonly number: number | null;
    readonly data: Codes;
  }[];
}

/** A visit of a step that the case passes without it, and the codes that stand in the place of its result. */
export interface Waiver {
  readonly step: StepKey;
  readonly codes: Codes;
  /** Reason, as a code. */
  readonly because: string;
}

export interface CaseMove {
  readonly reference: string;
  readonly toVersion: string;
  /** What was judged: when the process has recorded more since, nothing is moved. */
  readonly known: number;
  readonly waivers: readonly Waiver[];
}

/** Open cases of these kinds that are on another version, or were moved and never started; by reference. */
export async function olderCases(
  { db }: Context,
  present: Readonly<Partial<Record<CaseKind, string>>>,
): Promise<OlderCase[]> {
  const open = await db.case.findMany({
    where: { closedAt: null, kind: { in: Object.keys(present) } },
    orderBy: { reference: 'asc' },
  });
  const ids = open.map(({ id }) => id);
  const moves = await db.event.findMany({ where: { caseId: { in: ids }, type: 'moved' } });
  return open
    .map((one) => ({
      ...{ start: startOf(one), version: one.processVersion },
      moved: moves.some(({ caseId, data }) => caseId === one.id && (data as Codes).epoch === one.epoch),
    }))
    .filter(({ start, version, moved }) => moved || version !== present[start.kind]);
}

export async function processRecord({ db }: Context, reference: string): Promise<ProcessRecord> {
  const held = await db.case.findUnique({ where: { reference } });
  if (!held) throw new RegisterError('not-found', `There is no case ${reference}.`);
  // Not beyond what the case's row said: whatever comes meanwhile is judged another time.
  const rows = await db.event.findMany({
    where: { caseId: held.id, sequence: { lte: held.processSequence } },
    orderBy: { sequence: 'asc' },
  });
  const events = rows.map(({ type, element, step, number, data }) => ({
    ...{ type: type as ProcessEventType, element, step, number, data: data as Codes },
  }));
  return { known: held.processSequence, events };
}

/**
 * Puts an open case on another version of its process, and takes it from whatever run has it: the epoch rises, so
 * that run can record nothing more, and the generation, so that a new one may be started.
 */
export function moveCase(context: Context, move: CaseMove): Promise<CaseStart | null> {
  return context.db.$transaction(async (tx) => {
    const held = await lockCase(tx, move.reference);
    if (held.closedAt !== null || held.processSequence !== move.known) return null;
    await refuseKnownSteps(tx, held, move.waivers);
    const at = context.now();
    const waived = move.waivers.map((waiver) => waivedEvent(waiver, at.toISOString()));
    const entries = [...waived.map(entryOf), movedEntry(held, move, at)];
    const sequence = await append(tx, held, entries, at);
    await keepSteps(tx, held.id, waived);
    const raised = { epoch: { increment: 1 }, generation: { increment: 1 } };
    const data = { ...raised, sequence, processSequence: sequence, processVersion: move.toVersion };
    return startOf(await tx.case.update({ where: { id: held.id }, data }));
  });
}

/** Only a visit that never began can be waived. */
async function refuseKnownSteps(tx: Tx, { id }: Case, waivers: readonly Waiver[]): Promise<void> {
  const steps = waivers.map(({ step }) => step);
  const known = await tx.step.findFirst({ where: { caseId: id, step: { in: steps } } });
  if (known)
    throw new RegisterError('wrong-state', `The step ${known.step} is on record already. Nothing was moved.`);
}

const waivedEvent = ({ step, codes, because }: Waiver, at: string): ProcessEvent => ({
  ...{ key: `${step}:waived`, type: 'step-waived', element: elementOf(step), step },
  ...{ data: { ...codes, waivedBecause: because }, effectiveAt: at, at },
});

/** `epoch` is the one that the move leaves: while the case still has it, no run has taken the case over. */
function movedEntry(
  { epoch, generation, processVersion }: Case,
  { toVersion }: CaseMove,
  at: Date,
): LogEntry {
  return {
    ...{ key: `moved#${generation + 1}`, type: 'moved', effectiveAt: at, decidedAt: at },
    data: { fromVersion: processVersion, toVersion, epoch: epoch + 1 },
    ...{ element: null, number: null, step: null, action: null, clock: null },
    ...{ submissionId: null, actorId: null },
  };
}
