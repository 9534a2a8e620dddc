import { Router } from 'express';
import { readsCase } from '../../auth/case-access';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getAction, postAction } from './action';
import { getClock } from './clock';
import { toOwnWork } from './own-work';
import { getDiagram, getDiagramSource } from './diagram';
import { getHistory } from './history';
import { getOpenLinked, postOpenLinked } from './open-linked';
import { getOverview } from './overview';
import { postPreview } from './preview';
import { getSubmission } from './submission';
import { getTask, postTask } from './task';

/** One case: what to do next, its clock, its history, its diagram, and every task and action of it. */
export function casesRouter(services: Services): Router {
  const mayView = readsCase(services, 'case.view');
  // Whoever a task is given to may do it, whatever their role: which are theirs, the record decides.
  const mayWork = requires('case.view', 'search.answer', 'request.hand-in');
  const at = '/cases/:reference';
  return Router()
    .get(at, toOwnWork(services), mayView, getOverview(services))
    .get(`${at}/clock`, mayView, getClock(services))
    .get(`${at}/history`, mayView, getHistory(services))
    .get(`${at}/diagram`, mayView, getDiagram(services))
    .get(`${at}/diagram.bpmn`, mayView, getDiagramSource(services))
    .get(`${at}/actions/:action`, mayView, getAction(services))
    .post(`${at}/actions/:action`, mayView, postAction(services))
    .get(`${at}/open/:kind`, mayView, getOpenLinked(services))
    .post(`${at}/open/:kind`, mayView, postOpenLinked(services))
    .get(`${at}/tasks/:taskId`, mayWork, getTask(services))
    .post(`${at}/tasks/:taskId`, mayWork, postTask(services))
    .post(`${at}/tasks/:taskId/preview`, requires('letter.view'), postPreview(services))
    .get(`${at}/submissions/:token`, mayWork, getSubmission(services));
}
