import type { Request, Response } from 'express';
import { sectionNames, sections } from '../../../forms/impact-assessment/sections';
import { publishedSummary } from '../../../templates/impact-assessment/summary';
import { loadTemplates } from '../../../templates/library';
import { actingRole, actionRefusal } from '../../casework/rules';
import { assessmentOf } from '../../presentation/assessment';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';
import { openAssessment } from './opened';

/** The whole assessment, readable by everybody who may read the case, with the way to each section that may be written. */
export function getAssessment(services: Services) {
  const templates = loadTemplates();
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    const refusal = actionRefusal(page, 'save-section', services.now().toISOString());
    const document = await assessmentOf(services, viewer, page);
    res.render('assessments/show', {
      title: `${page.reference} – assessment`,
      header: caseHeader(services, viewer, page, 'own'),
      base: `/cases/${page.reference}/assessment`,
      sections: sectionNames.map((name) => ({
        ...{ name, title: sections[name].title },
        written: document.sections.some((one) => one.name === name && one.written),
      })),
      barred:
        actingRole(viewer, 'save-section') === null
          ? 'Your role does not write assessments.'
          : refusal?.message,
      approved: document.standing.approved,
      body: templates.render('impact-assessment/body', document),
    });
  };
}

/** What may be published: no risk, no measure, no detail of systems. */
export function getSummary(services: Services) {
  const templates = loadTemplates();
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openAssessment(services, req);
    const whole = await assessmentOf(services, viewer, page);
    res.render('assessments/summary', {
      title: `${page.reference} – summary for publication`,
      header: caseHeader(services, viewer, page, 'own'),
      body: whole.standing.approved
        ? templates.render('impact-assessment/summary-body', publishedSummary(whole))
        : null,
    });
  };
}
