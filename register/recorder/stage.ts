import type { CaseDefinition, Stage } from '../../domain/cases/definition';
import type { ProcessEvent } from '../../domain/cases/process';

/**
 * Where the case stands after a batch. Opening an element that begins a stage moves the case to the last
 * stage, in the definition's order, that has an element open; a step that merely ends moves nothing back. A closed
 * case stays closed, whatever runs beside it.
 */
export function stageAfter(
  definition: Pick<CaseDefinition, 'stages'>,
  now: Stage,
  events: readonly ProcessEvent[],
  open: readonly string[],
): Stage {
  const first = definition.stages[0]?.stage ?? now;
  return events.reduce<Stage>((stage, event) => {
    if (event.type === 'closed') return 'closed';
    if (event.type === 'reopened') return first;
    if (stage === 'closed') return stage;
    const begins = event.type === 'step-entered' && definition.stages.some(has(event.element));
    return begins
      ? (definition.stages.findLast((one) => open.some((element) => has(element)(one)))?.stage ?? stage)
      : stage;
  }, now);
}

const has =
  (element: string | undefined) =>
  (stage: CaseDefinition['stages'][number]): boolean =>
    element !== undefined && stage.from.includes(element);
