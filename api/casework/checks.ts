import type { CaseKind } from '../../domain/cases/kinds';
import type { Register } from '../../register';
import { breachChecks } from './checks/breach';
import { complaintChecks } from './checks/complaint';
import { erasureChecks } from './checks/erasure';
import { assessmentChecks } from './checks/impact-assessment';
import { lateness } from './checks/lateness';
import type { Check, ChecksByElement, Finishing, Objections } from './checks/objection';
import { none } from './checks/objection';
import { ownWork } from './checks/own-work';
import { portabilityChecks } from './checks/portability';
import { subjectAccessChecks } from './checks/subject-access';
import { homesChecked } from './shared-home';

export type { Finishing, Objections } from './checks/objection';

/** Rules that need the record beyond a form's setting, such as the documents of the case. Most kinds have none. */
const ofKind: Readonly<Partial<Record<CaseKind, ChecksByElement>>> = {
  'subject-access': subjectAccessChecks,
  erasure: erasureChecks,
  portability: portabilityChecks,
  complaint: complaintChecks,
  breach: breachChecks,
  'impact-assessment': assessmentChecks,
};

/** What every kind of case has by declaration: `notBy` and `adviceFrom` of its tasks, `answeredBy` of its letters. */
const shared: readonly Check[] = [ownWork, lateness, homesChecked];

/** What speaks against finishing the task with these answers: the first objection found. */
export async function objections(register: Register, finishing: Finishing): Promise<Objections> {
  const own = ofKind[finishing.kind]?.[finishing.element];
  for (const check of own ? [...shared, own] : shared) {
    const found = await check(register, finishing);
    if (found.refusal !== null || found.errors.length > 0) return found;
  }
  return none;
}
