import { randomUUID } from 'node:crypto';
import { addDays, addHours, addWorkingDays, londonDate, workingDayOnOrAfter } from '../../domain/calendar';
import type { CaseDefinition, TaskDefinition } from '../../domain/cases/definition';
import { letterTasks } from '../../domain/cases/definition';
import type { Codes, LetterNeed, ProcessEvent } from '../../domain/cases/process';
import { elementOf, itemOf } from '../../domain/cases/process';
import type { Instant, IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import { permissions } from '../../domain/roles';
import type { Tx } from '../database';
import { dateColumn, instantColumn } from '../instants';
import { ownerInCharge } from '../owners';
import { itemOfStep } from './items';
import { awaitedUntil, preserveBy } from './house';

/** What the tasks of a case depend on, after the clock was computed. */
export interface TaskSetting {
  readonly tx: Tx;
  readonly caseId: string;
  /** Whoever leads the case. */
  readonly leadId: string | null;
  readonly organisationId: string;
  readonly profile: Profile;
  readonly definition: CaseDefinition;
  readonly receivedOn: IsoDate;
  readonly dueOn: IsoDate | null;
}

/** Opens and closes human work as the batch says. */
export async function keepTasks(setting: TaskSetting, events: readonly ProcessEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'step-entered') await openUserTask(setting, event);
    if (event.type === 'step-needs-person') await openLetterTask(setting, event);
    if (event.type === 'step-left' || event.type === 'step-person-done') await settle(setting, event, 'done');
    if (event.type === 'step-cancelled') await settle(setting, event, 'cancelled');
    if (event.type === 'closed') await cancelAll(setting, event);
  }
  await notAfterTheCase(setting);
}

/** Where the case now falls due sooner, so do its open tasks, but for those that outlive its date or count in hours. */
async function notAfterTheCase({ tx, caseId, definition, dueOn }: TaskSetting): Promise<void> {
  if (dueOn === null) return;
  const outliving = Object.entries(definition.tasks).flatMap(([element, task]) =>
    task.outlivesDeadline ? [element] : [],
  );
  const day = dateColumn(dueOn);
  await tx.task.updateMany({
    where: { caseId, state: 'open', dueAt: null, dueOn: { gt: day }, element: { notIn: outliving } },
    data: { dueOn: day },
  });
}

async function openUserTask(setting: TaskSetting, event: ProcessEvent): Promise<void> {
  const { step } = event;
  const task = step && setting.definition.tasks[elementOf(step)];
  if (!task) return;
  const item = await itemOfStep(setting.tx, setting.caseId, step);
  const dueAt = momentGiven(event) ?? withinHours(setting, task, event);
  await open(setting, event, {
    title: task.title,
    roles: [...task.roles],
    item,
    assigneeId: await assigneeOf(setting, task, event, item),
    dueOn: dueAt ? dateColumn(londonDate(dueAt)) : due(setting, task, event, item),
    dueAt: dueAt === null ? null : instantColumn(dueAt),
  });
}

/** The person the step names, whoever leads the case, or whoever answers for its system. */
async function assigneeOf(
  setting: TaskSetting,
  { roles }: TaskDefinition,
  { data, at, step = '' }: ProcessEvent,
  item: string | null,
): Promise<string | null> {
  if (roles.includes('named') && data?.assignee === 'lead') return setting.leadId;
  if (roles.includes('named') && typeof data?.assignee === 'string')
    return (await namedSince(setting, step, data.assignee)) ?? data.assignee;
  return item && roles.includes('system-owner') ? ownerInCharge(setting, item, at) : null;
}

/**
 * Who had the task when it was last open in this place, where the process names the same person as then and somebody
 * else was named since.
 */
async function namedSince(
  { tx, caseId }: TaskSetting,
  step: string,
  assignee: string,
): Promise<string | null> {
  const place = step.slice(0, step.lastIndexOf('#') + 1);
  const before = await tx.task.findFirst({
    where: { caseId, step: { startsWith: place, not: step }, element: elementOf(step) },
    orderBy: { openedAt: 'desc' },
  });
  const entered =
    before && (await tx.event.findFirst({ where: { caseId, type: 'step-entered', step: before.step } }));
  const then = (entered?.data as Codes | null | undefined)?.assignee;
  return then === assignee ? (before?.assigneeId ?? null) : null;
}

