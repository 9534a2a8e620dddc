/** Finds the form of a task, a letter's human part, or an action. */
import type { CaseKind } from '../domain/cases/kinds';
import type { ActionName, LetterNeed } from '../domain/cases/process';
import { definitionOf } from '../domain/cases/registry';
import { actionForms } from './actions';
import type { Form } from './form';
import { letterForm } from './letters';
import { logRectification, rectificationForms } from './rectification';
import { logRequest, taskForms } from './subject-access';

const byKind: Partial<
  Record<CaseKind, { readonly log: Form; readonly tasks: Readonly<Record<string, Form>> }>
> = {
  'subject-access': { log: logRequest, tasks: taskForms },
  rectification: { log: logRectification, tasks: rectificationForms },
};

/** The form with which a request of this kind is logged. */
export function logForm(kind: CaseKind): Form {
  const forms = byKind[kind];
  if (!forms) throw new Error(`No form logs a ${kind}.`);
  return forms.log;
}

/** The form that finishes a task: the letter's, where the step waits for a person on account of a letter. */
export function taskForm(kind: CaseKind, element: string, need: LetterNeed | null): Form {
  if (need) return letterForm(definitionOf(kind).letters[element], need);
  const form = byKind[kind]?.tasks[element];
  if (!form) throw new Error(`No form finishes ${element} of ${kind}.`);
  return form;
}

/** The form of a case-wide action. */
export function actionForm(action: ActionName): Form {
  return actionForms[action];
}
