import { endOfDay } from '../../domain/calendar';
import type { CaseDefinition } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import { itemOf, type CaseFacts, type ClockView, type Codes } from '../../domain/cases/process';
import type { ProcessEvent, StepKey } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import { deadline, ImpossibleHistory } from '../../domain/clock';
import type {
  ClockEvent,
  ClockInput,
  ClockWarning,
  Deadline,
  Holidays,
  Instant,
  IsoDate,
  TimerName,
} from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import { policyPeriod } from '../../domain/organisation/reading';
import { canonical } from '../canonical';
import type { Case, Deadline as Row, Event } from '../generated/client';
import type { Reader, Tx } from '../database';
import { Prisma } from '../database';
import { civil, dateColumn, instantColumn } from '../instants';
import { isUndone, returnedSteps } from './returned';

/** The clock of a case before its next escalation point is known. */
export type Standing = Omit<ClockView, 'next'>;

export interface ComputedClock {
  /** The one that gives the due date first. */
  readonly deadlines: readonly Deadline[];
  readonly standing: Standing;
  /** Those whose points escalate, the one that gives the due date first. */
  readonly escalating: readonly Escalating[];
}

/** A deadline whose points escalate, and what the names of its points begin with: nothing for the first timer. */
export interface Escalating {
  readonly deadline: Deadline;
  readonly prefix: string;
}

/** Which deadlines of a case bind beside the first. */
export interface Besides {
  readonly escalate: readonly TimerName[];
  /** The earliest of them gives the due date. */
  readonly earliestDue: boolean;
}

/** All that bears on the law's clock, the receipt first. */
export async function clockEventsOf(
  reader: Reader,
  caseId: string,
  receivedOn: IsoDate,
): Promise<ClockEvent[]> {
  const rows = await reader.event.findMany({
    where: { caseId, clock: { not: Prisma.DbNull } },
    orderBy: { sequence: 'asc' },
    select: { clock: true },
  });
  const recorded = rows.flatMap(({ clock }: Pick<Event, 'clock'>) => clock as unknown as ClockEvent[]);
  return [{ type: 'received', at: receivedOn }, ...standingOnly(recorded)];
}

/** What still stands, in the order of recording: a correction takes the place of all of its type before it. */
export function standingOnly(recorded: readonly ClockEvent[]): ClockEvent[] {
  return recorded.filter(
    ({ type }, index) =>
      type !== 'received' &&
      !recorded.slice(index + 1).some((later) => later.replaces && later.type === type),
  );
}

/** What decides which clocks a case has. */
export interface Timed {
  readonly id: string;
  readonly kind: string;
  readonly facts: unknown;
}

/** The timers a case begins with. */
export const timersAtOpening = (definition: CaseDefinition, facts: CaseFacts): readonly TimerName[] =>
  definition.timers?.(facts, () => ({})) ?? timersOfKind(definition);

/** The timers of a case as its steps stand, those just left by a batch included; the first gives its due date. */
export async function timersOf(
  reader: Reader,
  { id: caseId, kind, facts }: Timed,
  batch: readonly ProcessEvent[] = [],
): Promise<readonly TimerName[]> {
  const definition = definitionOf(kind as CaseKind);
  if (!definition.timers) return timersOfKind(definition);
  return definition.timers(facts as CaseFacts, await saidOn(reader, caseId, batch, definition));
}

/**
 * The codes of the step last left of an element (for one item, where that is given), of those just left by a batch
 * included; empty where there is none. A letter that came back says nothing. Where the kind `hears` an event
 * sub-process, also the codes with which it was last begun.
 */
export async function saidOn(
  reader: Reader,
  caseId: string,
  batch: readonly ProcessEvent[] = [],
  { hears = [] }: Pick<CaseDefinition, 'hears'> = {},
): Promise<(element: string, item?: string) => Codes> {
  const rows = await reader.step.findMany({
    where: { caseId, state: { in: ['left', 'waived'] } },
    orderBy: { leftAt: 'asc' },
  });
  const returned = await returnedSteps(reader, caseId);
  const standing = rows.filter(({ step }) => !isUndone(step, returned));
  const said = new Map<string, Codes>();
  const hear = (element: string, step: StepKey, codes: Codes): void => {
    said.set(element, codes);
    said.set(`${element} ${itemOf(step)}`, codes);
  };
  for (const { element, step, result } of standing) hear(element, step, (result ?? {}) as Codes);
  if (hears.length > 0) {
    const begun = await reader.event.findMany({
      where: { caseId, type: 'fired', element: { in: [...hears] } },
      orderBy: { sequence: 'asc' },
      select: { element: true, data: true },
    });
    for (const { element, data } of begun) if (element) said.set(element, data as Codes);
  }
  for (const { type, element, step, data } of batch) {
    if (type === 'step-left' && element) hear(element, step ?? element, data ?? {});
    if (type === 'fired' && element && hears.includes(element)) said.set(element, data ?? {});
  }
  return (element, item) => said.get(item === undefined ? element : `${element} ${item}`) ?? {};
}

