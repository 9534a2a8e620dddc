import type { CaseContents } from '../../domain/cases/contents';
import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Stage } from '../../domain/cases/definition';
import type { Dossier, PointAudience } from '../cases';
import type { Context } from '../context';
import { RegisterError } from '../errors';
import { civil, civilOrNull, instant } from '../instants';
import { clockView } from '../recorder/clock';
import { ladderOf } from '../recorder/house';
import { readChaser, rungOfPoint } from '../recorder/next-point';
import { openContents } from './contents';
import { peopleOf } from './people';
import { factsIn } from './page';

/** All that letters and searches need of a case. Throws `not-found`, `key-destroyed`. */
export async function dossier(context: Context, reference: string): Promise<Dossier> {
  const { db } = context;
  const found = await db.case.findUnique({
    where: { reference },
    include: { subject: true, requester: true, deadlines: true },
  });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const contents: CaseContents | null = await openContents(context, db, found);
  if (!contents) throw new RegisterError('key-destroyed', `The contents of ${reference} are gone for good.`);
  const { subject, requester } = await peopleOf(context, found);
  const { organisationId, outcome, legalHold, restricted, assigneeId } = found;
  return {
    ...{ caseId: found.id, reference, organisationId, outcome, legalHold, restricted, assigneeId, contents },
    ...{
      kind: found.kind as CaseKind,
      stage: found.stage as Stage,
      facts: factsIn(found),
      clock: clockView(found, found.deadlines),
    },
    ...{ subject, requester },
    ...{ receivedOn: civil(found.receivedOn), loggedAt: instant(found.loggedAt) },
  };
}

/** Whom a point of the ladder, or a chaser, concerns, and who may know of the case at all. */
export async function audience(
  { db, organisations }: Context,
  reference: string,
  point: string,
): Promise<PointAudience> {
  const found = await db.case.findUnique({ where: { reference }, include: { staff: true } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const { organisationId, kind, restricted, staff } = found;
  const chaser = readChaser(point);
  const ladder = ladderOf(organisations.get(organisationId), kind as CaseKind);
  const rung = [...ladder.rungs, ...(ladder.overdue ? [ladder.overdue] : [])].find(
    (one) => one.point === rungOfPoint(point),
  );
  const chased =
    chaser &&
    (await db.task.findFirst({
      where: { caseId: found.id, state: 'open', element: chaser.element, item: chaser.item },
    }));
  const standing = (which: string): string[] =>
    staff.filter((one) => one.standing === which).map((one) => one.staffId);
  return {
    ...{ point, system: chaser?.item ?? null, tell: chaser ? [doerOf(chased)] : (rung?.tell ?? []) },
    title: chaser ? (definitionOf(kind as CaseKind).tasks[chaser.element]?.title ?? null) : null,
    dueOn: civilOrNull(chased ? chased.dueOn : found.dueOn),
    dueAt: found.dueAt && instant(found.dueAt),
    ...{ assigneeId: chased ? chased.assigneeId : found.assigneeId, organisationId },
    ...{ mayKnow: restricted ? standing('named') : null, shutOut: standing('excluded') },
  };
}

/** Whom a chaser reminds: the person named for the task, or whoever answers for its system. */
const doerOf = (task: { readonly roles: readonly string[] } | null): string =>
  task?.roles.includes('named') ? 'assignee' : 'system-owner';
