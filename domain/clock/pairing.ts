import { dated, inTime } from './order';
import { ImpossibleHistory, type RefusalCode } from './refusal';
import type { ClockEvent, ClockEventType } from './types';

/** A question and its answer, if it has one. An extension is a question that has no answer. */
export interface Window {
  asked: ClockEvent;
  answered: ClockEvent | null;
}

/** A question or an extension that was taken back: as though it had never been. */
export interface Withdrawal {
  asked: ClockEvent;
  withdrawn: ClockEvent;
}

export interface Pairs {
  standing: Window[];
  withdrawn: Withdrawal[];
}

/** What happens to a question, in the order in which events of one day are taken if none has a time. */
const roles = ['answered', 'asked', 'withdrawn'] as const;
type Role = (typeof roles)[number];

export interface Grammar extends Record<Role, ClockEventType | null> {
  refusals: Record<Role, { code: RefusalCode; because: string }>;
}

/**
 * Pairs questions with their answers and withdrawals. A withdrawal takes back the latest question, answered
 * or not. Events of one day without a time are taken in an order that is possible, if there is one.
 * @throws ImpossibleHistory with the first event that no order allows
 */
export function pair(ordered: readonly ClockEvent[], grammar: Grammar): Pairs {
  const pairs: Pairs = { standing: [], withdrawn: [] };
  const roleOf = (event: ClockEvent): Role | undefined => roles.find((role) => grammar[role] === event.type);
  const waiting = ordered.filter((event) => roleOf(event) !== undefined);
  while (waiting[0]) {
    const first = waiting[0];
    const possible = roles.flatMap((role) =>
      waiting.filter((event) => roleOf(event) === role && inTime(first, event) === 0 && may(role, pairs)),
    );
    const next = possible[0];
    if (!next) throw refused(first, grammar.refusals[roleOf(first) as Role]);
    waiting.splice(waiting.indexOf(next), 1);
    take(roleOf(next) as Role, next, pairs);
  }
  return pairs;
}

function may(role: Role, { standing }: Pairs): boolean {
  const open = standing.at(-1)?.answered === null;
  return role === 'answered' ? open : role === 'asked' ? !open : standing.length > 0;
}

function take(role: Role, event: ClockEvent, { standing, withdrawn }: Pairs): void {
  if (role === 'asked') {
    standing.push({ asked: event, answered: null });
    return;
  }
  const { asked } = standing.pop() as Window;
  if (role === 'answered') standing.push({ asked, answered: event });
  else withdrawn.push({ asked, withdrawn: event });
}

function refused(
  event: ClockEvent,
  { code, because }: { code: RefusalCode; because: string },
): ImpossibleHistory {
  return new ImpossibleHistory(code, `"${event.type}" on ${dated(event)} cannot stand: ${because}.`, event);
}
