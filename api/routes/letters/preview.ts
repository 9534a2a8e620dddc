import { join } from 'node:path';
import type { Request, Response } from 'express';
import { definitionOf } from '../../../domain/cases/registry';
import type { LetterContents } from '../../../register/letters';
import type { LetterData } from '../../../templates/data';
import { loadTemplates } from '../../../templates/library';
import { previewLetter } from '../../../templates/render';
import { viewerOf } from '../../auth/signed-in';
import { openCase } from '../../casework/open-case';
import { partField } from '../../casework/task-form';
import { inlineHeaders } from '../../documents/preview';
import { NotFound } from '../../errors';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import { projectRoot } from '../../root';
import type { Services } from '../../services';

/** A draft keeps what it was rendered from, so that it can be rendered again with other free parts. */
type Draft = LetterContents & { readonly data?: LetterData };

/** The letter as it would go with the free parts as typed, whether or not they are stored. */
export function postPreview(services: Services) {
  const templates = loadTemplates(join(projectRoot(), 'templates'));
  return async (req: Request<{ reference: string; id: string }>, res: Response): Promise<void> => {
    const { page } = await openCase(services, req);
    const letter = await services.register.letters.show(viewerOf(req), req.params.id);
    const definition = letter && definitionOf(page.kind).letters[letter.letter];
    const { data } = (letter?.contents ?? {}) as Partial<Draft>;
    if (letter?.reference !== page.reference || !definition || !data) throw new NotFound();
    const body = req.body as Body;
    const parts = Object.keys(definition.freeParts).map((name) => [name, typed(body, partField(name))]);
    const { html } = previewLetter(templates, definition, {
      ...data,
      parts: Object.fromEntries(parts) as LetterData['parts'],
    });
    res.set(inlineHeaders('text/html; charset=utf-8')).send(html);
  };
}
