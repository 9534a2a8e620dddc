import type { HandedIn } from '../cases';
import type { Context } from '../context';
import type { Viewer } from '../viewer';
import { knownTo, ledBy, visibleTo } from '../visibility';
import { header } from './rows';

/**
 * What somebody handed in, or leads since it was handed over to them, and what became of it, without contents: any
 * employee may know that of their own.
 */
export async function handedIn({ db }: Context, viewer: Viewer): Promise<HandedIn[]> {
  const submissions = await db.submission.findMany({
    where: {
      actorId: viewer.staffId,
      organisationId: viewer.organisationId,
      form: 'log-request',
      caseId: { not: null },
    },
    select: { caseId: true },
  });
  const ids = submissions.flatMap(({ caseId }) => caseId ?? []);
  const theirs = { AND: [{ OR: [{ id: { in: ids } }, ledBy(viewer)] }, knownTo(viewer)] };
  const rows = await db.case.findMany({
    where: theirs,
    orderBy: { loggedAt: 'desc' },
  });
  const visible = await db.case.findMany({
    where: { AND: [theirs, visibleTo(viewer)] },
    select: { id: true },
  });
  return rows.map((row) => {
    const { reference, kind, stage, outcome, receivedOn } = header(row);
    const readable = visible.some(({ id }) => id === row.id);
    return { reference, kind, stage, outcome, receivedOn, readable };
  });
}
