/** Which tasks of a kind of case decide it: for whoever must not have decided what they now look into. Workflow-safe. */
import type { CaseDefinition } from './definition';

/**
 * Proposing, checking, advising on and deciding: what has another's work behind it, the work that stands behind it,
 * and what says of itself that it decides. Searching, sending and closing decide nothing.
 */
export function decidingTasks({ tasks }: Pick<CaseDefinition, 'tasks'>): readonly string[] {
  const behind = (element: string): readonly string[] => [
    ...(tasks[element]?.notBy ?? []),
    ...(tasks[element]?.adviceFrom ?? []),
  ];
  const all = Object.keys(tasks).flatMap((element) =>
    behind(element).length > 0 || tasks[element]?.decides ? [element, ...behind(element)] : [],
  );
  return [...new Set(all)];
}
