import { Router } from 'express';
import { readsCase } from '../../auth/case-access';
import type { Services } from '../../services';
import { getLetter, getLetterContent, getLetters } from './show';

/** Letters of a case, shown exactly as they went. */
export function lettersRouter(services: Services): Router {
  const mayView = readsCase(services, 'letter.view');
  const at = '/cases/:reference/letters';
  return Router()
    .get(at, mayView, getLetters(services))
    .get(`${at}/:id`, mayView, getLetter(services))
    .get(`${at}/:id/content`, mayView, getLetterContent(services));
}
