import type { HoursOfTheHouse } from '../../domain/cases/definition';
import { definitionOf } from '../../domain/cases/registry';
import type { Instant, IsoDate } from '../../domain/clock/types';
import type { Profile } from '../../domain/organisation/profile';
import type { TaskRow } from '../../register/cases';
import type { Services } from '../services';
import { londonDay } from './dates';
import { itemNamer } from './words';

/** A task as lists show it. */
export interface TaskView {
  readonly title: string;
  readonly href: string;
  readonly reference: string;
  /** The letter it is about; or the system, recipient or third party (by number) that it stands for. */
  readonly about: string | null;
  /** A day, or a moment where its target is in hours. */
  readonly due: IsoDate | Instant | null;
  readonly late: boolean;
  readonly assignee: string | null;
  /** Why this viewer may not do it; null when they may. */
  readonly refusal: string | null;
}

export const taskPath = ({ reference, id }: Pick<TaskRow, 'reference' | 'id'>): string =>
  `/cases/${reference}/tasks/${id}`;

export function taskView({ register, now }: Services, organisationId: string): (task: TaskRow) => TaskView {
  const profile = register.organisations.get(organisationId);
  return (task) => ({
    title: task.title,
    href: taskPath(task),
    reference: task.reference,
    about: aboutOf(task, profile),
    due: task.dueAt ?? task.dueOn,
    late: isLate(task, now()),
    assignee: task.assigneeName,
    refusal: task.refusal?.message ?? null,
  });
}

/** A moment is past to the minute, a day when it is over. An answer that somebody else owes us makes us late for nothing. */
function isLate({ kind, element, need, dueAt, dueOn }: TaskRow, now: Date): boolean {
  if (need === null && definitionOf(kind).tasks[element]?.awaits) return false;
  if (dueAt !== null) return Date.parse(dueAt) < now.getTime();
  return dueOn !== null && dueOn < londonDay(now);
}

function aboutOf({ kind, element, need, item }: TaskRow, profile: Profile): string | null {
  const about = item === null ? [] : [itemNamer(kind, profile)(element, item)];
  const letter = need === null ? undefined : definitionOf(kind).letters[element]?.title;
  return [...(letter === undefined ? [] : [letter]), ...about].join(', ') || null;
}

/** A target in hours that the organisation sets, whose it is and why: `Within 4 hours, …`. */
export function hoursInWords({ withinHours, section, why }: HoursOfTheHouse): string {
  const hours = withinHours === 1 ? 'one hour' : `${withinHours} hours`;
  const whose = section ? `as the policy says (${section})` : 'as this organisation has decided';
  return `Within ${hours} of being asked, nights and weekends included, ${whose}. ${why}`;
}
