import type { Stage } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Case } from '../generated/client';
import type { CaseStart } from '../cases';
import type { Context } from '../context';
import type { Instant } from '../../domain/clock/types';
import { instantColumn, instantOrNull } from '../instants';
import { lockCase } from './lock';

const MOST_UNCLAIMED = 100;

/** What the case's workflow is started with. */
export function startOf({
  reference,
  generation,
  kind,
  organisationId,
  stage,
  dueAt,
  closedAt,
  sequence,
}: Case): CaseStart {
  return {
    ...{ reference, generation, organisationId, kind: kind as CaseKind, stage: stage as Stage },
    ...{ dueAt: instantOrNull(dueAt), closed: closedAt !== null, sequence },
  };
}

/** Cases that have something to do, the most urgent first: all that are open, and closed ones beside which something runs. */
export async function planRecovery({ db }: Context): Promise<CaseStart[]> {
  const open = await db.case.findMany({
    where: { OR: [{ closedAt: null }, { steps: { some: { state: 'entered' } } }] },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { reference: 'asc' }],
  });
  return open.map(startOf);
}

/** Cases logged before that instant whose process has never begun: the engine was away at their intake. */
export async function unclaimed({ db }: Context, loggedBefore: Instant): Promise<CaseStart[]> {
  const waiting = await db.case.findMany({
    where: { epoch: 0, closedAt: null, loggedAt: { lt: instantColumn(loggedBefore) } },
    orderBy: { loggedAt: 'asc' },
    take: MOST_UNCLAIMED,
  });
  return waiting.map(startOf);
}

export function raiseGeneration({ db }: Context, reference: string): Promise<CaseStart> {
  return db.$transaction(async (tx) => {
    const { id } = await lockCase(tx, reference);
    return startOf(await tx.case.update({ where: { id }, data: { generation: { increment: 1 } } }));
  });
}
