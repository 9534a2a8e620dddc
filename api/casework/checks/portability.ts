import { itemOf } from '../../../domain/cases/process';
import { rowsIn } from '../../../forms/form';
import type { Register } from '../../../register';
import type { ChecksByElement, Finishing, Objections } from './objection';
import { atField, none } from './objection';
import { everyItemDecided } from './subject-access';

/** Rules of portability that look at the files of the case. */
export const portabilityChecks: ChecksByElement = {
  extract: somethingExtracted,
  review: filesDecidedAsSaid,
};

/** Extracted is what was entered or added as a file; without either nothing was. */
async function somethingExtracted(
  register: Register,
  { reference, step, values }: Finishing,
): Promise<Objections> {
  if (values.outcome !== 'extracted' || rowsIn(values, 'entries').length > 0) return none;
  const files = await register.documents.ofCase(reference);
  return files.some(({ purpose, system }) => purpose === 'found' && system === itemOf(step))
    ? none
    : atField(
        'outcome',
        'Nothing is entered below and no file was added. Enter it, add it, or say that nothing is there.',
      );
}

/** Each file is decided, and what is withheld of them is said: the person is told (Arts 12(4), 20(4)). */
async function filesDecidedAsSaid(register: Register, finishing: Finishing): Promise<Objections> {
  if (finishing.values.outcome !== 'ready') return none;
  const open = await everyItemDecided(register, finishing);
  if (open.refusal) return open;
  const files = await register.documents.ofCase(finishing.reference);
  const withheld = files.some(({ decision }) => decision && keptBack.includes(decision.decision));
  return withheld && finishing.values.others === 'no'
    ? atField('others', 'A file is withheld or blacked out, so something would harm others; else release it.')
    : none;
}

const keptBack: readonly string[] = ['withhold', 'release-redacted'];
