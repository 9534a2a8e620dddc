/** Every kind of case the product knows. Adding a kind adds one line here. Workflow-safe. */
import type { CaseDefinition } from './definition';
import type { CaseKind } from './kinds';
import { automatedDecision } from './automated-decision';
import { breach } from './breach';
import { complaint } from './complaint';
import { consentWithdrawal } from './consent-withdrawal';
import { decisionCheck } from './decision-check';
import { erasure } from './erasure';
import { impactAssessment } from './impact-assessment';
import { objection } from './objection';
import { portability } from './portability';
import { rectification } from './rectification';
import { restriction } from './restriction';
import { subjectAccess } from './subject-access';

const definitions: Partial<Record<CaseKind, CaseDefinition>> = {
  'subject-access': subjectAccess,
  rectification,
  erasure,
  restriction,
  portability,
  objection,
  'automated-decision': automatedDecision,
  'consent-withdrawal': consentWithdrawal,
  complaint,
  'impact-assessment': impactAssessment,
  breach,
  'decision-check': decisionCheck,
};

/** The definition of a kind. Throws for a kind that has no process yet. */
export function definitionOf(kind: CaseKind): CaseDefinition {
  const definition = definitions[kind];
  if (!definition) throw new Error(`No process is defined for ${kind}.`);
  return definition;
}

/** Kinds that can be opened, in the order the pages offer them. */
export const openKinds = Object.keys(definitions) as readonly CaseKind[];
