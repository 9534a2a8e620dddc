import { createHash, randomUUID } from 'node:crypto';
import type { Codes, ProcessEvent } from '../../domain/cases/process';
import type { ClockEvent } from '../../domain/clock/types';
import { canonical } from '../canonical';
import type { Tx } from '../database';
import { bytes, json } from '../database';
import { instantColumn } from '../instants';

/** An entry of the append-only log before it has its place in it. */
export interface LogEntry {
  readonly key: string;
  readonly type: string;
  readonly element: string | null;
  readonly number: number | null;
  readonly step: string | null;
  readonly action: string | null;
  readonly data: Codes;
  readonly clock: readonly ClockEvent[] | null;
  readonly submissionId: string | null;
  readonly actorId: string | null;
  readonly effectiveAt: Date;
  readonly decidedAt: Date;
}

/** Everything of an event that its hash covers. */
export interface HashedEvent extends LogEntry {
  readonly id: string;
  readonly caseId: string;
  readonly sequence: number;
  readonly recordedAt: Date;
}

/** The hash before a case's first event: it binds the chain to the case. */
export function genesisHash(caseId: string): Buffer {
  return createHash('sha256').update(`custodian case ${caseId}`).digest();
}

/** SHA-256 over the hash before and the event as canonical JSON. */
export function eventHash(previous: Uint8Array, event: HashedEvent): Buffer {
  const { id, caseId, sequence, key, type, element, number, step, action, data, clock } = event;
  const { submissionId, actorId, effectiveAt, decidedAt, recordedAt } = event;
  const what = { id, caseId, sequence, key, type, element, number, step, action, data, clock };
  const who = { submissionId, actorId, effectiveAt, decidedAt, recordedAt };
  return createHash('sha256')
    .update(previous)
    .update(canonical({ ...what, ...who }))
    .digest();
}

/**
 * Appends to the log of a case whose row the caller has locked.
 *
 * @returns the sequence of the last entry
 */
export async function append(
  tx: Tx,
  { id: caseId, sequence }: { readonly id: string; readonly sequence: number },
  entries: readonly LogEntry[],
  recordedAt: Date,
): Promise<number> {
  let previous = await lastHash(tx, caseId, sequence);
  const rows = entries.map((entry, index) => {
    const event: HashedEvent = {
      ...entry,
      id: randomUUID(),
      caseId,
      sequence: sequence + index + 1,
      recordedAt,
    };
    const hash = eventHash(previous, event);
    const row = { ...event, data: json(event.data), clock: event.clock ? json(event.clock) : undefined };
    const linked = { ...row, previousHash: bytes(previous), hash: bytes(hash) };
    previous = hash;
    return linked;
  });
  await tx.event.createMany({ data: rows });
  return sequence + rows.length;
}

async function lastHash(tx: Tx, caseId: string, sequence: number): Promise<Uint8Array> {
  if (sequence === 0) return genesisHash(caseId);
  const last = await tx.event.findUniqueOrThrow({
    where: { caseId_sequence: { caseId, sequence } },
    select: { hash: true },
  });
  return last.hash;
}

/** A process event as an entry of the log. */
export function entryOf(event: ProcessEvent): LogEntry {
  return {
    key: event.key,
    type: event.type,
    element: event.element ?? null,
    number: event.number ?? null,
    step: event.step ?? null,
    action: event.action ?? null,
    data: event.data ?? {},
    clock: event.clock?.length ? event.clock : null,
    submissionId: event.submission ?? null,
    actorId: event.actor ?? null,
    effectiveAt: instantColumn(event.effectiveAt),
    decidedAt: instantColumn(event.at),
  };
}
