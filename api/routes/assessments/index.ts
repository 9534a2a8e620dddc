import { Router } from 'express';
import { readsCase } from '../../auth/case-access';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getRegister, getRegisterCsv } from './register';
import { getSection, postSection } from './section';
import { getAssessment, getSummary } from './show';

/** Impact assessments: the log of all of them; and of one the whole, its summary for publication, its sections. */
export function assessmentsRouter(services: Services): Router {
  const mayView = readsCase(services, 'case.view');
  const at = '/cases/:reference/assessment';
  return Router()
    .get('/registers/impact-assessments', requires('case.list'), getRegister(services))
    .get('/registers/impact-assessments.csv', requires('case.export'), getRegisterCsv(services))
    .get(at, mayView, getAssessment(services))
    .get(`${at}/summary`, mayView, getSummary(services))
    .get(`${at}/:section`, mayView, getSection(services))
    .post(`${at}/:section`, mayView, postSection(services));
}
