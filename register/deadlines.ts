import type { CaseKind } from '../domain/cases/kinds';
import { definitionOf } from '../domain/cases/registry';
import { compareDeadlines } from '../domain/clock';
import type { Deadline, Instant, Movement, TimerName } from '../domain/clock/types';
import type { CaseStart } from './cases';
import type { Context } from './context';
import type { Case, Deadline as Row } from './generated/client';
import { civil, instant } from './instants';
import { clockEventsOf, computeClock, timersOf } from './recorder/clock';
import { startOf } from './recorder/recovery';

/** A deadline of an open case that today's holidays, law and policy would give another date. */
export interface MovedDeadline {
  readonly reference: string;
  readonly timer: TimerName;
  readonly movement: Movement;
  /** The case knows of this later date already, and it waits for a person's confirmation. */
  readonly waits: boolean;
}

/** One open case with the deadlines that move. */
export interface MovedCase {
  /** What its workflow is reached with. */
  readonly start: CaseStart;
  readonly deadlines: readonly MovedDeadline[];
}

export interface Deadlines {
  /**
   * Every open case whose stored dates differ from what the present holidays, law and policies give, in order
   * of reference. Changes nothing.
   */
  moved(): Promise<MovedCase[]>;
}

/** Cases computed at a time. */
const PAGE = 200;

type CaseWithDeadlines = Case & { readonly deadlines: readonly Row[] };

export function createDeadlines(
  context: Pick<Context, 'db' | 'organisations' | 'calendar' | 'now'>,
): Deadlines {
  return {
    async moved() {
      const found: MovedCase[] = [];
      for (let last = ''; ;) {
        const page = await openAfter(context, last);
        for (const one of page) {
          const deadlines = await movedOf(context, one, instant(context.now()));
          if (deadlines.length > 0) found.push({ start: startOf(one), deadlines });
        }
        if (page.length < PAGE) return found;
        last = page.at(-1)?.reference ?? '';
      }
    },
  };
}

const openAfter = ({ db }: Pick<Context, 'db'>, reference: string): Promise<CaseWithDeadlines[]> =>
  db.case.findMany({
    where: { closedAt: null, reference: { gt: reference } },
    include: { deadlines: true },
    orderBy: { reference: 'asc' },
    take: PAGE,
  });

async function movedOf(
  { db, organisations, calendar }: Pick<Context, 'db' | 'organisations' | 'calendar'>,
  { id, reference, kind, facts, organisationId, receivedOn, deadlines: rows }: CaseWithDeadlines,
  asOf: Instant,
): Promise<MovedDeadline[]> {
  const definition = definitionOf(kind as CaseKind);
  const ground = { profile: organisations.get(organisationId), definition, calendar };
  const timers = await timersOf(db, { id, kind, facts });
  const { deadlines } = computeClock(ground, timers, await clockEventsOf(db, id, civil(receivedOn)), asOf);
  return deadlines.flatMap((computed) => {
    const stored = rows.find(({ timer }) => timer === computed.timer)?.computed as unknown as
      Deadline | undefined;
    const movement = stored && compareDeadlines(stored, computed);
    if (!movement) return [];
    return [{ reference, timer: computed.timer, movement, waits: stored.awaiting?.to === movement.to }];
  });
}
