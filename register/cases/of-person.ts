import { addMonths, londonDate } from '../../domain/calendar';
import { definitionOf } from '../../domain/cases/registry';
import { requestKinds, type CaseKind } from '../../domain/cases/kinds';
import type { Case } from '../generated/client';
import type { CasePage, PersonCase } from '../cases';
import type { Context } from '../context';
import { civil, instant } from '../instants';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';
import { caseRows } from './rows';
import { systemsToday } from './tasks';

/** All cases of a person that the viewer may see: open ones first, then the latest. */
export async function casesOfPerson(
  context: Context,
  viewer: Viewer,
  personId: string,
): Promise<PersonCase[]> {
  const rows = await context.db.case.findMany({
    where: { AND: [visibleTo(viewer), { OR: [{ subjectId: personId }, { requesterId: personId }] }] },
    include: { subject: true },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { receivedOn: 'desc' }, { reference: 'desc' }],
  });
  const systems = await systemsToday(context, viewer);
  const shown = await caseRows(context, viewer, systems, rows);
  return shown.map((row, index) => ({
    ...row,
    mark: markOf(rows[index] as Case),
    asksForAnother: rows[index]?.subjectId !== personId,
  }));
}

/** What the person's other cases mean for this one, and how many requests they have made. */
export async function beside(
  { db, now }: Context,
  viewer: Viewer,
  { id, subjectId }: Case,
): Promise<Pick<CasePage, 'marks' | 'requests'>> {
  if (subjectId === null) return { marks: [], requests: null };
  const all = await db.case.findMany({
    where: { AND: [visibleTo(viewer), { subjectId }] },
    orderBy: { reference: 'asc' },
  });
  // Those that this viewer may not see count as well, and nothing but their number is told.
  const made = await db.case.findMany({
    where: { subjectId, kind: { in: [...requestKinds] } },
    select: { closedAt: true, receivedOn: true },
  });
  const since = addMonths(londonDate(instant(now())), -12);
  return {
    marks: all
      .filter((one) => one.id !== id)
      .flatMap((one) => {
        const text = markOf(one);
        return text === null ? [] : [{ reference: one.reference, kind: one.kind as CaseKind, text }];
      }),
    requests: {
      open: made.filter(({ closedAt }) => closedAt === null).length,
      lastYear: made.filter(({ receivedOn }) => civil(receivedOn) > since).length,
    },
  };
}

/** The mark of its kind, where it stands now. */
export function markOf({ kind, stage, outcome, closedAt }: Case): string | null {
  const { mark } = definitionOf(kind as CaseKind);
  if (!mark) return null;
  const ended = closedAt !== null && mark.outcomes?.includes(outcome ?? '');
  const standing = closedAt === null && (mark.stage === undefined || mark.stage === stage);
  return ended || standing ? mark.text : null;
}