/** Where a case stands in law: whose policy, which kind of request, which timers, whose bank holidays. */
export interface Ground {
  readonly profile: Profile;
  readonly definition: CaseDefinition;
  readonly calendar: Holidays;
}

/** What the case's clocks are computed from, without "now". */
export function clockInput(
  { profile, definition: { kind }, calendar }: Ground,
  timer: TimerName,
  events: readonly ClockEvent[],
): ClockInput {
  const policy = policyPeriod(profile, timer, kind);
  return {
    ...{ timer, kind, events, calendar, nation: profile.nation, ...(policy && { policy }) },
    ...{ pauseCounting: profile.clock.pauseCounting, policyRolls: profile.clock.policyDatesRoll },
    closures: profile.clock.officeClosures,
  };
}

/** Computes every timer of a case as of that moment, the main one first. */
export function computeClock(
  ground: Ground,
  timers: readonly TimerName[],
  events: readonly ClockEvent[],
  asOf: Instant,
  besides: Besides = none,
): ComputedClock {
  return clockOf(
    timers.map((timer) => possibleDeadline({ ...clockInput(ground, timer, events), asOf })),
    events,
    besides,
  );
}

const none: Besides = { escalate: [], earliestDue: false };

/** What binds beside the first timer of a case, by its kind, its facts, what was said and what its clock has had. */
export const besidesOf = (
  { alsoEscalates, earliestDue }: CaseDefinition,
  facts: CaseFacts,
  said: (element: string) => Codes,
  events: readonly ClockEvent[],
): Besides => ({
  escalate: alsoEscalates?.(facts, said, (type) => events.some((event) => event.type === type)) ?? [],
  earliestDue: earliestDue === true,
});

/** The clock that these deadlines make. Their first gives the due date, but where the earliest of several does. */
export function clockOf(
  given: readonly Deadline[],
  events: readonly ClockEvent[],
  { escalate, earliestDue }: Besides = none,
): ComputedClock {
  const also = given.filter(({ timer }) => escalate.includes(timer));
  const [soonest] = earliestDue
    ? also.filter(({ dueInstant }) => dueInstant !== null).sort((one, other) => bySoonest(one, other))
    : [];
  const deadlines = soonest ? [soonest, ...given.filter((one) => one !== soonest)] : given;
  const [main, ...others] = deadlines;
  if (!main) throw new Error('A case has no clock without a timer.');
  const escalating = [main, ...also.filter((one) => one !== main)].map((deadline) => ({
    deadline,
    prefix: deadline.timer === given[0]?.timer ? '' : `${deadline.timer}/`,
  }));
  const notice = others.find(({ timer, awaiting }) => timer === 'rights.extensionNotice' && awaiting);
  const standing = standingOf(main, events);
  return {
    ...{ deadlines, escalating },
    standing: notice ? { ...standing, extensionNoticeBy: notice.dueInstant } : standing,
  };
}

const bySoonest = (one: Deadline, other: Deadline): number =>
  Date.parse(one.dueInstant ?? '') - Date.parse(other.dueInstant ?? '');

/** The main timer first; an answer to a rights request has the notice of its extension beside it (Art 12A(4)). */
function timersOfKind({ timer }: CaseDefinition): readonly TimerName[] {
  return timer === 'rights.response' ? [timer, 'rights.extensionNotice'] : [timer];
}

/**
 * The deadline of a history, whatever was recorded: an event that cannot stand with the others is set aside,
 * and the deadline says so. What happened stays on record either way, and the case never stops because of it.
 */
