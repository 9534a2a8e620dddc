import type { FieldError, Form, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { CasePage, TaskRow } from '../../register/cases';
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

/** What somebody asked for in one message, as far as it bears on how its answers go. */
type Asked = Pick<CasePage, 'facts' | 'links'>;

/** The person wants one letter where that is possible, and another answer could carry this one. */
export const wantsOneLetter = (form: Form, page: Asked | null): boolean =>
  page?.facts.oneAnswer === 'together' &&
  form.fields.some(
    ({ name, options }: { name: string; options?: unknown }) => name === 'with' && options === 'answers',
  );

/**
 * How the check of an answer begins where the person prefers one letter: inside the answer to what was asked first in
 * the same message, which carries the others.
 */
export function oneLetterStart(form: Form, page: Asked | null): Values {
  if (!page || !wantsOneLetter(form, page) || page.facts.alsoAsks !== undefined) return {};
  const carriers = page.links.filter(
    ({ relation, answersTogether }) => relation === 'same-request' && answersTogether,
  );
  const [first] = carriers;
  return first ? { way: 'together', with: first.reference } : {};
}
