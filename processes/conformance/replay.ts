/**
 * Replays what a case recorded as tokens through its diagram. Between two events the diagram may move
 * silently (gateways, starts, ends), so the replay keeps every marking the case may be in.
 */
import type { ProcessEventType, StepKey } from '../../domain/cases/process';
import type { ProcessModel } from '../model';
import type { RecordedEvent } from './events';
import { fitOf, type Fit } from './fit';
import { emptyMarking, stateOf, type Marking } from './marking';
import type { Rules } from './choices';
import { cancel, close, enter, fire, leave, reopen, type Move } from './moves';
import { netOf, type Net } from './net';
import { numbersOf } from './numbers';
import { faultOf, refusalOf } from './refusals';
import { begin } from './tokens';

export interface Misfit {
  readonly fits: false;
  /** The first event that the diagram does not allow: its place in the list, from 0. */
  readonly at: number;
  readonly event: RecordedEvent;
  readonly reason: string;
}

/** Events of other types move no token; `step-waived` is heeded throughout. */
const moves: Readonly<Partial<Record<ProcessEventType, Move>>> = {
  'step-entered': enter,
  'step-left': leave,
  'step-cancelled': cancel,
  fired: fire,
  closed: close,
  reopened: reopen,
};

/**
 * Whether a case's events, in the order of the record, are a legal run of its diagram or the beginning of one.
 * Never throws for what a record may hold: the first illegal event is named, with the reason.
 */
export function replay(model: ProcessModel, events: readonly RecordedEvent[]): Fit | Misfit {
  const rules: Rules = { net: netOf(model), waived: waivedIn(events) };
  const numbers = numbersOf(rules.waived);
  let markings: readonly Marking[] = [initial(rules.net)];
  for (const [at, event] of events.entries()) {
    const move = moves[event.type];
    if (!move) continue;
    const fault = faultOf(rules.net, event);
    if (fault !== null) return { fits: false, at, event, reason: fault };
    const numbered = numbers.next(event);
    if (typeof numbered === 'string') return { fits: false, at, event, reason: numbered };
    const after = distinct(allowed(move, rules, markings, numbered));
    if (after.length === 0)
      return { fits: false, at, event, reason: refusalOf(rules.net, markings[0] ?? emptyMarking(), event) };
    markings = after;
  }
  return fitOf(rules.net, markings[0] ?? emptyMarking());
}

function allowed(move: Move, rules: Rules, markings: readonly Marking[], event: RecordedEvent) {
  const live = markings.filter(({ closed }) => !closed || afterClosing.includes(event.type));
  return live.flatMap((marking) => move(rules, marking, event));
}

/** What may happen to a closed case: it is reopened, or something that the diagram lets begin then runs to its end. */
const afterClosing: readonly ProcessEventType[] = ['reopened', 'fired', 'step-entered', 'step-left'];

const waivedIn = (events: readonly RecordedEvent[]): ReadonlySet<StepKey> =>
  new Set(events.flatMap(({ type, step }) => (type === 'step-waived' && step ? [step] : [])));

function initial(net: Net): Marking {
  const marking = emptyMarking();
  begin(net, marking, '', net.start);
  return marking;
}

function distinct(markings: readonly Marking[]): readonly Marking[] {
  if (markings.length < 2) return markings;
  const seen = new Map<string, Marking>();
  for (const marking of markings) {
    const state = stateOf(marking);
    if (!seen.has(state)) seen.set(state, marking);
  }
  return [...seen.values()];
}
