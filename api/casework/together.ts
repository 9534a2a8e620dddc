import type { FieldError, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { TaskRow } from '../../register/cases';
import type { Viewer } from '../../register/viewer';

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
