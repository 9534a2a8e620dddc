import type { CaseKind } from '../../../domain/cases/kinds';
import type { Details } from '../../../templates/data';
import { automatedDecision } from './automated-decision';
import { erasure } from './erasure';
import { breach } from './breach';
import { complaint } from './complaint';
import type { DetailsByElement, Needed } from './needed';
import { objection } from './objection';
import { portability } from './portability';
import { rectification } from './rectification';
import { restriction } from './restriction';
import { shared } from './shared';
import { subjectAccess } from './subject-access';

/** Kinds whose letters need more than the answers on their forms. Most need nothing here: templates quote answers. */
const ofKind: Readonly<Partial<Record<CaseKind, DetailsByElement>>> = {
  'subject-access': subjectAccess,
  breach,
  complaint,
  rectification,
  erasure,
  objection,
  restriction,
  portability,
  'automated-decision': automatedDecision,
};

/** What a letter says beyond what all letters say: its kind's own, else what letters of that name share. */
export async function detailsOf(needed: Needed): Promise<Details> {
  const { dossier, step } = needed.file;
  const details = ofKind[dossier.kind]?.[step.element] ?? shared[step.element];
  return { result: null, undone: 'none', told: [], ...(await details?.(needed)) };
}
