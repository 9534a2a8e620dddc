import type { CaseDefinition } from '../../domain/cases/definition';
import type { CaseFacts, Codes, Refusal } from '../../domain/cases/process';
import type { Approvals } from '../../domain/organisation/profile';
import type { Task } from '../generated/client';
import { inPlaceOf, type Viewer } from '../viewer';

/** What bears on whether somebody may finish a task. */
export interface TaskRuling {
  readonly viewer: Viewer;
  /** Systems the viewer answers for. */
  readonly systems: readonly string[];
  readonly definition: CaseDefinition;
  readonly approvals: Approvals;
  readonly facts: CaseFacts;
  /** Whoever leads the case. */
  readonly leadId: string | null;
  /** Tasks of the case that are done. */
  readonly done: readonly Pick<Task, 'element' | 'completedBy'>[];
}

export interface Ruled {
  readonly refusal: Refusal | null;
  readonly override: boolean;
}

/** Whether the viewer may finish the task now: its state, their role or system, and not their own work. */
export function ruleOn(task: Task, ruling: TaskRuling): Ruled {
  const refused = (code: string, message: string): Ruled => ({ refusal: { code, message }, override: false });
  if (task.state !== 'open') return refused('task-closed', 'This task was finished or withdrawn already.');
  if (!holdsTask(task, ruling)) return refused('not-your-role', 'Somebody with another role does this task.');
  const { own, allowed } = ownWork(task, ruling);
  if (!own) return { refusal: null, override: false };
  if (allowed) return { refusal: null, override: true };
  return refused('own-work', 'You did the work that this task checks, so somebody else must do it.');
}

function holdsTask({ roles, item, assigneeId }: Task, { viewer, systems }: TaskRuling): boolean {
  if (roles.some((role) => viewer.roles.some((held) => held === role))) return true;
  const given = assigneeId !== null && inPlaceOf(viewer).includes(assigneeId);
  if (roles.includes('named') && given) return true;
  return roles.includes('system-owner') && (given || (item !== null && systems.includes(item)));
}

function ownWork(
  { element, need }: Task,
  { viewer, definition, approvals, facts, leadId, done }: TaskRuling,
): { own: boolean; allowed: boolean } {
  const did = (elements: readonly string[]): boolean =>
    done.some((one) => elements.includes(one.element) && one.completedBy === viewer.staffId);
  if (need) return { own: false, allowed: true };
  const task = definition.tasks[element];
  const named: Codes = { ...facts, lead: leadId };
  if (task?.neverBy?.some((fact) => named[fact] === viewer.staffId)) return { own: true, allowed: false };
  const reviewed = did(task?.notBy ?? []);
  const advised = did(task?.adviceFrom ?? []);
  return {
    own: reviewed || advised,
    allowed: (!reviewed || approvals.reviewerMayCheck) && (!advised || approvals.adviserMayDecide),
  };
}
