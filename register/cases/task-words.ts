import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Case, Task } from '../generated/client';
import type { ShownWords } from '../cases';
import type { Context } from '../context';
import { ofCase } from '../submissions/queries';

/** What somebody wrote on earlier forms that whoever does this task must see, as its definition says (`shows`). */
export async function wordsShown(
  context: Context,
  { reference, kind }: Case,
  { element }: Task,
): Promise<ShownWords[]> {
  const { shows = [] } = definitionOf(kind as CaseKind).tasks[element] ?? {};
  const words = await Promise.all(
    shows.map(async ({ form, field, label }) => {
      const written = await ofCase(context, reference, { form });
      return { label, text: written.at(-1)?.personal[field] };
    }),
  );
  return words.flatMap(({ label, text }) => (typeof text === 'string' && text ? [{ label, text }] : []));
}
