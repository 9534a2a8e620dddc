import { itemOf } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { Profile } from '../../domain/organisation/profile';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Case, Task } from '../generated/client';
import type { ShownWords } from '../cases';
import type { Context } from '../context';
import type { OpenSubmission } from '../submissions';
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
    shows.map(async ({ form, field, cell, label, eachSystem }) => {
      const earlier = await ofCase(context, reference, { form });
      const told = eachSystem ? lastOfEach(profile, label, earlier) : [{ label, last: earlier.at(-1) }];
      return told.map(({ label: heading, last }) => {
        const answer = last?.personal[field] ?? last?.codes[field];
        const whole = cell === undefined;
        const said = whole
          ? answerInWords(profile, kind as CaseKind, { form, field }, answer)
          : cellOf(answer, item, cell);
        return { label: heading, text: said };
      });
    }),
  );
  return words
    .flat()
    .flatMap(({ label, text }) => (typeof text === 'string' && text ? [{ label, text }] : []));
}

/** What was last said about each system, in the order in which they were first spoken of. */
function lastOfEach({ systems }: Profile, label: string, earlier: readonly OpenSubmission[]) {
  const named = (id: string): string => systems.find((system) => system.id === id)?.label ?? id;
  const byItem = new Map(earlier.map((one) => [one.step && itemOf(one.step), one] as const));
  return [...byItem].flatMap(([item, last]) => (item ? [{ label: `${label}: ${named(item)}`, last }] : []));
}

/** A cell in the row that an item stands for: items are numbered from 1. */
function cellOf(rows: unknown, item: string | null, cell: string): unknown {
  const row: unknown = Array.isArray(rows) ? rows[Number(item) - 1] : undefined;
  return (row as { readonly [name: string]: unknown } | undefined)?.[cell];
}
