import { definitionOf } from '../../domain/cases/registry';
import type { Field, Form, Values } from '../../forms/form';
import { taskForm } from '../../forms/registry';
import type { Register } from '../../register';
import type { TaskRow } from '../../register/cases';
import type { OpenLetter } from '../../register/letters';
import type { Viewer } from '../../register/viewer';

/** Name of the field that holds a letter's free part. */
export const partField = (part: string): string => `part-${part}`;

/** The form that finishes a task; a letter to be checked brings its free parts along. */
export function formOfTask({ kind, element, need }: Pick<TaskRow, 'kind' | 'element' | 'need'>): Form {
  const form = taskForm(kind, element, need);
  if (need !== 'check') return form;
  const parts = Object.entries(definitionOf(kind).letters[element]?.freeParts ?? {});
  const fields = parts.map(([name, label]): Field => ({
    name: partField(name),
    label,
    kind: 'textarea',
    personal: true,
    rows: 6,
    max: 10_000,
  }));
  return { ...form, fields: [...fields, ...form.fields] };
}

/** The letter that a task is about, opened; null for other tasks. */
export async function letterOfTask(
  register: Register,
  viewer: Viewer,
  task: TaskRow,
): Promise<OpenLetter | null> {
  if (!task.need) return null;
  const letters = (await register.letters.list(viewer, task.reference)) ?? [];
  const letter = letters.find(({ step }) => step === task.step);
  return letter ? register.letters.show(viewer, letter.id) : null;
}

/** What the draft says already, to begin from. */
export const startingValues = (letter: OpenLetter | null): Values =>
  Object.fromEntries(
    Object.entries(letter?.contents.parts ?? {})
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [partField(name), text]),
  );
