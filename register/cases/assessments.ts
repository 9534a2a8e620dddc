import type { Stage } from '../../domain/cases/definition';
import type { Codes } from '../../domain/cases/process';
import type { AssessmentRow } from '../cases';
import type { Context } from '../context';
import { civil, civilOrNull, instant } from '../instants';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';
import { titlesOf } from './matters';
import { nameOf, namesOf } from './names';

const MOST = 10_000;

/** Steps whose last result the log tells. */
const told = ['screen', 'write-assessment', 'dpo-advice', 'sign-off', 'review-assessment'];

/** Every impact assessment that the viewer may see, the newest first. */
export async function assessments(context: Context, viewer: Viewer): Promise<AssessmentRow[]> {
  const { db } = context;
  const rows = await db.case.findMany({
    where: { AND: [{ kind: 'impact-assessment' }, visibleTo(viewer)] },
    orderBy: [{ receivedOn: 'desc' }, { reference: 'desc' }],
    take: MOST,
    include: {
      steps: { where: { element: { in: told }, state: 'left' }, orderBy: { leftAt: 'asc' } },
      tasks: { where: { element: 'carry-out-measure', state: 'open' }, select: { id: true } },
      deadlines: { where: { timer: 'dpia.review' }, select: { due: true } },
    },
  });
  const titles = await titlesOf(context, db, viewer, rows);
  const names = await namesOf(
    db,
    rows.map(({ leadId }) => leadId),
  );
  return rows.map(({ steps, tasks, deadlines, ...row }) => {
    const last = (element: string) => steps.findLast((step) => step.element === element);
    const said = (element: string): Codes => (last(element)?.result ?? {}) as Codes;
    const signed = steps.findLast(
      ({ element, result }) => element === 'sign-off' && (result as Codes).decision === 'approve',
    );
    return {
      ...{ reference: row.reference, title: titles.get(row.id) ?? null, lead: nameOf(names, row.leadId) },
      ...{ stage: row.stage as Stage, outcome: row.outcome, startedOn: civil(row.receivedOn) },
      required: last('screen') ? said('screen').required === true : null,
      residual: residualOf(said('dpo-advice'), said('write-assessment')),
      approvedOn: signed?.leftAt ? instant(signed.leftAt).slice(0, 10) : null,
      reviewOn: row.closedAt ? null : (deadlines[0]?.due ?? null),
      openMeasures: tasks.length,
      closedOn: row.closedAt ? civilOrNull(row.closedAt) : null,
    };
  });
}

/** The DPO's word on what remains comes before the assessment's own rating. */
function residualOf(advice: Codes, written: Codes): AssessmentRow['residual'] {
  if (advice.residual === 'high') return 'high';
  return (written.residual ?? null) as AssessmentRow['residual'];
}
