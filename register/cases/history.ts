import { londonDate } from '../../domain/calendar';
import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Codes, Refusal } from '../../domain/cases/process';
import { deadline, ImpossibleHistory } from '../../domain/clock';
import type { ClockEvent, Deadline, IsoDate, TimerName } from '../../domain/clock/types';
import type { Case, Event } from '../generated/client';
import type { EventRow } from '../cases';
import type { Context } from '../context';
import { RegisterError } from '../errors';
import { civil, instant } from '../instants';
import { clockEventsOf, clockInput, timersOf } from '../recorder/clock';
import type { Personal } from '../submissions/store';
import { openMany } from '../submissions/store';
import type { Viewer } from '../viewer';
import { mayOn, visibleTo } from '../visibility';
import { nameOf, namesOf } from './names';

const visible = ({ db }: Context, viewer: Viewer, reference: string): Promise<Case | null> =>
  db.case.findFirst({ where: { AND: [{ reference }, visibleTo(viewer)] } });

export async function events(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<EventRow[] | null> {
  const found = await visible(context, viewer, reference);
  if (!found) return null;
  const { db } = context;
  const rows = await db.event.findMany({ where: { caseId: found.id }, orderBy: { sequence: 'asc' } });
  const names = await namesOf(
    db,
    rows.map(({ actorId }) => actorId),
  );
  const submissions = mayOn(viewer, found, 'document.view')
    ? rows.flatMap(({ submissionId }) => submissionId ?? [])
    : [];
  const written = await openMany(context, db, found.id, submissions);
  return rows.map((row) => eventRow(row, names, written));
}

function eventRow(row: Event, names: Map<string, string>, written: Map<string, Personal>): EventRow {
  const { id, sequence, type, element, number, step, action, actorId, submissionId } = row;
  const [effectiveAt, recordedAt] = [instant(row.effectiveAt), instant(row.recordedAt)];
  return {
    ...{ id, sequence, type, element, number, step, action, actorId, submissionId, effectiveAt, recordedAt },
    ...{ data: row.data as Codes, clock: (row.clock ?? []) as unknown as ClockEvent[] },
    actorName: nameOf(names, actorId),
    backdated: londonDate(effectiveAt) < londonDate(recordedAt),
    written: written.get(submissionId ?? '') ?? null,
  };
}

export async function deadlines(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<Deadline[] | null> {
  const found = await visible(context, viewer, reference);
  if (!found) return null;
  const rows = await context.db.deadline.findMany({ where: { caseId: found.id } });
  const timers = await timersOf(context.db, found);
  // A timer that the case no longer has binds nobody: what became of it stands in the history.
  return timers
    .flatMap((timer) => rows.filter((row) => row.timer === timer))
    .map(({ computed }) => computed as unknown as Deadline);
}

export async function clockEvents(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<ClockEvent[] | null> {
  const found = await visible(context, viewer, reference);
  return found && clockEventsOf(context.db, found.id, civil(found.receivedOn));
}

/** Asks the law's clock whether a history with these events as well is possible. */
export async function clockRefusal(
  context: Context,
  reference: string,
  added: readonly ClockEvent[],
): Promise<Refusal | null> {
  const supposed = await supposing(context, reference, added);
  return supposed instanceof ImpossibleHistory ? { code: supposed.code, message: supposed.message } : null;
}

/**
 * When the case would be due with these events as well, or what a timer of it counts to; null where that is impossible
 * or has no date.
 */
export async function dueWith(
  context: Context,
  reference: string,
  added: readonly ClockEvent[],
  timer?: TimerName,
): Promise<IsoDate | null> {
  const supposed = await supposing(context, reference, added, timer);
  return supposed instanceof ImpossibleHistory ? null : supposed.due;
}

async function supposing(
  { db, organisations, calendar }: Context,
  reference: string,
  added: readonly ClockEvent[],
  asked?: TimerName,
): Promise<Deadline | ImpossibleHistory> {
  const found = await db.case.findUnique({ where: { reference } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const definition = definitionOf(found.kind as CaseKind);
  const receivedOn = added.find(({ type }) => type === 'received')?.at ?? civil(found.receivedOn);
  const recorded = await clockEventsOf(db, found.id, receivedOn);
  const history = [...recorded, ...added.filter(({ type }) => type !== 'received')];
  const profile = organisations.get(found.organisationId);
  const by = (timer: TimerName, events: readonly ClockEvent[]): Deadline | ImpossibleHistory =>
    possible(() => deadline(clockInput({ profile, definition, calendar }, timer, events)));
  const [timer = definition.timer, ...others] = await timersOf(db, found);
  // What another clock of the case cannot take is refused as well, unless it stood impossible before.
  const objecting = others.find(
    (other) => impossible(by(other, history)) && !impossible(by(other, recorded)),
  );
  return by(objecting ?? asked ?? timer, history);
}

const impossible = (one: Deadline | ImpossibleHistory): boolean => one instanceof ImpossibleHistory;

function possible(compute: () => Deadline): Deadline | ImpossibleHistory {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ImpossibleHistory) return error;
    throw error;
  }
}
