import type { Codes, ProcessEvent } from '../../domain/cases/process';
import { listOf } from '../../domain/cases/process';
import type { Case } from '../generated/client';
import type { Prisma, Tx } from '../database';
import { dateColumn, instantColumn } from '../instants';

type Change = Prisma.CaseUpdateInput;

/** Does to the case what its case-wide actions say. */
export async function keepActions(tx: Tx, held: Case, events: readonly ProcessEvent[]): Promise<Change> {
  let change: Change = {};
  for (const event of events) {
    if (event.type === 'acted') change = { ...change, ...(await act(tx, held, event)) };
  }
  return change;
}

async function act(tx: Tx, held: Case, event: ProcessEvent): Promise<Change> {
  const codes: Codes = event.data ?? {};
  switch (event.action) {
    case 'assign':
      return assign(tx, held, codes);
    case 'hold':
      return { legalHold: true };
    case 'release-hold':
      return { legalHold: false };
    case 'correct-received-date':
      return typeof codes.receivedOn === 'string' ? { receivedOn: dateColumn(codes.receivedOn) } : {};
    case 'link':
      await link(tx, held, event, codes);
      return {};
    case 'hand-over':
      return handOver(tx, held, codes);
    case 'name-owner':
      await nameOwner(tx, held, codes);
      return {};
    case 'restrict-access':
      return restrict(tx, held, codes);
    default:
      return {};
  }
}

/** The case, or only the open task that a step waits at. */
async function assign(tx: Tx, { id: caseId }: Case, { assignee, task }: Codes): Promise<Change> {
  const assigneeId = typeof assignee === 'string' ? assignee : null;
  if (typeof task !== 'string') return { assigneeId };
  await tx.task.updateMany({ where: { caseId, step: task, state: 'open' }, data: { assigneeId } });
  return {};
}

async function link(tx: Tx, held: Case, event: ProcessEvent, { reference, relation }: Codes): Promise<void> {
  const other = await tx.case.findFirst({
    where: { reference: String(reference), organisationId: held.organisationId, id: { not: held.id } },
    select: { id: true },
  });
  if (!other || !event.actor) return;
  const key = { fromId: held.id, toId: other.id, relation: String(relation) };
  await tx.caseLink.upsert({
    where: { fromId_toId_relation: key },
    create: { ...key, linkedAt: instantColumn(event.at), linkedBy: event.actor },
    update: {},
  });
}

/** Who leads it from now on. What waits for the former lead waits for the new one. */
async function handOver(tx: Tx, { id: caseId, leadId }: Case, { lead }: Codes): Promise<Change> {
  if (typeof lead !== 'string') return {};
  await tx.task.updateMany({
    where: { caseId, state: 'open', assigneeId: leadId, roles: { has: 'named' } },
    data: { assigneeId: lead },
  });
  return { leadId: lead };
}

/** Who carries out a measure from now on: its open task goes to them, and later ones follow it. */
async function nameOwner(tx: Tx, { id: caseId }: Case, { measure, owner }: Codes): Promise<void> {
  if (typeof measure !== 'string' || typeof owner !== 'string') return;
  await tx.task.updateMany({
    where: { caseId, step: measure, state: 'open', roles: { has: 'named' } },
    data: { assigneeId: owner },
  });
}

/** Names who alone may know of the case, and who is shut out; work given to the latter goes back. */
async function restrict(tx: Tx, held: Case, codes: Codes): Promise<Change> {
  const excluded = listOf(codes, 'excluded');
  const named = listOf(codes, 'staff').filter((staffId) => !excluded.includes(staffId));
  const rows = [
    ...named.map((staffId) => ({ caseId: held.id, staffId, standing: 'named' })),
    ...excluded.map((staffId) => ({ caseId: held.id, staffId, standing: 'excluded' })),
  ];
  await tx.caseStaff.deleteMany({ where: { caseId: held.id } });
  await tx.caseStaff.createMany({ data: rows });
  await tx.task.updateMany({
    where: { caseId: held.id, state: 'open', assigneeId: { in: [...excluded] } },
    data: { assigneeId: null },
  });
  const dropped = held.assigneeId !== null && excluded.includes(held.assigneeId);
  return { restricted: named.length > 0, ...(dropped && { assigneeId: null }) };
}
