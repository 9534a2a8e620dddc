import type { OpenCase } from '../../domain/cases/erasure/holds';
import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import { longDate } from '../../domain/clock';
import type { Case, Task } from '../generated/client';
import type { ShownWords } from '../cases';
import type { Context } from '../context';
import { civilOrNull } from '../instants';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';

/** Other open cases about the same person, kept from somebody or not: for rules, never for a page. */
export async function openBeside({ db }: Context, reference: string): Promise<OpenCase[]> {
  const found = await db.case.findUnique({ where: { reference }, select: { subjectId: true } });
  if (!found?.subjectId) return [];
  const rows = await db.case.findMany({
    where: { subjectId: found.subjectId, closedAt: null, reference: { not: reference } },
    orderBy: { reference: 'asc' },
  });
  return rows.map(asOpenCase);
}

/** Those of them that the viewer may see, with their dates and this case's own, where the task says so. */
export async function othersShown(
  { db }: Context,
  viewer: Viewer,
  { reference, kind, subjectId, dueOn }: Case,
  { element }: Task,
): Promise<ShownWords[]> {
  const { showsOtherCases } = definitionOf(kind as CaseKind).tasks[element] ?? {};
  if (!showsOtherCases || subjectId === null) return [];
  const rows = await db.case.findMany({
    where: { AND: [visibleTo(viewer), { subjectId, closedAt: null, reference: { not: reference } }] },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { reference: 'asc' }],
  });
  const own = { reference, kind: kind as CaseKind, dueOn: civilOrNull(dueOn) };
  const others = rows.map((row) => lineOf(asOpenCase(row)));
  return [
    { label: 'Other open cases of the person', text: others.length > 0 ? others.join('\n') : 'None' },
    { label: 'This case', text: lineOf(own) },
  ];
}

const asOpenCase = ({ reference, kind, dueOn }: Case): OpenCase => ({
  ...{ reference, kind: kind as CaseKind, dueOn: civilOrNull(dueOn) },
});

const lineOf = ({ reference, kind, dueOn }: OpenCase): string =>
  `${definitionOf(kind).title} ${reference}: ${dueOn ? `due on ${longDate(dueOn)}` : 'no date yet'}`;