function possibleDeadline(input: ClockInput, setAside: readonly ClockWarning[] = []): Deadline {
  try {
    const computed = deadline(input);
    return { ...computed, warnings: [...computed.warnings, ...setAside] };
  } catch (error) {
    if (!(error instanceof ImpossibleHistory)) throw error;
    const refused = canonical(error.event);
    const events = input.events.filter((event) => canonical(event) !== refused);
    if (events.length === input.events.length) throw error;
    return possibleDeadline({ ...input, events }, [
      ...setAside,
      { code: `set-aside:${error.code}`, text: error.message },
    ]);
  }
}

function standingOf(main: Deadline, events: readonly ClockEvent[]): Standing {
  const times = (type: ClockEvent['type']): number => events.filter((event) => event.type === type).length;
  return {
    due: main.due?.slice(0, 10) ?? null,
    dueAt: main.dueInstant,
    extensionNoticeBy: main.extensionNoticeDue && endOfDay(main.extensionNoticeDue),
    state: stateOf(main),
    extended: times('extended') > times('extension-undone'),
    later: main.awaiting?.to?.slice(0, 10) ?? null,
  };
}

function stateOf({ state }: Deadline): ClockView['state'] {
  if (state === 'paused') return 'paused';
  return state === 'waiting' || state === 'not-started' ? 'not-started' : 'running';
}

/** Keeps each computation, explanation included, so that every date on a page can say why. */
export async function keepDeadlines(
  tx: Tx,
  caseId: string,
  deadlines: readonly Deadline[],
  computedAt: Date,
): Promise<void> {
  const rows = deadlines.map((computed) => {
    const { timer, state, due, dueInstant: dueAt } = computed;
    return { timer, state, due, dueAt, computed };
  });
  await tx.$executeRaw`
    INSERT INTO deadline ("caseId", timer, state, due, "dueAt", computed, "computedAt")
    SELECT ${caseId}::uuid, timer, state, due, "dueAt"::timestamptz, computed, ${computedAt}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS one(timer text, state text, due text, "dueAt" text, computed jsonb)
    ON CONFLICT ("caseId", timer) DO UPDATE
    SET state = excluded.state, due = excluded.due, "dueAt" = excluded."dueAt",
        computed = excluded.computed, "computedAt" = excluded."computedAt"`;
}

/** The deadlines of a case as they stand, by timer. */
export async function storedDeadlines(reader: Reader, caseId: string): Promise<Map<string, Deadline>> {
  const rows = await reader.deadline.findMany({ where: { caseId } });
  return new Map(rows.map(({ timer, computed }) => [timer, computed as unknown as Deadline]));
}

/** The later date that waits for a person, if any of the case's deadlines has one. */
export function laterDate(rows: readonly Pick<Row, 'timer' | 'computed'>[]): IsoDate | null {
  const waits = rows
    .filter(({ timer }) => timer !== 'rights.extensionNotice')
    .map(({ computed }) => (computed as unknown as Deadline).awaiting?.to);
  return waits.find((date) => date !== undefined && date !== null)?.slice(0, 10) ?? null;
}

/** The clock as columns of the case. */
export function clockColumns(
  { due, dueAt, extensionNoticeBy, state, extended }: Standing,
  [main]: readonly Deadline[],
): Prisma.CaseUpdateInput {
  const workBy = dueAt ?? (main?.dueIfNotUpheld ? endOfDay(main.dueIfNotUpheld) : null);
  return {
    ...{ dueOn: due && dateColumn(due), dueAt: dueAt && instantColumn(dueAt), clockState: state, extended },
    workByAt: workBy && instantColumn(workBy),
    extensionNoticeBy: extensionNoticeBy && instantColumn(extensionNoticeBy),
  };
}

/** The clock as the case's columns and its deadlines hold it. */
export function clockView(found: Case, deadlines: readonly Pick<Row, 'timer' | 'computed'>[]): ClockView {
  return {
    due: found.dueOn && civil(found.dueOn),
    dueAt: found.dueAt && found.dueAt.toISOString(),
    extensionNoticeBy: found.extensionNoticeBy && found.extensionNoticeBy.toISOString(),
    state: found.clockState as ClockView['state'],
    extended: found.extended,
    later: found.closedAt ? null : laterDate(deadlines),
    next:
      found.nextPoint && found.nextPointAt
        ? { point: found.nextPoint, at: found.nextPointAt.toISOString() }
        : null,
  };
}
