import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { stageOf, type CaseDefinition } from '../../domain/cases/definition';
import type { Memory } from './memory';

const STAGE = defineSearchAttributeKey('CaseStage', SearchAttributeType.KEYWORD);
const DUE = defineSearchAttributeKey('CaseDue', SearchAttributeType.DATETIME);

/** Shows stage, due date and open steps in the Temporal UI: codes and dates only. */
export function show(definition: CaseDefinition, memory: Memory): void {
  const open = memory.openElements();
  const stage = memory.closed ? 'closed' : stageOf(definition, open);
  const { due, dueAt, state, next } = memory.clock;
  setCurrentDetails(
    [
      `**Stage**: ${stage}`,
      `**Due**: ${due ?? 'no date'} (clock ${state})`,
      `**Open**: ${open.join(', ') || 'nothing'}`,
      `**Next escalation**: ${next ? `${next.point}, ${next.at}` : 'none'}`,
    ].join('\n\n'),
  );
  const { typedSearchAttributes } = workflowInfo();
  const dueDate = dueAt === null ? null : new Date(dueAt);
  if (typedSearchAttributes.get(STAGE) !== stage) upsertSearchAttributes([{ key: STAGE, value: stage }]);
  if (typedSearchAttributes.get(DUE)?.getTime() !== dueDate?.getTime())
    upsertSearchAttributes([{ key: DUE, value: dueDate }]);
}
