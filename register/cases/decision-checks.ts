import type { Stage } from '../../domain/cases/definition';
import type { CaseFacts, Codes } from '../../domain/cases/process';
import type { DecisionCheckRow } from '../cases';
import type { Context } from '../context';
import { civilOrNull } from '../instants';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';

/** The checks of automated decisions that the viewer may see, the newest first. */
export async function decisionChecks({ db }: Context, viewer: Viewer): Promise<DecisionCheckRow[]> {
  const rows = await db.case.findMany({
    where: { AND: [{ kind: 'decision-check' }, visibleTo(viewer)] },
    orderBy: [{ loggedAt: 'desc' }],
    include: {
      steps: {
        where: { element: 'check-decision', state: 'left' },
        orderBy: { leftAt: 'desc' },
        take: 1,
        select: { result: true },
      },
      tasks: { where: { state: 'open' }, select: { dueOn: true } },
    },
  });
  return rows.map(({ steps: [last], tasks: [open], ...row }) => {
    const found = (last?.result ?? {}) as Codes;
    return {
      reference: row.reference,
      decision: String((row.facts as CaseFacts).decision),
      stage: row.stage as Stage,
      closed: row.outcome !== null,
      dueOn: civilOrNull(open?.dueOn ?? null),
      last:
        last === undefined
          ? null
          : { on: String(found.on), outcome: found.outcome as 'as-intended' | 'concern' | 'retired' },
      nextOn: typeof found.nextOn === 'string' ? found.nextOn : null,
    };
  });
}
