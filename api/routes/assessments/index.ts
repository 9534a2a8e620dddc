import { Router } from 'express';
import { readsCase } from '../../auth/case-access';
import { requires } from '../../auth/signed-in';
import type { Services } from '../../services';
import { getChanged, postChanged } from './changed';
import { postPicture } from './picture';
import { getRegister, getRegisterCsv } from './register';
import { getSection, postSection } from './section';
import { getAssessment, getSummary } from './show';

/** Impact assessments: what changed in a project; the log of all of them; and of one the whole, its summary for publication, its sections. */
export function assessmentsRouter(services: Services): Router {
  const mayView = readsCase(services, 'case.view');
  const at = '/cases/:reference/assessment';
  const mayReport = requires('case.report-risk-change');
  return Router()
    .get('/projects/changed', mayReport, getChanged(services))
    .post('/projects/changed', mayReport, postChanged(services))
    .get('/registers/impact-assessments', requires('case.list'), getRegister(services))
    .get('/registers/impact-assessments.csv', requires('case.export'), getRegisterCsv(services))
    .get(at, mayView, getAssessment(services))
    .get(`${at}/summary`, mayView, getSummary(services))
    .post(`${at}/description/picture`, mayView, postPicture(services))
    .get(`${at}/:section`, mayView, getSection(services))
    .post(`${at}/:section`, mayView, postSection(services));
}
