import { randomUUID } from 'node:crypto';
import type { Codes } from '../../domain/cases/process';
import type { Case } from '../generated/client';
import type { Tx } from '../database';
import { append } from './log';
import { lockCase } from './lock';

/** What happens to a case's contents, beside the process. */
export const contentEventTypes = [
  'case-opened',
  'document-added',
  'document-removed',
  'document-viewed',
  'hidden-dealt-with',
  'item-decided',
  'letter-viewed',
  'link-issued',
  'link-opened',
  'link-locked',
  'link-revoked',
] as const;

export type ContentEventType = (typeof contentEventTypes)[number];

export interface ContentEvent {
  readonly type: ContentEventType;
  readonly actorId: string | null;
  readonly data: Codes;
  readonly at: Date;
}

/**
 * Appends events about contents under the case's row lock. They raise the sequence but not the process
 * sequence, so a running workflow need not know of them.
 */
export async function recordContent(
  tx: Tx,
  reference: string,
  events: readonly ContentEvent[],
): Promise<Case> {
  const held = await lockCase(tx, reference);
  const entries = events.map(({ type, actorId, data, at }) => ({
    ...{ key: `content:${randomUUID()}`, type, actorId, data },
    ...{ element: null, number: null, step: null, action: null, clock: null, submissionId: null },
    ...{ effectiveAt: at, decidedAt: at },
  }));
  const sequence = await append(tx, held, entries, events[0]?.at ?? new Date(0));
  return tx.case.update({ where: { id: held.id }, data: { sequence } });
}
