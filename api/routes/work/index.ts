import { Router } from 'express';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getWork } from './list';
import { getTable } from './table';

/** The start page, and its list as a table. */
export function workRouter(services: Services): Router {
  return Router().get('/', getWork(services)).get('/cases.csv', requires('case.export'), getTable(services));
}
