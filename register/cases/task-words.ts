import { definitionOf } from '../../domain/cases/registry';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Case, Task } from '../generated/client';
import type { ShownWords } from '../cases';
import type { Context } from '../context';
import { ofCase } from '../submissions/queries';
import { answerInWords } from './answer-words';

/** What somebody answered on earlier forms that whoever does this task must see, as its definition says (`shows`). */
export async function wordsShown(
  context: Context,
  { reference, kind, organisationId }: Case,
  { element, item }: Task,
): Promise<ShownWords[]> {
  const { shows = [] } = definitionOf(kind as CaseKind).tasks[element] ?? {};
  const profile = context.organisations.get(organisationId);
  const words = await Promise.all(
    shows.map(async ({ form, field, cell, label }) => {
      const last = (await ofCase(context, reference, { form })).at(-1);
      const answer = last?.personal[field] ?? last?.codes[field];
      return {
        label,
        text:
          cell === undefined
            ? answerInWords(profile, kind as CaseKind, { form, field }, answer)
            : cellOf(answer, item, cell),
      };
    }),
  );
  return words.flatMap(({ label, text }) => (typeof text === 'string' && text ? [{ label, text }] : []));
}

/** A cell in the row that an item stands for: items are numbered from 1. */
function cellOf(rows: unknown, item: string | null, cell: string): unknown {
  const row: unknown = Array.isArray(rows) ? rows[Number(item) - 1] : undefined;
  return (row as { readonly [name: string]: unknown } | undefined)?.[cell];
}
