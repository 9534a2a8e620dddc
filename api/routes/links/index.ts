import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import { placeOfLink } from '../../links/search-task';
import type { Services } from '../../services';
import { postTaskFiles } from '../documents/task-files';
import { uploadsRouter } from '../documents/uploads';
import { getFile, getInside, postAnswer, postLeave } from './inside';
import { caseLinks } from './issue';
import { linkDoor } from './open';

/** Links that leave the house, and what those who have one can do with it. */
export function linksRouter(services: Services): Router {
  const mayIssue = requires('document.add');
  const issuing = caseLinks(services);
  const door = linkDoor(services);
  const place = placeOfLink(services);
  const at = '/links/:token';
  return Router()
    .get('/cases/:reference/links', mayIssue, issuing.get)
    .post('/cases/:reference/links', mayIssue, issuing.post)
    .post('/cases/:reference/links/:id/revoke', mayIssue, issuing.revoke)
    .get(at, door.get)
    .post(at, door.post)
    .get(`${at}/open`, getInside(services))
    .post(`${at}/open`, postAnswer(services))
    .get(`${at}/files/:id`, getFile(services))
    .post(`${at}/leave`, postLeave)
    .post(
      `${at}/documents`,
      postTaskFiles(services, place, (req) => `/links/${req.params.token}/open`),
    )
    .use(`${at}/documents/uploads`, uploadsRouter(services, place));
}
