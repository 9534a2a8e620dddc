import type { Codes } from '../domain/cases/process';
import type { ClockEvent } from '../domain/clock/types';
import type { Context } from './context';
import type { Database } from './database';
import { openDatabase } from './database';
import { RegisterError } from './errors';
import type { Event } from './generated/client';
import { eventHash, genesisHash } from './recorder/log';

/** Whether the log is whole, or where it first is not. */
export type ChainVerdict =
  | { readonly ok: true; readonly cases: number; readonly events: number }
  | { readonly ok: false; readonly reference: string; readonly sequence: number; readonly why: string };

export interface Audit {
  /** Follows the hash chain of one case, or of every case in order of reference. Throws `not-found`. */
  verifyChain(reference?: string): Promise<ChainVerdict>;
}

const PAGE = 500;

/** Opens a record only to verify it: the chain is checked without any key. Close it afterwards. */
export function openAudit(databaseUrl: string): Audit & { close(): Promise<void> } {
  const db = openDatabase(databaseUrl);
  return { ...createAudit({ db }), close: () => db.$disconnect() };
}

export function createAudit({ db }: Pick<Context, 'db'>): Audit {
  return {
    async verifyChain(reference) {
      const cases = await db.case.findMany({
        where: reference ? { reference } : {},
        orderBy: { reference: 'asc' },
        select: { id: true, reference: true, sequence: true },
      });
      if (reference && cases.length === 0)
        throw new RegisterError('not-found', `There is no case ${reference}.`);
      let events = 0;
      for (const one of cases) {
        const broken = await firstBroken(db, one);
        if (broken) return { ok: false, reference: one.reference, ...broken };
        events += one.sequence;
      }
      return { ok: true, cases: cases.length, events };
    },
  };
}

interface Link {
  readonly sequence: number;
  readonly why: string;
}

/** Follows one case's chain from its beginning to the sequence that the case row names. */
async function firstBroken(db: Database, one: { id: string; sequence: number }): Promise<Link | null> {
  let previous: Uint8Array = genesisHash(one.id);
  let sequence = 0;
  for (;;) {
    const page = await db.event.findMany({
      where: { caseId: one.id, sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take: PAGE,
    });
    for (const event of page) {
      const why = fault(event, sequence + 1, previous);
      if (why) return { sequence: sequence + 1, why };
      previous = event.hash;
      sequence = event.sequence;
    }
    if (page.length < PAGE) break;
  }
  if (sequence === one.sequence) return null;
  return {
    sequence: Math.min(sequence, one.sequence) + 1,
    why: 'the last events are missing, or were added outside the product',
  };
}

function fault(event: Event, expected: number, previous: Uint8Array): string | null {
  if (event.sequence !== expected) return 'an event is missing';
  if (!Buffer.from(event.previousHash).equals(previous)) return 'it does not follow from the event before';
  const { data, clock, ...rest } = event;
  const hashed = { ...rest, data: data as Codes, clock: clock as unknown as ClockEvent[] | null };
  return Buffer.from(event.hash).equals(eventHash(previous, hashed))
    ? null
    : 'it was changed after it was recorded';
}
