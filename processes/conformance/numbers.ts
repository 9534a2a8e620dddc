import type { StepKey } from '../../domain/cases/process';
import { partsOf, type RecordedEvent } from './events';

/** Counts occurrences as a case records them: steps in their scope, starts and endings in the case. */
export interface Numbers {
  /** The event with its number filled in, or the sentence that says which number it should have had. */
  next(event: RecordedEvent): RecordedEvent | string;
}

export function numbersOf(waived: ReadonlySet<StepKey>): Numbers {
  const last = new Map<string, number>();
  /** Waived occurrences are counted although they never happened. */
  const following = (name: string): number => {
    let number = (last.get(name) ?? 0) + 1;
    while (waived.has(`${name}#${number}`)) number += 1;
    return number;
  };
  return {
    next(event) {
      const name = nameOf(event);
      if (name === null) return event;
      const expected = following(name);
      const given = event.number ?? partsOf(event.step ?? '')?.number ?? expected;
      if (given !== expected)
        return `“${name}” comes as number ${given}, but it should have been number ${expected}.`;
      last.set(name, expected);
      return { ...event, number: expected };
    },
  };
}

/** What is counted: a step in its scope, a start by its id, endings together. */
function nameOf(event: RecordedEvent): string | null {
  if (event.type === 'step-entered') return (event.step ?? '').replace(/#\d+$/, '');
  if (event.type === 'fired' || event.type === 'reopened') return event.element ?? null;
  return event.type === 'closed' ? 'closed' : null;
}
