import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import { itemOf, numberInside, type StepKey } from '../../domain/cases/process';
import type { EventRow } from '../../register/cases';
import { actionBehind } from './events';

/** A task as far as it says what it rests on. */
interface Resting {
  readonly kind: CaseKind;
  readonly element: string;
  readonly step: StepKey;
  readonly item: string | null;
}

/**
 * The events in which what a task rests on was last said, oldest first. What answers the task itself is left out once
 * the task was done anew, and so is an action that came before.
 */
export function restsOn({ kind, element, step, item }: Resting, events: readonly EventRow[]): EventRow[] {
  const { tasks } = definitionOf(kind);
  const said = (name: string): EventRow | undefined =>
    events.findLast(
      (event) => nameOf(kind, event) === name && sameItem(item, event) && mayHaveBegun(step, event),
    );
  const done = said(element)?.sequence ?? -1;
  return (tasks[element]?.restsOn ?? [])
    .flatMap((name) => {
      const event = said(name);
      const answersThis = tasks[name] ? tasks[name].restsOn?.includes(element) : name !== 'log-request';
      return event && !(answersThis && event.sequence < done) ? [event] : [];
    })
    .sort((one, other) => one.sequence - other.sequence);
}

/** What somebody said in it: the request, an action, or a task that they finished. */
function nameOf(kind: CaseKind, event: EventRow): string | null {
  const { type, element, submissionId } = event;
  if (type === 'case-opened') return 'log-request';
  if (submissionId === null) return null;
  return actionBehind(kind, event) ?? (type === 'step-left' ? element : null);
}

/** What was said about another item is not about this one. */
function sameItem(item: string | null, { step }: EventRow): boolean {
  const about = step === null ? null : itemOf(step);
  return item === null || about === null || about === item;
}

/** Where an action began an event sub-process, what another one began is not about this task. */
function mayHaveBegun(step: StepKey, { type, element, number }: EventRow): boolean {
  const inside = type === 'fired' && element !== null ? numberInside(step, element) : null;
  return inside === null || inside === number;
}
