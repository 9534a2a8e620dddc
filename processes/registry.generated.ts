// Generated from the diagram by processes/tools/generate.ts. Change the diagram, then generate again.

import type { CaseKind } from '../domain/cases/kinds';
import type { ElementInfo, ProcessModel } from './model';
import { breachElements, breachVersion } from './breach.generated';
import breachModel from './breach.model.generated.json';
import { rectificationElements, rectificationVersion } from './rectification.generated';
import rectificationModel from './rectification.model.generated.json';
import { subjectAccessElements, subjectAccessVersion } from './subject-access.generated';
import subjectAccessModel from './subject-access.model.generated.json';

export interface DrawnProcess {
  readonly version: string;
  readonly elements: Readonly<Record<string, ElementInfo>>;
  readonly model: ProcessModel;
}

/** Every process that has a diagram, by the kind of case. */
export const processes: Readonly<Partial<Record<CaseKind, DrawnProcess>>> = {
  breach: { version: breachVersion, elements: breachElements, model: breachModel as ProcessModel },
  rectification: {
    version: rectificationVersion,
    elements: rectificationElements,
    model: rectificationModel as ProcessModel,
  },
  'subject-access': {
    version: subjectAccessVersion,
    elements: subjectAccessElements,
    model: subjectAccessModel as ProcessModel,
  },
};
