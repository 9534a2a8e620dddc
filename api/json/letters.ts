import type { Request, Response } from 'express';
import { Router } from 'express';
import { readsCase } from '../auth/case-access';
import { viewerOf } from '../auth/signed-in';
import { NotFound } from '../errors';
import type { Services } from '../services';

/** Letters of a case for programs, with their words as they went. */
export function lettersJson({ register }: Services): Router {
  const mayView = readsCase({ register }, 'letter.view');

  const list = async (req: Request<{ reference: string }>, res: Response): Promise<void> => {
    const letters = await register.letters.list(viewerOf(req), req.params.reference);
    if (!letters) throw new NotFound('There is no such case, or you may not see it.');
    res.json({ letters });
  };

  const show = async (req: Request<{ reference: string; id: string }>, res: Response): Promise<void> => {
    const listed = await register.letters.list(viewerOf(req), req.params.reference);
    const known = listed?.find(({ id }) => id === req.params.id);
    const letter = known && (await register.letters.show(viewerOf(req), known.id));
    if (!letter) throw new NotFound();
    const { subject, html, text, addressee } = letter.contents;
    res.json({ letter: { ...known, contents: { subject, html, text, addressee } } });
  };

  return Router()
    .get('/cases/:reference/letters', mayView, list)
    .get('/cases/:reference/letters/:id', mayView, show);
}
