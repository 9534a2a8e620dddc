/** Finds the form of a task, a letter's human part, or an action. */
import type { CaseKind } from '../domain/cases/kinds';
import type { ActionName, LetterNeed } from '../domain/cases/process';
import { definitionOf } from '../domain/cases/registry';
import { actionForms } from './actions';
import { automatedDecisionForms, logAutomatedDecision } from './automated-decision';
import { breachForms, logBreach } from './breach';
import { complaintForms, logComplaint } from './complaint';
import { consentWithdrawalForms, logConsentWithdrawal } from './consent-withdrawal';
import { decisionCheckForms, logDecisionCheck } from './decision-check';
import { erasureForms, logErasure } from './erasure';
import type { Form } from './form';
import { impactAssessmentForms, logImpactAssessment } from './impact-assessment';
import { letterForm } from './letters';
import { logObjection, objectionForms } from './objection';
import { logPortability, portabilityForms } from './portability';
import { logRectification, rectificationForms } from './rectification';
import { logRestriction, restrictionForms } from './restriction';
import { logRequest, taskForms } from './subject-access';

const byKind: Partial<
  Record<CaseKind, { readonly log: Form; readonly tasks: Readonly<Record<string, Form>> }>
> = {
  'subject-access': { log: logRequest, tasks: taskForms },
  'automated-decision': { log: logAutomatedDecision, tasks: automatedDecisionForms },
  breach: { log: logBreach, tasks: breachForms },
  rectification: { log: logRectification, tasks: rectificationForms },
  'impact-assessment': { log: logImpactAssessment, tasks: impactAssessmentForms },
  erasure: { log: logErasure, tasks: erasureForms },
  objection: { log: logObjection, tasks: objectionForms },
  'consent-withdrawal': { log: logConsentWithdrawal, tasks: consentWithdrawalForms },
  restriction: { log: logRestriction, tasks: restrictionForms },
  portability: { log: logPortability, tasks: portabilityForms },
  complaint: { log: logComplaint, tasks: complaintForms },
  'decision-check': { log: logDecisionCheck, tasks: decisionCheckForms },
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
