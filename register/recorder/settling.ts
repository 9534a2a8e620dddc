import { isKept } from '../../domain/cases/hand-over';
import type { CaseFacts, Codes, ProcessEvent } from '../../domain/cases/process';
import { settleMovement } from '../../domain/clock';
import type { Deadline, Instant, IsoDate } from '../../domain/clock/types';
import type { Case } from '../generated/client';
import type { Tx } from '../database';
import { civil } from '../instants';
import type { ComputedClock, Ground } from './clock';
import {
  besidesOf,
  clockEventsOf,
  clockOf,
  computeClock,
  saidOn,
  standingOnly,
  storedDeadlines,
  timersOf,
} from './clock';
import type { LogEntry } from './log';
import { isUndone, returnedSteps } from './returned';

/** The clock after a batch, and what became of the due date where no event of the case itself moved it. */
export interface SettledClock extends ComputedClock {
  /** `from` and `to` (dates or instants), `calendar`, and `waits` with the later date that a person must confirm. */
  readonly moved: Codes;
}

/**
 * Computes every deadline as it stands after the batch. None moves later but by the case's own events or by a
 * person's word; on a closed case none moves at all without them.
 */
export async function settleClock(
  tx: Tx,
  held: Case,
  setting: Ground & { readonly asOf: Instant },
  events: readonly ProcessEvent[],
): Promise<SettledClock> {
  const before = await clockEventsOf(tx, held.id, receivedAfter(held, events));
  const [receipt, ...since] = before;
  const history = [
    ...(receipt ? [receipt] : []),
    ...standingOnly([...since, ...events.flatMap(({ clock }) => clock ?? [])]),
  ];
  const stored = await storedDeadlines(tx, held.id);
  const timers = await timersOf(tx, held, events);
  const computed = computeClock(setting, timers, history, setting.asOf);
  const mayMoveLater = events.some((event) => movesClock(event) || accepts(event));
  const deadlines = computed.deadlines.map((one) => {
    const standing = stored.get(one.timer) ?? null;
    if (standing && held.closedAt && !mayMoveLater) return standing;
    return settleMovement(standing, one, { mayMoveLater, asOf: setting.asOf });
  });
  const { alsoEscalates } = setting.definition;
  const besides =
    alsoEscalates &&
    besidesOf(
      setting.definition,
      held.facts as CaseFacts,
      await saidOn(tx, held.id, events, setting.definition),
      history,
    );
  const clock = clockOf(deadlines, history, besides);
  const answered = await isAnswered(tx, held, setting.definition, events);
  const standing: ComputedClock['standing'] = answered
    ? { ...clock.standing, state: 'stopped' }
    : clock.standing;
  return { ...clock, standing, moved: movedOf(stored, clock.deadlines) };
}

/**
 * Whether the answer was given in this round of the case: its clock has done its work, whatever else remains. An
 * answer that came back was not given.
 */
async function isAnswered(
  tx: Tx,
  held: Case,
  { answered, answeredBy = [], handedOverBy = '', hears }: Ground['definition'],
  events: readonly ProcessEvent[],
): Promise<boolean> {
  if (answered) return answered(await saidOn(tx, held.id, events, { hears }));
  if (answeredBy.length === 0) return false;
  const round = held.reopened + events.filter(({ type }) => type === 'reopened').length;
  const inRound = (step: string): boolean => round === 0 || step.startsWith(`reopened#${round}/`);
  const now = events.flatMap(({ type, step, element = '', data = {} }) =>
    type === 'step-left' && step ? [{ step, element, codes: data }] : [],
  );
  const rows = await tx.step.findMany({
    where: { caseId: held.id, state: 'left', element: { in: [...answeredBy, handedOverBy] } },
    select: { step: true, element: true, result: true },
  });
  const returned = await returnedSteps(tx, held.id);
  const before = rows
    .filter(({ step }) => !isUndone(step, returned))
    .map(({ step, element, result }) => ({ step, element, codes: (result ?? {}) as Codes }));
  const left = [...now, ...before].filter(({ step }) => inRound(step));
  const handedOver = left.some(({ element }) => element === handedOverBy);
  return left.some(
    ({ element, codes }) => answeredBy.includes(element) && (handedOver || !isKept(codes.way)),
  );
}

/** An earlier date that came with an unrelated batch has an entry of its own: no date moves unseen. */
export function movedEntries(
  { moved }: SettledClock,
  events: readonly ProcessEvent[],
  recordedAt: Date,
): LogEntry[] {
  const told = events.some((event) => movesClock(event) || event.action === 'recompute-deadline');
  if (told || moved.from === moved.to) return [];
  return [
    {
      ...{ key: `deadline-moved:${events[0]?.key}`, type: 'deadline-moved', data: moved, clock: null },
      ...{ element: null, number: null, step: null, action: null, submissionId: null, actorId: null },
      ...{ effectiveAt: recordedAt, decidedAt: recordedAt },
    },
  ];
}

function receivedAfter({ receivedOn }: Case, events: readonly ProcessEvent[]): IsoDate {
  const corrected = events.findLast(({ action }) => action === 'correct-received-date')?.data?.receivedOn;
  return typeof corrected === 'string' ? corrected : civil(receivedOn);
}

const movesClock = ({ clock, action }: ProcessEvent): boolean =>
  (clock?.length ?? 0) > 0 || action === 'correct-received-date';

/** Only a person's word moves a date later. */
const accepts = ({ action, data, actor }: ProcessEvent): boolean =>
  action === 'recompute-deadline' && data?.accept === true && actor !== undefined;

function movedOf(stored: ReadonlyMap<string, Deadline>, [main]: readonly Deadline[]): Codes {
  const from = (main && stored.get(main.timer)?.due) ?? null;
  const waits = main?.awaiting?.to;
  return { from, to: main?.due ?? null, calendar: main?.calendar, ...(waits && { waits }) };
}
