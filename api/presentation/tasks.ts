import { definitionOf } from '../../domain/cases/registry';
import type { TaskRow } from '../../register/cases';
import type { Services } from '../services';
import { londonDay } from './dates';

/** A task as lists show it. */
export interface TaskView {
  readonly title: string;
  readonly href: string;
  readonly reference: string;
  /** The letter it is about; or the system, or the number of the third party, that it stands for. */
  readonly about: string | null;
  readonly dueOn: string | null;
  readonly late: boolean;
  readonly assignee: string | null;
  /** Why this viewer may not do it; null when they may. */
  readonly refusal: string | null;
}

export const taskPath = ({ reference, id }: Pick<TaskRow, 'reference' | 'id'>): string =>
  `/cases/${reference}/tasks/${id}`;

export function taskView({ register, now }: Services, organisationId: string): (task: TaskRow) => TaskView {
  const systems = new Map(
    register.organisations.get(organisationId).systems.map(({ id, label }) => [id, label]),
  );
  const today = londonDay(now());
  return (task) => ({
    title: task.title,
    href: taskPath(task),
    reference: task.reference,
    about: aboutOf(task, systems),
    dueOn: task.dueOn,
    late: task.dueOn !== null && task.dueOn < today,
    assignee: task.assigneeName,
    refusal: task.refusal?.message ?? null,
  });
}

function aboutOf(
  { kind, element, need, item }: TaskRow,
  systems: ReadonlyMap<string, string>,
): string | null {
  const about = item === null ? [] : [systems.get(item) ?? `Person ${item}`];
  const letter = need === null ? undefined : definitionOf(kind).letters[element]?.title;
  return [...(letter === undefined ? [] : [letter]), ...about].join(', ') || null;
}
