import type { CaseKind } from '../../domain/cases/kinds';
import { coverage, replay, type RecordedEvent } from '../../processes/conformance';
import { processes } from '../../processes/registry.generated';
import type { EventRow } from '../../register/cases';

/** Collects recorded cases as proof that the product does what its diagram says, and nothing less. */
export function provesTheDiagram(kind: CaseKind) {
  const model = processes[kind]?.model;
  if (!model) throw new Error(`${kind} has no diagram`);
  const runs: { reached: { elements: readonly string[]; flows: readonly string[] } }[] = [];
  return {
    /** The case's events are a legal run of the diagram, from its start to where the case stands. */
    follows(events: readonly EventRow[]): void {
      const answer = replay(model, events.map(asRecorded));
      if (!answer.fits)
        throw new Error(
          `Event ${answer.at} (${answer.event.type} ${answer.event.step ?? answer.event.element}): ${answer.reason}`,
        );
      runs.push(answer as never);
    },
    /** What no case so far has reached. */
    unreached: () => coverage(model, runs as never),
  };
}

const asRecorded = (event: EventRow): RecordedEvent => ({
  type: event.type as RecordedEvent['type'],
  element: event.element,
  step: event.step,
  number: event.number ?? null,
  data: event.data,
});
