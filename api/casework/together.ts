import { answersThePerson } from '../../domain/cases/definition';
import { definitionOf } from '../../domain/cases/registry';
import type { FieldError, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { TaskRow } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import type { Enclosed } from '../../templates/data';
import { asEnclosed } from '../../templates/enclosed';
import { keptWith } from './kept-letter';

/** Why an answer cannot have gone inside another yet: that one was not given, or went without it. */
export async function stillWaiting(
  { letters }: Pick<Register, 'letters'>,
  viewer: Viewer,
  { reference, step }: Pick<TaskRow, 'reference' | 'step'>,
  values: Values,
): Promise<FieldError | null> {
  if (values.outcome !== 'went') return null;
  const letter = (await letters.list(viewer, reference))?.findLast((one) => one.step === step);
  if (letter?.carriedBy?.givenAt) return null;
  const message = letter?.carriedBy
    ? `The answer to ${letter.carriedBy.reference} carries this one and has not been given yet.`
    : 'No answer that carries this one has gone. If the other one went without it, send this one by itself.';
  return { field: 'outcome', message };
}

/** Answers to other requests of the same person that this letter would carry if it went now. */
export async function carriedNow(
  { letters }: Pick<Register, 'letters'>,
  { reference, kind, element }: Pick<TaskRow, 'reference' | 'kind' | 'element'>,
): Promise<readonly Enclosed[]> {
  if (!answersThePerson(definitionOf(kind), element)) return [];
  const waiting = await letters.waitingBeside(reference);
  return waiting
    .filter((letter) => keptWith(letter).together === reference)
    .map((letter) => asEnclosed(letter.reference, letter.contents));
}
