import { addWorkingDays, londonDate } from '../../domain/calendar';
import type { IsoDate } from '../../domain/clock/types';
import type { FrontCounts, Worklist, WorklistQuery } from '../cases';
import type { Context } from '../context';
import type { Prisma } from '../database';
import { definitionOf, openKinds } from '../../domain/cases/registry';
import { dateColumn, instant } from '../instants';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';
import { caseRows } from './rows';
import { systemsToday, waitingFor } from './tasks';

const USUAL_PAGE = 25;
const LARGEST_PAGE = 10_000;
const WEEK = 5;

export async function worklist(
  context: Context,
  viewer: Viewer,
  query: WorklistQuery = {},
): Promise<Worklist> {
  const { db } = context;
  const systems = await systemsToday(context, viewer);
  const where = { AND: [visibleTo(viewer), ...conditions(context, viewer, systems, query)] };
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(LARGEST_PAGE, Math.max(1, Math.trunc(query.pageSize ?? USUAL_PAGE)));
  const [total, rows] = await Promise.all([
    db.case.count({ where }),
    db.case.findMany({
      where,
      orderBy: orderOf(query),
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { subject: true },
    }),
  ]);
  return { rows: await caseRows(context, viewer, systems, rows), total, page, pageSize };
}

function conditions(
  context: Context,
  viewer: Viewer,
  systems: readonly string[],
  { state = 'open', stages, kinds, assignee, due, mine, text }: WorklistQuery,
): Prisma.CaseWhereInput[] {
  const when: Prisma.CaseWhereInput[] = [];
  if (state !== 'all') when.push({ closedAt: state === 'open' ? null : { not: null } });
  if (stages?.length) when.push({ stage: { in: [...stages] } });
  if (kinds?.length) when.push({ kind: { in: [...kinds] } });
  if (assignee)
    when.push({ assigneeId: assignee === 'me' ? viewer.staffId : assignee === 'nobody' ? null : assignee });
  if (due) when.push(dueWhen(context, viewer, due));
  if (mine) when.push({ tasks: { some: waitingFor(viewer, systems) } });
  if (text?.trim()) when.push({ reference: { contains: text.trim(), mode: 'insensitive' } });
  return when;
}

function dueWhen(
  context: Context,
  viewer: Viewer,
  due: NonNullable<WorklistQuery['due']>,
): Prisma.CaseWhereInput {
  if (due === 'overdue') return overdue(context.now());
  if (due === 'this-week') return dueUntil(context, viewer);
  if (due === 'paused') return { clockState: 'paused' };
  const { from, until } = due;
  return { dueOn: { ...(from && { gte: dateColumn(from) }), ...(until && { lte: dateColumn(until) }) } };
}

const overdue = (now: Date): Prisma.CaseWhereInput => ({
  ...{ closedAt: null, dueAt: { lt: now } },
  clockState: { not: 'stopped' },
  ...(awaiting.length > 0 && { NOT: { OR: awaiting } }),
});

/** Cases whose date is somebody else's to keep, by kind and stage: what they owe us is not our lateness. */
const awaiting: Prisma.CaseWhereInput[] = openKinds.flatMap((kind) => {
  const stages = Object.keys(definitionOf(kind).awaits ?? {});
  return stages.length > 0 ? [{ kind, stage: { in: stages } }] : [];
});

/** Not yet overdue, and due today or within five working days. */
function dueUntil({ now, organisations }: Context, { organisationId }: Viewer): Prisma.CaseWhereInput {
  const today: IsoDate = londonDate(instant(now()));
  const last = addWorkingDays(today, WEEK, organisations.get(organisationId).nation);
  return {
    closedAt: null,
    clockState: { not: 'stopped' },
    dueOn: { gte: dateColumn(today), lte: dateColumn(last) },
  };
}

/** Ties, and cases without a date, come in the order of their references. */
function orderOf({
  sort = 'due',
  order = 'ascending',
}: WorklistQuery): Prisma.CaseOrderByWithRelationInput[] {
  const way = order === 'ascending' ? 'asc' : 'desc';
  const by: Record<NonNullable<WorklistQuery['sort']>, Prisma.CaseOrderByWithRelationInput> = {
    due: { workByAt: { sort: way, nulls: 'last' } },
    reference: { reference: way },
    received: { receivedOn: way },
    stage: { stage: way },
    assignee: { assigneeId: { sort: way, nulls: 'last' } },
  };
  return [by[sort], { reference: 'asc' }];
}

export async function counts(context: Context, viewer: Viewer): Promise<FrontCounts> {
  const { db, now } = context;
  const systems = await systemsToday(context, viewer);
  const visible = visibleTo(viewer);
  const [open, late, dueThisWeek, waitingForMe] = await Promise.all([
    db.case.count({ where: { AND: [visible, { closedAt: null }] } }),
    db.case.count({ where: { AND: [visible, overdue(now())] } }),
    db.case.count({ where: { AND: [visible, dueUntil(context, viewer)] } }),
    db.task.count({ where: waitingFor(viewer, systems) }),
  ]);
  return { open, overdue: late, dueThisWeek, waitingForMe };
}
