import { londonDate } from '../../domain/calendar';
import type { CaseKind } from '../../domain/cases/kinds';
import type { ProcessEvent } from '../../domain/cases/process';
import type { Profile } from '../../domain/organisation/profile';
import type { Case } from '../generated/client';
import type { Prisma, Tx } from '../database';
import { dateColumn, instantColumn } from '../instants';
import { retainUntil } from './house';

/** Closes or reopens the case as the batch says; the last word of the batch stands. */
export async function keepClosing(
  tx: Tx,
  held: Case,
  profile: Profile,
  events: readonly ProcessEvent[],
): Promise<Prisma.CaseUpdateInput> {
  const reopenings = events.filter(({ type }) => type === 'reopened').length;
  const last = events.findLast(({ type }) => type === 'closed' || type === 'reopened');
  if (!last) return {};
  await holdPerson(tx, held, last.type === 'reopened');
  const reopened = held.reopened + reopenings;
  if (last.type === 'reopened') return { closedAt: null, outcome: null, retainUntil: null, reopened };
  const kept = retainUntil(profile, held.kind as CaseKind, londonDate(last.at));
  return {
    ...{ closedAt: instantColumn(last.at), outcome: String(last.data?.outcome ?? last.element), reopened },
    retainUntil: dateColumn(kept),
  };
}

/** Routine deletion waits while any case about the person is open (DPA s.173). */
async function holdPerson(tx: Tx, { id, subjectId }: Case, open: boolean): Promise<void> {
  if (subjectId === null) return;
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${subjectId}::uuid FOR UPDATE`;
  const others = await tx.case.count({ where: { subjectId, closedAt: null, id: { not: id } } });
  await tx.person.update({ where: { id: subjectId }, data: { held: open || others > 0 } });
}
