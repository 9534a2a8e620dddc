/** Whether a request may be done now: the same pure rules that pages and API use. */
import type { CaseDefinition } from '../../domain/cases/definition';
import { heldNow } from '../../domain/cases/death';
import { elementOf, type ActRequest, type CaseView, type Refusal } from '../../domain/cases/process';
import { may, type Permission } from '../../domain/roles';

const refuse = (code: string, message: string): Refusal => ({ code, message });

export function refusalOf(
  definition: CaseDefinition,
  view: CaseView,
  request: ActRequest,
  now: string,
): Refusal | null {
  return request.action === 'complete'
    ? completionRefusal(definition, view, request)
    : actionRefusal(definition, view, request, now);
}

function completionRefusal(definition: CaseDefinition, view: CaseView, request: ActRequest): Refusal | null {
  if (!request.step || !view.waiting.includes(request.step))
    return refuse('task-not-open', 'This task is not open any more. Look at the case to see what happened.');
  const task = definition.tasks[elementOf(request.step)];
  // A letter's human part belongs to whoever works on the case.
  const roles: readonly string[] = task?.roles ?? ['handler', 'governance-officer', 'dpo'];
  const allowed =
    roles.includes(request.role) || (request.role === 'data-holder' && roles.includes('system-owner'));
  if (!allowed) return refuse('role', 'Your role does not allow this task.');
  const element = elementOf(request.step);
  return heldNow(definition, view, element) ?? definition.completion?.(view, element, request.codes) ?? null;
}

function actionRefusal(
  definition: CaseDefinition,
  view: CaseView,
  request: ActRequest,
  now: string,
): Refusal | null {
  if (request.action === 'complete') return null;
  const action = definition.actions[request.action];
  if (!action) return refuse('not-offered', 'This kind of case does not offer that action.');
  if (request.actor === null)
    return action.unattended
      ? action.unattended(view)
      : refuse('person-needed', 'Only a person may do this.');
  if (!may([request.role], `case.${request.action}` as Permission))
    return refuse('role', 'Your role does not allow this action.');
  return action.refusal?.(view, now) ?? null;
}
