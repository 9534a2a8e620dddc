import { itemOf, listOf } from '../../../domain/cases/process';
import type { Details } from '../../../templates/data';
import type { CaseFile } from '../file';

/**
 * Grounds of what could not be done on a system: it is not done there, and the person learns why (UK GDPR
 * Art 12(4)(a)).
 *
 * @param not what did not happen, as in "it could not be erased there"
 */
export function undoneOn(file: CaseFile, not: string): readonly string[] {
  const { profile, step, written } = file;
  return listOf(step.data, 'impossible').map((system) => {
    const label = profile.systems.find(({ id }) => id === system)?.label ?? system;
    const said = written.findLast(
      (one) => one.form === 'carry-out' && one.step !== null && itemOf(one.step) === system,
    );
    return `${label}: ${not}. ${String(said?.personal.evidence ?? '')}`.trim();
  });
}

/** How much of what was to be done could not be. */
export function undoneOf({ step: { data } }: CaseFile): Details['undone'] {
  if (data.nowhere === true) return 'all';
  return listOf(data, 'impossible').length > 0 ? 'part' : 'none';
}