/** The very moment that the step was given, where that is no mere day. */
const momentGiven = ({ data }: ProcessEvent): Instant | null =>
  typeof data?.due === 'string' && data.due.length > DAY.length ? data.due : null;

const DAY = 'YYYY-MM-DD';

/** A target in hours runs through nights and weekends; the case's own date does not limit it. */
function withinHours(
  { profile }: TaskSetting,
  { withinHours: given }: TaskDefinition,
  { at }: ProcessEvent,
): Instant | null {
  const hours = typeof given === 'function' ? given(profile).withinHours : given;
  return hours === undefined ? null : addHours(at, hours);
}

/**
 * The date the step was given or the house target, never later than the case; what a system will overwrite is
 * preserved before it does.
 */
function due(
  setting: TaskSetting,
  task: TaskDefinition,
  event: ProcessEvent,
  item: string | null,
): Date | null {
  const { profile, receivedOn } = setting;
  const dueOn = task.outlivesDeadline ? null : setting.dueOn;
  const given = typeof event.data?.due === 'string' ? event.data.due.slice(0, 10) : null;
  const target = targetOf(setting, task, londonDate(event.at));
  const beforeLoss =
    event.element === 'preserve-evidence' && item ? preserveBy(profile, item, receivedOn) : null;
  const [first] = [given ?? target, beforeLoss, dueOn].filter((date) => date !== null).sort();
  return first ? dateColumn(first) : null;
}

/** The house target, or until when an answer is waited for. */
function targetOf(
  { profile, definition: { kind } }: TaskSetting,
  { withinWorkingDays, withinDays, awaits }: TaskDefinition,
  opened: IsoDate,
): IsoDate | null {
  if (awaits !== undefined) return awaitedUntil(profile, kind, awaits, opened);
  if (withinDays !== undefined) return workingDayOnOrAfter(addDays(opened, withinDays), profile.nation);
  return withinWorkingDays === undefined ? null : addWorkingDays(opened, withinWorkingDays, profile.nation);
}

/** Working days within which somebody does their part in a letter, where the case itself has no date. */
const LETTER_WITHIN = 3;

async function openLetterTask(setting: TaskSetting, event: ProcessEvent): Promise<void> {
  const need = event.data?.need as LetterNeed;
  await settle(setting, event, 'cancelled');
  await open(setting, event, {
    ...{ need, title: letterTasks[need], roles: [...permissions['case.log']] },
    ...{
      item: event.step ? itemOf(event.step) : null,
      assigneeId: null,
      dueOn: dateColumn(
        setting.dueOn ?? addWorkingDays(londonDate(event.at), LETTER_WITHIN, setting.profile.nation),
      ),
      dueAt: null,
    },
  });
}

interface Opening {
  readonly title: string;
  readonly roles: string[];
  readonly item: string | null;
  readonly need?: LetterNeed;
  readonly assigneeId: string | null;
  readonly dueOn: Date | null;
  /** For targets in hours: the very moment. */
  readonly dueAt: Date | null;
}

async function open(
  { tx, caseId }: TaskSetting,
  { step = '', at }: ProcessEvent,
  opening: Opening,
): Promise<void> {
  const where = { id: randomUUID(), caseId, step, element: elementOf(step) };
  await tx.task.create({ data: { ...where, ...opening, state: 'open', openedAt: instantColumn(at) } });
}

async function settle(
  { tx, caseId }: TaskSetting,
  event: ProcessEvent,
  state: 'done' | 'cancelled',
): Promise<void> {
  if (!event.step) return;
  await tx.task.updateMany({
    where: { caseId, step: event.step, state: 'open' },
    data: {
      ...{ state, completedAt: instantColumn(event.at) },
      ...(state === 'done' && { completedBy: event.actor ?? null, submissionId: event.submission ?? null }),
    },
  });
}

async function cancelAll({ tx, caseId }: TaskSetting, { at }: ProcessEvent): Promise<void> {
  await tx.task.updateMany({
    where: { caseId, state: 'open' },
    data: { state: 'cancelled', completedAt: instantColumn(at) },
  });
}
