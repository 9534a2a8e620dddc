import type { Request } from 'express';
import { Router } from 'express';
import { readsCase } from '../../auth/case-access';
import { requires } from '../../auth/signed-in';
import { placeOfCase, placeOfTask } from '../../documents/place';
import type { Services } from '../../services';
import { postFiles } from './add';
import { getContent, getPreview } from './content';
import { postDecision, postDecisions } from './decide';
import { postDiscard } from './discard';
import { postHidden } from './hidden';
import { getItem } from './item';
import { getList } from './list';
import { postReplacement } from './redaction';
import { getTable } from './table';
import { getTaskFiles, postTaskFiles } from './task-files';
import { uploadsRouter } from './uploads';

/** Items of a case: adding them, looking at them, deciding what happens to each. */
export function documentsRouter(services: Services): Router {
  const mayView = readsCase(services, 'document.view');
  const mayAdd = readsCase(services, 'document.add');
  const mayDecide = requires('document.decide');
  const at = '/cases/:reference/documents';
  return Router()
    .get(at, mayView, getList(services))
    .post(at, mayAdd, postFiles(services))
    .get(`${at}.csv`, mayView, getTable(services))
    .use(`${at}/uploads`, mayAdd, uploadsRouter(services, placeOfCase))
    .post(`${at}/decisions`, mayDecide, postDecisions(services))
    .get(`${at}/:id`, mayView, getItem(services))
    .get(`${at}/:id/content`, mayView, getContent(services))
    .get(`${at}/:id/preview`, mayView, getPreview(services))
    .post(`${at}/:id/discard`, mayAdd, postDiscard(services))
    .post(`${at}/:id/decision`, mayDecide, postDecision(services))
    .post(`${at}/:id/hidden`, mayDecide, postHidden(services))
    .post(`${at}/:id/replacement`, mayDecide, postReplacement(services))
    .use(taskFilesRouter(services));
}

/** What a system's owner adds to their search, or whoever carried something out to their task, without seeing the case. */
function taskFilesRouter(services: Services): Router {
  const mayAnswer = requires('search.answer', 'request.hand-in');
  const place = placeOfTask(services);
  const at = '/cases/:reference/tasks/:taskId/documents';
  const task = ({ params }: Request): string => `/cases/${params.reference}/tasks/${params.taskId}`;
  return Router()
    .get(at, mayAnswer, getTaskFiles(services, place, task))
    .post(
      at,
      mayAnswer,
      postTaskFiles(services, place, (req) => `${task(req)}/documents`),
    )
    .use(`${at}/uploads`, mayAnswer, uploadsRouter(services, place));
}
