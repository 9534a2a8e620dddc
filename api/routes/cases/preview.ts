import type { Request, Response } from 'express';
import { definitionOf } from '../../../domain/cases/registry';
import { asEnclosed } from '../../../templates/enclosed';
import { loadTemplates } from '../../../templates/library';
import { previewLetter } from '../../../templates/render';
import { viewerOf } from '../../auth/signed-in';
import { keptWith } from '../../casework/kept-letter';
import { letterOfTask, partField } from '../../casework/task-form';
import { inlineHeaders } from '../../documents/preview';
import { NotFound } from '../../errors';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import type { Services } from '../../services';

/** The letter with the free parts as they are typed now. Nothing is stored. */
export function postPreview({ register }: Services) {
  const templates = loadTemplates();
  return async (req: Request<{ reference: string; taskId: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const task = await register.cases.task(viewer, req.params.taskId);
    if (!task || task.reference !== req.params.reference) throw new NotFound();
    const letter = await letterOfTask(register, viewer, task);
    const data = letter && keptWith(letter).data;
    const definition = definitionOf(task.kind).letters[task.element];
    if (!data || !definition) throw new NotFound('There is no letter to preview here.');
    const parts = Object.fromEntries(
      Object.keys(definition.freeParts).map((name) => [name, typed(req.body as Body, partField(name))]),
    );
    const carried = await register.letters.waitingFor(task.reference, task.element);
    const enclosed = carried.map(asEnclosed);
    const { html } = previewLetter(templates, definition, { ...data, parts, enclosed });
    res.set(inlineHeaders('text/html; charset=utf-8')).send(html);
  };
}
