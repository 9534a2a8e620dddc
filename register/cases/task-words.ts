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
  { element, item }: Task,
): Promise<ShownWords[]> {
  const { shows = [] } = definitionOf(kind as CaseKind).tasks[element] ?? {};
  const words = await Promise.all(
    shows.map(async ({ form, field, cell, label }) => {
      const written = (await ofCase(context, reference, { form })).at(-1)?.personal[field];
      return { label, text: cell === undefined ? written : cellOf(written, item, cell) };
    }),
  );
  return words.flatMap(({ label, text }) => (typeof text === 'string' && text ? [{ label, text }] : []));
}

/** A cell in the row that an item stands for: items are numbered from 1. */
function cellOf(rows: unknown, item: string | null, cell: string): unknown {
  const row: unknown = Array.isArray(rows) ? rows[Number(item) - 1] : undefined;
  return (row as { readonly [name: string]: unknown } | undefined)?.[cell];
}
