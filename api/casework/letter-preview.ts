import { definitionOf } from '../../domain/cases/registry';
import type { Register } from '../../register';
import type { TaskPage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { asEnclosed } from '../../templates/enclosed';
import { loadTemplates } from '../../templates/library';
import { previewLetter } from '../../templates/render';
import { NotFound } from '../errors';
import { keptWith } from './kept-letter';
import { letterOfTask, partField } from './task-form';

/** Shows the letter of a task with its free parts as `typed` gives them, by the names of their fields. Nothing is stored. */
export function letterPreview(register: Register) {
  const templates = loadTemplates();
  return async (viewer: Viewer, task: TaskPage, typed: (field: string) => string): Promise<string> => {
    const letter = await letterOfTask(register, viewer, task);
    const data = letter && keptWith(letter).data;
    const definition = definitionOf(task.kind).letters[task.element];
    if (!data || !definition) throw new NotFound('There is no letter to preview here.');
    const parts = Object.fromEntries(
      Object.keys(definition.freeParts).map((name) => [name, typed(partField(name))]),
    );
    const carried = await register.letters.waitingFor(task.reference, task.element);
    const enclosed = carried.map(asEnclosed);
    return previewLetter(templates, definition, { ...data, parts, enclosed }).html;
  };
}
