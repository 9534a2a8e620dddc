import { itemOf, numberInside } from '../../domain/cases/process';
import type { WordsToShow } from '../../domain/cases/definition';
import { rowOfRecipient } from '../../domain/cases/recipients';
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
  task: Task,
): Promise<ShownWords[]> {
  const { element, item } = task;
  const { shows: all = [] } = definitionOf(kind as CaseKind).tasks[element] ?? {};
  const shows = all.filter(({ ofItem }) => !ofItem || item !== null);
  const profile = context.organisations.get(organisationId);
  const words = await Promise.all(
    shows.map(async ({ form, field, cell, label, eachSystem, began }) => {
      const earlier = concerning(task, await ofCase(context, reference, { form }), { field, began });
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

/**
 * Of what was written before, what concerns the task: in a repeated step nothing about another item; of answers that
 * each began an event sub-process, none after the one that began the task's.
 */
function concerning(
  { step, item }: Task,
  earlier: readonly OpenSubmission[],
  { field, began }: Pick<WordsToShow, 'field' | 'began'>,
): readonly OpenSubmission[] {
  if (began) {
    const number = numberInside(step, began) ?? 1;
    return earlier.filter(({ personal }) => hasRows(personal[field])).slice(0, number);
  }
  const own = item === null ? null : step.slice(0, step.lastIndexOf(']') + 1);
  return earlier.filter((one) => own === null || !one.step?.includes('[') || one.step.startsWith(own));
}

const hasRows = (answer: unknown): boolean => Array.isArray(answer) && answer.length > 0;

/** What was last said about each system, in the order in which they were first spoken of. */
function lastOfEach({ systems }: Profile, label: string, earlier: readonly OpenSubmission[]) {
  const named = (id: string): string => systems.find((system) => system.id === id)?.label ?? id;
  const byItem = new Map(earlier.map((one) => [one.step && itemOf(one.step), one] as const));
  return [...byItem].flatMap(([item, last]) => (item ? [{ label: `${label}: ${named(item)}`, last }] : []));
}

/** A cell in the row that an item stands for: items are numbered from 1, other recipients by their own count. */
function cellOf(rows: unknown, item: string | null, cell: string): unknown {
  const place = item === null ? null : (rowOfRecipient(item) ?? Number(item) - 1);
  const row: unknown = Array.isArray(rows) && place !== null ? rows[place] : undefined;
  return (row as { readonly [name: string]: unknown } | undefined)?.[cell];
}
