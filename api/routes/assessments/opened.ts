import type { Request } from 'express';
import type { OpenedCase } from '../../casework/open-case';
import { openCase } from '../../casework/open-case';
import { Forbidden, NotFound } from '../../errors';
import type { Services } from '../../services';

/** The assessment of the address. 404 for another kind of case, 403 for a viewer who may not read what it says. */
export async function openAssessment(services: Services, req: Request): Promise<OpenedCase> {
  const opened = await openCase(services, req);
  if (opened.page.kind !== 'impact-assessment') throw new NotFound('This case is no impact assessment.');
  if (!opened.page.contents)
    throw new Forbidden('Your role does not allow you to read what an assessment says.');
  return opened;
}
