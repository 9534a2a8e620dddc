import { heldNow } from '../../domain/cases/death';
import type { ActionName, Refusal } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { ActionDefinition } from '../../domain/cases/definition';
import type { Permission } from '../../domain/roles';
import { may } from '../../domain/roles';
import type { CasePage, TaskRow } from '../../register/cases';
import { inPlaceOf, type Viewer } from '../../register/viewer';

/** A case-wide action as a case page offers it. */
export interface OfferedAction {
  readonly name: ActionName;
  readonly title: string;
  /** The page of its own, below the case's, on which it is done; null where its form is all there is to it. */
  readonly page: string | null;
  /** Why it may not be done now; null when it may. */
  readonly refusal: Refusal | null;
}

/** The actions of this kind of case that the viewer's roles allow, with why some may not be done now. */
export function offeredActions(page: CasePage, viewer: Viewer, now: string): OfferedAction[] {
  return Object.entries(definitionOf(page.kind).actions)
    .filter(([name]) => actingRole(viewer, name as ActionName) !== null)
    .map(([name, { title, page: own = null }]) => ({
      name: name as ActionName,
      title,
      page: own,
      refusal: actionRefusal(page, name as ActionName, now),
    }));
}

/** The action of this name that a form takes, or null when this kind of case has none. */
export function actionOf(page: CasePage, name: string): ActionDefinition | null {
  const action: ActionDefinition | undefined = definitionOf(page.kind).actions[name as ActionName];
  return action === undefined || action.page !== undefined ? null : action;
}

export const actionRefusal = (page: CasePage, name: ActionName, now: string): Refusal | null =>
  definitionOf(page.kind).actions[name]?.refusal?.(page.view, now) ?? null;

/** Why nobody may finish their part of this step now, because of what else goes on in the case; null where they may. */
export const heldBack = (
  { kind, element }: Pick<TaskRow, 'kind' | 'element'>,
  page: Pick<CasePage, 'view'> | null,
): Refusal | null => page && heldNow(definitionOf(kind), page.view, element);

/** The first of the viewer's roles that allows an action, or null. */
export const actingRole = (viewer: Viewer, name: ActionName): string | null =>
  viewer.roles.find((role) => may([role], `case.${name}` as Permission)) ?? null;

/** The role in which the viewer finishes a task: one the task names, else as the person named or as the system's owner. */
export function finishingRole(viewer: Viewer, task: Pick<TaskRow, 'roles' | 'assigneeId'>): string | null {
  const allowed = viewer.roles.find((role) => task.roles.includes(role));
  const named =
    task.roles.includes('named') && task.assigneeId !== null && inPlaceOf(viewer).includes(task.assigneeId)
      ? 'named'
      : null;
  return (
    allowed ??
    named ??
    (task.roles.includes('system-owner') && viewer.roles.includes('data-holder') ? 'data-holder' : null)
  );
}
