// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

import type { CaseKind } from '../domain/cases/kinds';
import type { ElementInfo, ProcessModel } from './model';
import { automatedDecisionElements, automatedDecisionVersion } from './automated-decision.generated';
import automatedDecisionModel from './automated-decision.model.generated.json';
import { breachElements, breachVersion } from './breach.generated';
import breachModel from './breach.model.generated.json';
import { complaintElements, complaintVersion } from './complaint.generated';
import complaintModel from './complaint.model.generated.json';
import { consentWithdrawalElements, consentWithdrawalVersion } from './consent-withdrawal.generated';
import consentWithdrawalModel from './consent-withdrawal.model.generated.json';
import { decisionCheckElements, decisionCheckVersion } from './decision-check.generated';
import decisionCheckModel from './decision-check.model.generated.json';
import { erasureElements, erasureVersion } from './erasure.generated';
import erasureModel from './erasure.model.generated.json';
import { impactAssessmentElements, impactAssessmentVersion } from './impact-assessment.generated';
import impactAssessmentModel from './impact-assessment.model.generated.json';
import { objectionElements, objectionVersion } from './objection.generated';
import objectionModel from './objection.model.generated.json';
import { portabilityElements, portabilityVersion } from './portability.generated';
import portabilityModel from './portability.model.generated.json';
import { rectificationElements, rectificationVersion } from './rectification.generated';
import rectificationModel from './rectification.model.generated.json';
import { restrictionElements, restrictionVersion } from './restriction.generated';
import restrictionModel from './restriction.model.generated.json';
import { subjectAccessElements, subjectAccessVersion } from './subject-access.generated';
import subjectAccessModel from './subject-access.model.generated.json';

export interface DrawnProcess {
  readonly version: string;
  readonly elements: Readonly<Record<string, ElementInfo>>;
  readonly model: ProcessModel;
}

/** Every process that has a diagram, by the kind of case. */
export const processes: Readonly<Partial<Record<CaseKind, DrawnProcess>>> = {
  'automated-decision': {
    version: automatedDecisionVersion,
    elements: automatedDecisionElements,
    model: automatedDecisionModel as ProcessModel,
  },
  breach: { version: breachVersion, elements: breachElements, model: breachModel as ProcessModel },
  complaint: {
    version: complaintVersion,
    elements: complaintElements,
    model: complaintModel as ProcessModel,
  },
  'consent-withdrawal': {
    version: consentWithdrawalVersion,
    elements: consentWithdrawalElements,
    model: consentWithdrawalModel as ProcessModel,
  },
  'decision-check': {
    version: decisionCheckVersion,
    elements: decisionCheckElements,
    model: decisionCheckModel as ProcessModel,
  },
  erasure: { version: erasureVersion, elements: erasureElements, model: erasureModel as ProcessModel },
  'impact-assessment': {
    version: impactAssessmentVersion,
    elements: impactAssessmentElements,
    model: impactAssessmentModel as ProcessModel,
  },
  objection: {
    version: objectionVersion,
    elements: objectionElements,
    model: objectionModel as ProcessModel,
  },
  portability: {
    version: portabilityVersion,
    elements: portabilityElements,
    model: portabilityModel as ProcessModel,
  },
  rectification: {
    version: rectificationVersion,
    elements: rectificationElements,
    model: rectificationModel as ProcessModel,
  },
  restriction: {
    version: restrictionVersion,
    elements: restrictionElements,
    model: restrictionModel as ProcessModel,
  },
  'subject-access': {
    version: subjectAccessVersion,
    elements: subjectAccessElements,
    model: subjectAccessModel as ProcessModel,
  },
};
