import { addWorkingDays, londonDate } from '../../domain/calendar';
import type { CaseContents } from '../../domain/cases/contents';
import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Stage } from '../../domain/cases/definition';
import { timerNamed } from '../../domain/clock/timers';
import type { Deadline as Computed, Instant, IsoDate, TimerName } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { Dossier, PointAudience } from '../cases';
import type { Context } from '../context';
import type { Reader } from '../database';
import type { Case, Deadline, Task } from '../generated/client';
import { RegisterError } from '../errors';
import { civil, civilOrNull, instant, instantOrNull } from '../instants';
import { clockView, timersOf } from '../recorder/clock';
import { ladderOf } from '../recorder/house';
import {
  CHASE_EVERY,
  isMoment,
  plannedDay,
  readChaser,
  rungOfPoint,
  timerOfPoint,
} from '../recorder/next-point';
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
  const found = await db.case.findUnique({ where: { reference }, include: { staff: true, deadlines: true } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const { organisationId, kind, restricted, staff } = found;
  const chaser = readChaser(point);
  const profile = organisations.get(organisationId);
  const ladder = ladderOf(profile, kind as CaseKind);
  const rung = [...ladder.rungs, ...(ladder.overdue ? [ladder.overdue] : [])].find(
    (one) => one.point === rungOfPoint(point),
  );
  const planned = rung || chaser ? null : await plannedDay(db, found.id);
  const start = planned?.rungs.find((one) => one.point === rungOfPoint(point));
  const about = chaser && ('step' in chaser ? { step: chaser.step } : bothOf(chaser));
  const chased = about && (await db.task.findFirst({ where: { caseId: found.id, state: 'open', ...about } }));
  const standing = (which: string): string[] =>
    staff.filter((one) => one.standing === which).map((one) => one.staffId);
  return {
    ...{ point, system: chased?.item ?? null, doerId: chased?.assigneeId ?? null },
    tell: chaser ? toldOf(profile, found, chased, chaser.day) : (rung?.tell ?? start?.tell ?? []),
    title: chased ? titleOf(kind as CaseKind, chased) : null,
    ...(chased
      ? {
          timer: null,
          dueOn: civilOrNull(chased.dueOn),
          dueAt: chaser && isMoment(chaser.day) ? instantOrNull(chased.dueAt) : null,
          awaited: isAwaiting(kind as CaseKind, chased),
          ifNotUpheldOn: null,
        }
      : await dueOfPoint(db, found, point)),
    ...(start && { dueOn: planned?.on ?? null }),
    ...{ assigneeId: found.assigneeId ?? found.leadId, organisationId },
    ...{ mayKnow: restricted ? standing('named') : null, shutOut: standing('excluded') },
  };
}

/** When what a point of the ladder is about is due: one of several timers, which is then named, or the case. */
async function dueOfPoint(
  reader: Reader,
  found: Case & { readonly deadlines: readonly Deadline[] },
  point: string,
): Promise<Pick<PointAudience, 'timer' | 'dueOn' | 'dueAt' | 'awaited' | 'ifNotUpheldOn'>> {
  const several = definitionOf(found.kind as CaseKind).alsoEscalates !== undefined;
  const named = timerOfPoint(point) ?? (await timersOf(reader, found))[0];
  const awaited = named !== undefined && timerNamed(named as TimerName).binds === 'someone-else';
  const deadline = several ? found.deadlines.find(({ timer }) => timer === named) : undefined;
  if (!deadline)
    return {
      ...{ timer: null, awaited, dueOn: civilOrNull(found.dueOn), ifNotUpheldOn: ifNotUpheld(found, named) },
      dueAt: found.dueAt && instant(found.dueAt),
    };
  const { timer, due, dueAt } = deadline;
  return {
    ...{ timer: timer as TimerName, awaited, dueOn: due && londonDate(due), ifNotUpheldOn: null },
    dueAt: dueAt && instant(dueAt),
  };
}

/** While an answer to our own question is awaited: when the case is due if that is not upheld. */
function ifNotUpheld(
  { dueOn, deadlines }: Case & { readonly deadlines: readonly Deadline[] },
  named: string | undefined,
): IsoDate | null {
  const computed = deadlines.find(({ timer }) => timer === named)?.computed as Partial<Computed> | undefined;
  return dueOn === null ? (computed?.dueIfNotUpheld ?? null) : null;
}

/** Whether a task waits for an answer from outside. */
const isAwaiting = (kind: CaseKind, { element, need }: Task): boolean =>
  need === null && definitionOf(kind).tasks[element]?.awaits !== undefined;

const bothOf = ({ element, item }: { readonly element: string; readonly item: string }) => ({
  element,
  item,
});

/** What the task is called; a person's part in a letter is named with the letter. */
function titleOf(kind: CaseKind, { need, element, title }: Task): string {
  const letter = need === null ? undefined : definitionOf(kind).letters[element]?.title;
  return letter ? `${title}: ${letter}` : title;
}

/**
 * Whom a chaser tells: whoever does the task; once it is overdue whoever handles the case as well, and from the second
 * reminder after that the governance officer, so that no task hangs on one person for ever.
 */
function toldOf(
  profile: Profile,
  found: Case,
  task: Task | null,
  day: IsoDate | Instant,
): PointAudience['tell'] {
  if (!task?.dueOn) return [];
  if (isMoment(day)) return toldInHours(profile, found, task, day);
  const due = civil(task.dueOn);
  const long = addWorkingDays(due, 2 * CHASE_EVERY, profile.nation);
  return [
    ...new Set([
      ...doersOf(profile, found, task),
      ...(day > due && found.assigneeId ? ['assignee'] : []),
      ...(day >= long ? ['governance-officer'] : []),
    ]),
  ];
}

/** Before the hours are over whoever does the task; then at once whoever handles the case and the governance officer. */
function toldInHours(profile: Profile, found: Case, task: Task, at: Instant): PointAudience['tell'] {
  const over = task.dueAt !== null && at >= instant(task.dueAt);
  const answering = [found.assigneeId ? 'assignee' : 'handler', 'governance-officer'];
  return [...new Set([...doersOf(profile, found, task), ...(over ? answering : [])])];
}

/** The owner of its system, the person it is given to, whoever handles the case, else those who hold its roles. */
function doersOf({ systems }: Profile, { assigneeId }: Case, task: Task): readonly string[] {
  const { roles, item } = task;
  if (roles.includes('system-owner') && systems.some(({ id }) => id === item)) return ['system-owner'];
  if (task.assigneeId) return ['doer'];
  if (assigneeId && roles.includes('handler')) return ['assignee'];
  const held = roles.filter((role) => role !== 'system-owner' && role !== 'named');
  return held.length > 0 ? held : ['governance-officer'];
}
