import { londonDate } from '../../domain/calendar';
import type { Stage } from '../../domain/cases/definition';
import type { IsoDate } from '../../domain/clock/types';
import type { Codes } from '../../domain/cases/process';
import type { AssessmentRow } from '../cases';
import type { Context } from '../context';
import type { Case } from '../generated/client';
import { civil, civilOrNull, instant } from '../instants';
import { ofCase } from '../submissions/queries';
import type { Viewer } from '../viewer';
import { knownTo, readableBy, visibleTo } from '../visibility';
import { titlesOf, titlesOfAll } from './matters';
import { nameOf, namesOf } from './names';

const MOST = 10_000;

/** Steps whose last result the log tells. */
const told = ['screen', 'write-assessment', 'dpo-advice', 'sign-off', 'note-decision', 'review-assessment'];

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
  const today = londonDate(instant(context.now()));
  const reasons = await reasonsOf(context, viewer, rows);
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
    const approvals = steps.filter(
      ({ element, result }) => element === 'sign-off' && (result as Codes).decision === 'approve',
    );
    const firstApproval = approvals[0]?.leftAt ? londonDate(instant(approvals[0].leftAt)) : null;
    const startsOn = startOf(row.facts as Codes, said('note-decision'));
    return {
      ...{ reference: row.reference, title: titles.get(row.id) ?? null, lead: nameOf(names, row.leadId) },
      ...{ stage: row.stage as Stage, outcome: row.outcome, startedOn: civil(row.receivedOn) },
      required: last('screen') ? said('screen').required === true : null,
      residual: residualOf(said('dpo-advice'), said('write-assessment')),
      approvedOn: signed?.leftAt ? londonDate(instant(signed.leftAt)) : null,
      reviewOn: row.closedAt ? null : (deadlines[0]?.due ?? null),
      ...{ openMeasures: tasks.length, startsOn },
      startedUnapproved:
        startsOn !== null &&
        row.outcome !== 'not-required' &&
        unapproved(startsOn, firstApproval, row, today),
      notRequiredReasons: reasons.get(row.id) ?? null,
      closedOn: row.closedAt ? civilOrNull(row.closedAt) : null,
    };
  });
}

/**
 * Assessments in force whose titles any employee may know: they stand in the summaries made for publication. Those kept
 * from the viewer are not among them.
 */
export async function knownAssessments(
  context: Context,
  viewer: Viewer,
): Promise<Pick<AssessmentRow, 'reference' | 'title'>[]> {
  const { db } = context;
  const rows = await db.case.findMany({
    where: {
      AND: [
        { kind: 'impact-assessment', closedAt: null },
        { steps: { some: { element: 'file-assessment', state: 'left' } } },
        knownTo(viewer),
      ],
    },
    orderBy: { reference: 'asc' },
    take: MOST,
  });
  const titles = await titlesOfAll(context, db, rows);
  return rows.map(({ id, reference }) => ({ reference, title: titles.get(id) ?? null }));
}

/** Why no assessment was required, of those cases whose contents the viewer may read. */
async function reasonsOf(
  context: Context,
  viewer: Viewer,
  rows: readonly Pick<Case, 'id' | 'reference' | 'outcome'>[],
): Promise<Map<string, string>> {
  const spared = rows.filter(({ outcome }) => outcome === 'not-required').map(({ id }) => id);
  const readable = await context.db.case.findMany({
    where: { AND: [{ id: { in: spared } }, readableBy(viewer, 'document.view')] },
    select: { id: true, reference: true },
  });
  const found = new Map<string, string>();
  for (const { id, reference } of readable) {
    const decided = (await ofCase(context, reference, { form: 'decide-not-required' })).at(-1);
    if (typeof decided?.personal.reasons === 'string') found.set(id, decided.personal.reasons);
  }
  return found;
}

/** The last word: what was said when the decision was read comes after the plan. */
const startOf = (facts: Codes, noted: Codes): IsoDate | null => {
  const said = noted.startsOn ?? facts.startsOn;
  return typeof said === 'string' ? said : null;
};

/** Art 35(1): whether the start came before the approval, or has come without one while the case is open. */
const unapproved = (
  startsOn: IsoDate,
  approvedOn: IsoDate | null,
  { closedAt }: { readonly closedAt: Date | null },
  today: IsoDate,
): boolean => (approvedOn === null ? closedAt === null && startsOn <= today : startsOn < approvedOn);

/** The DPO's word on what remains comes before the assessment's own rating. */
function residualOf(advice: Codes, written: Codes): AssessmentRow['residual'] {
  if (advice.residual === 'high') return 'high';
  return (written.residual ?? null) as AssessmentRow['residual'];
}
