import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { openCase } from '../../casework/open-case';
import { caseHeader } from '../../presentation/case-header';
import { progressOf } from '../../presentation/progress';
import { itemNamer } from '../../presentation/words';
import { projectRoot } from '../../root';
import type { Services } from '../../services';

/** Where the case is on its diagram and how it got there, as a picture and as a list. */
export function getDiagram(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const profile = services.register.organisations.get(page.organisationId);
    const progress = progressOf(page, itemNamer(page.kind, profile));
    res.render('cases/diagram', {
      title: `${page.reference} – diagram`,
      header: caseHeader(services, viewer, page, 'diagram'),
      progress,
      source: `/cases/${page.reference}/diagram.bpmn`,
    });
  };
}

/** The diagram itself, in BPMN 2.0. */
export function getDiagramSource(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { page } = await openCase(services, req);
    res
      .type('application/xml')
      .send(await readFile(join(projectRoot(), 'processes', `${page.kind}.bpmn`), 'utf8'));
  };
}
