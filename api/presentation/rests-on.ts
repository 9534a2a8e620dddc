import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import { itemOf } from '../../domain/cases/process';
import type { EventRow } from '../../register/cases';

/** A task as far as it says what it rests on. */
interface Resting {
  readonly kind: CaseKind;
  readonly element: string;
  readonly item: string | null;
}

/**
 * The events in which what a task rests on was last said, oldest first. What answers the task itself is left out once
 * the task was done anew, and so is an action that came before.
 */
export function restsOn({ kind, element, item }: Resting, events: readonly EventRow[]): EventRow[] {
  const { tasks } = definitionOf(kind);
  const said = (name: string): EventRow | undefined =>
    events.findLast((event) => nameOf(event) === name && sameItem(item, event));
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
function nameOf({ type, element, action, submissionId }: EventRow): string | null {
  if (type === 'case-opened') return 'log-request';
  return submissionId === null ? null : (action ?? (type === 'step-left' ? element : null));
}

/** What was said about another item is not about this one. */
function sameItem(item: string | null, { step }: EventRow): boolean {
  const about = step === null ? null : itemOf(step);
  return item === null || about === null || about === item;
}
