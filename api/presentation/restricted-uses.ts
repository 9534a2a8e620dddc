import { numberInside } from '../../domain/cases/process';
import { useText } from '../../domain/cases/restriction/uses';
import { londonDate } from '../../domain/calendar';
import type { IsoDate } from '../../domain/clock/types';
import type { CasePage, EventRow, StepRow } from '../../register/cases';

/** What became of a use of restricted data. */
export type UseState = 'waiting' | 'permitted' | 'not-permitted' | 'not-needed';

/** A use of restricted data that was asked for, and what was decided (UK GDPR Art 18(2)). */
export interface RestrictedUse {
  readonly state: UseState;
  /** The ground on which it was decided; until then, or where it was not permitted, that on which it was asked for. */
  readonly ground: string;
  readonly groundText: string;
  readonly askedOn: IsoDate;
  /** Null where it was proposed with the grounds of the restriction. */
  readonly askedBy: string | null;
  readonly decidedOn: IsoDate | null;
  readonly decidedBy: string | null;
  /** What would be done and within which limits it may be, in words; null for a viewer who may not read them. */
  readonly use: string | null;
  readonly limits: string | null;
}

type Recorded = Pick<
  EventRow,
  'type' | 'element' | 'number' | 'step' | 'data' | 'actorName' | 'effectiveAt' | 'written'
>;

export const usesDecided = ({ element }: Pick<StepRow, 'element'>): boolean => element === 'decide-use';

/** Each use of restricted data on its own, in the order in which they were asked for. */
export function restrictedUsesOf(
  { steps, tasks }: Pick<CasePage, 'steps' | 'tasks'>,
  events: readonly Recorded[],
): readonly RestrictedUse[] {
  const asked = events.filter(({ type, element }) => type === 'fired' && element === 'use-asked');
  return steps.filter(usesDecided).flatMap((step) => {
    const number = numberInside(step.step, 'use-asked');
    const begun = number !== null && asked.find((one) => one.number === number);
    if (!begun) return [];
    const decided = events.findLast(({ type, step: of }) => type === 'step-left' && of === step.step);
    const task = tasks.find(({ step: of }) => of === step.step);
    const ground = String(decided?.data.ground ?? begun.data.ground ?? begun.data.use);
    return {
      ...{ state: stateOf(step), ground, groundText: useText(ground) ?? ground },
      ...{ askedOn: londonDate(begun.effectiveAt), askedBy: begun.actorName },
      decidedOn: decided ? londonDate(decided.effectiveAt) : null,
      decidedBy: decided ? (task?.completedByName ?? null) : null,
      ...{ use: worded(begun, 'use'), limits: worded(decided, 'limits') },
    };
  });
}

function stateOf({ state, result }: StepRow): UseState {
  if (state === 'left') return result?.decision === 'permit' ? 'permitted' : 'not-permitted';
  return state === 'entered' ? 'waiting' : 'not-needed';
}

function worded(one: Pick<Recorded, 'written'> | undefined, field: string): string | null {
  const text = one?.written?.[field];
  return typeof text === 'string' ? text : null;
}

/** The state in the words of the page. */
export const useWords: Readonly<Record<UseState, string>> = {
  waiting: 'Waits for a decision: it is not permitted until then',
  permitted: 'Permitted',
  'not-permitted': 'Not permitted',
  'not-needed': 'No longer needed',
};
