import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { postFiles } from './add';
import { getContent, getPreview } from './content';
import { postDecision, postDecisions } from './decide';
import { postHidden } from './hidden';
import { getItem } from './item';
import { getList } from './list';
import { postReplacement } from './redaction';
import { getTable } from './table';
import { uploadsRouter } from './uploads';

/** Items of a case: adding them, looking at them, deciding what happens to each. */
export function documentsRouter(services: Services): Router {
  const mayView = requires('document.view');
  const mayAdd = requires('document.add');
  const mayDecide = requires('document.decide');
  const at = '/cases/:reference/documents';
  return Router()
    .get(at, mayView, getList(services))
    .post(at, mayAdd, postFiles(services))
    .get(`${at}.csv`, mayView, getTable(services))
    .use(`${at}/uploads`, uploadsRouter(services))
    .post(`${at}/decisions`, mayDecide, postDecisions(services))
    .get(`${at}/:id`, mayView, getItem(services))
    .get(`${at}/:id/content`, mayView, getContent(services))
    .get(`${at}/:id/preview`, mayView, getPreview(services))
    .post(`${at}/:id/decision`, mayDecide, postDecision(services))
    .post(`${at}/:id/hidden`, mayDecide, postHidden(services))
    .post(`${at}/:id/replacement`, mayDecide, postReplacement(services));
}
