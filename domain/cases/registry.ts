/** Every kind of case the product knows. Adding a kind adds one line here. Workflow-safe. */
import type { CaseDefinition } from './definition';
import type { CaseKind } from './kinds';
import { rectification } from './rectification';
import { subjectAccess } from './subject-access';

const definitions: Partial<Record<CaseKind, CaseDefinition>> = {
  'subject-access': subjectAccess,
  rectification,
};

/** The definition of a kind. Throws for a kind that has no process yet. */
export function definitionOf(kind: CaseKind): CaseDefinition {
  const definition = definitions[kind];
  if (!definition) throw new Error(`No process is defined for ${kind}.`);
  return definition;
}

/** Kinds that can be opened, in the order the pages offer them. */
export const openKinds = Object.keys(definitions) as readonly CaseKind[];
