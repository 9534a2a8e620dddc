import type { Stage } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import type { ProcessEvent, RecordAnswer, RecordRequest } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { Instant } from '../../domain/clock/types';
import type { Context } from '../context';
import type { Tx } from '../database';
import { Prisma } from '../database';
import type { Case } from '../generated/client';
import { civil, instantColumn } from '../instants';
import { keepActions } from './actions';
import { keepAmendments } from './amending';
import type { Ground, Standing } from './clock';
import { clockColumns, clockView, keepDeadlines } from './clock';
import { keepHandingOver } from './handing-over';
import { keepClosing } from './closing';
import { append, entryOf } from './log';
import { lockCase } from './lock';
import { nextPoint } from './next-point';
import { keepReturned } from './returned';
import { keepSearches } from './searches';
import type { SettledClock } from './settling';
import { movedEntries, settleClock } from './settling';
import { stageAfter } from './stage';
import { keepSteps } from './steps';
import { keepTasks } from './tasks';

/** Writes one batch under the case's row lock: all of it, or nothing. */
export function record(context: Context, request: RecordRequest): Promise<RecordAnswer> {
  return context.db.$transaction(async (tx) => {
    const held = await lockCase(tx, request.reference);
    if (request.epoch !== held.epoch) return { outcome: 'stale', reason: 'fenced' };
    const fresh = await unrecorded(tx, held, request);
    if (!fresh) return { outcome: 'stale', reason: 'behind' };
    const now = fresh.length > 0 ? await write(context, tx, held, fresh) : held;
    return {
      outcome: 'recorded',
      known: now.processSequence,
      clock: clockView(now, await tx.deadline.findMany({ where: { caseId: held.id } })),
      legalHold: now.legalHold,
    };
  });
}

/**
 * The events of the batch that the record lacks, or null when the record holds process events that this run
 * has not seen. A batch sent again after its answer was lost is known by its keys.
 */
async function unrecorded(
  tx: Tx,
  held: Case,
  { known, events }: RecordRequest,
): Promise<ProcessEvent[] | null> {
  const keys = events.map(({ key }) => key);
  const rows = await tx.event.findMany({
    where: { caseId: held.id, key: { in: keys } },
    select: { key: true },
  });
  const recorded = new Set(rows.map(({ key }) => key));
  const fresh = events.filter(({ key }, index) => !recorded.has(key) && keys.indexOf(key) === index);
  if (known === held.processSequence) return fresh;
  if (known > held.processSequence || fresh.length > 0) return null;
  const unseen = await tx.event.count({
    where: { caseId: held.id, sequence: { gt: known }, key: { notIn: keys }, type: { in: processTypes } },
  });
  return unseen === 0 ? [] : null;
}

const processTypes: ProcessEvent['type'][] = [
  ...(['step-entered', 'step-left', 'step-cancelled', 'step-waived', 'step-needs-person'] as const),
  ...(['step-person-done', 'fired', 'acted', 'escalated', 'closed', 'reopened'] as const),
];

async function write(context: Context, tx: Tx, held: Case, events: readonly ProcessEvent[]): Promise<Case> {
  const recordedAt = context.now();
  const setting: Setting = {
    profile: context.organisations.get(held.organisationId),
    definition: definitionOf(held.kind as CaseKind),
    calendar: context.calendar,
    asOf: latest(events),
  };
  await keepReturned(tx, held.id, events);
  const settled = await settleClock(tx, held, setting, events);
  const sequence = await append(
    tx,
    held,
    [
      ...events.map((event) => entryOf(remembering(held, settled, event))),
      ...movedEntries(settled, events, recordedAt),
    ],
    recordedAt,
  );
  await keepSteps(tx, held.id, events);
  const acted = await keepActions(tx, held, events);
  await keepHandingOver(tx, held.id, setting.definition, events);
  const amended = await keepAmendments(context, tx, held, events);
  const closing = await keepClosing(tx, held, setting.profile, events);
  const open = events.some(({ type }) => type === 'step-entered') ? await openElements(tx, held.id) : [];
  const stage = stageAfter(setting.definition, held.stage as Stage, events, open);
  const change = { ...acted, ...amended, ...closing };
  const changed = Object.keys(change).length > 0;
  const moved = changed ? await tx.case.update({ where: { id: held.id }, data: change }) : held;
  await settleSubmissions(tx, events, recordedAt);
  const ticking = await keepTime(tx, moved, setting, settled, events, recordedAt);
  return tx.case.update({
    where: { id: held.id },
    data: { sequence, processSequence: sequence, stage, ...ticking },
  });
}

type Setting = Ground & { readonly asOf: Instant };

const latest = (events: readonly ProcessEvent[]): Instant =>
  events
    .map(({ at }) => instantColumn(at).toISOString())
    .sort()
    .at(-1) as Instant;

/** A corrected date of receipt leaves the former one in the log, and a moved due date both. */
function remembering({ receivedOn }: Case, { moved }: SettledClock, event: ProcessEvent): ProcessEvent {
  if (event.action === 'recompute-deadline') return { ...event, data: { ...event.data, ...moved } };
  if (event.action !== 'correct-received-date') return event;
  return { ...event, data: { ...event.data, previously: civil(receivedOn) } };
}

async function openElements(tx: Tx, caseId: string): Promise<string[]> {
  const open = await tx.step.findMany({ where: { caseId, state: 'entered' }, select: { step: true } });
  return open.map(({ step }) => elementOf(step));
}

async function settleSubmissions(tx: Tx, events: readonly ProcessEvent[], settledAt: Date): Promise<void> {
  const ids = events.flatMap(({ submission }) => submission ?? []);
  if (ids.length === 0) return;
  await tx.submission.updateMany({
    where: { id: { in: ids }, state: { not: 'handled' } },
    data: { state: 'handled', refusal: Prisma.DbNull, settledAt },
  });
}

/** The clock first, for tasks are never due later than the case; then the tasks, for their reminders are points too. */
async function keepTime(
  tx: Tx,
  held: Case,
  { profile, definition, asOf }: Setting,
  { deadlines, escalating, ...settled }: SettledClock,
  events: readonly ProcessEvent[],
  computedAt: Date,
): Promise<Prisma.CaseUpdateInput> {
  // Nothing more falls due on a closed case: of what runs beside it only the tasks are chased.
  const standing: Standing = held.closedAt ? { ...settled.standing, state: 'stopped' } : settled.standing;
  const receivedOn = civil(held.receivedOn);
  await keepDeadlines(tx, held.id, deadlines, computedAt);
  const { id: caseId, organisationId, leadId } = held;
  await keepTasks(
    // Once answered, the date of the answer limits nothing that remains.
    {
      ...{ tx, caseId, leadId, organisationId, profile, definition, receivedOn },
      dueOn: standing.state === 'stopped' ? null : standing.due,
    },
    events,
  );
  await keepSearches(tx, caseId, events);
  const clock = { standing, escalating };
  const next = await nextPoint(tx, { id: caseId, kind: definition.kind }, profile, clock, asOf);
  return {
    ...clockColumns(standing, deadlines),
    ...{ nextPoint: next?.point ?? null, nextPointAt: next ? instantColumn(next.at) : null },
  };
}
