import type { OpenSubmission } from '../../register/submissions';
import type { CaseFile } from './file';

/**
 * Whether the person who asks is recorded as having died, or the person for whom they ask. Then nothing goes to them
 * by itself, though the case goes on; only the DPO's word that the news was wrong lifts it.
 */
export const deathStands = ({ written }: Pick<CaseFile, 'written'>): boolean =>
  written.flatMap((one) => saysOfDeath(one) ?? []).at(-1) ?? false;

/** Null where a form says nothing of it. */
function saysOfDeath({ form, codes }: Pick<OpenSubmission, 'form' | 'codes'>): boolean | null {
  if (form === 'record-death') return true;
  if (form === 'check-identity' && codes.outcome === 'deceased') return true;
  return form === 'decide-after-death' && codes.decision === 'mistaken' ? false : null;
}
