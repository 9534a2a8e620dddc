import type { Request, Response } from 'express';
import { openCase } from '../../casework/open-case';
import { choicesOfAll } from '../../forms/options';
import { caseHeader } from '../../presentation/case-header';
import { eventView, formsBehind } from '../../presentation/events';
import { itemNamer } from '../../presentation/words';
import type { Services } from '../../services';

/** All that happened, newest first: who, when it took effect, when it was recorded, what they wrote. */
export function getHistory(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const events = (await services.register.cases.events(viewer, page.reference)) ?? [];
    const profile = services.register.organisations.get(page.organisationId);
    const place = { viewer, page, past: true };
    const choices = await choicesOfAll(formsBehind(page.kind, events), services.register, place);
    const words = { itemName: itemNamer(page.kind, profile), choices };
    res.render('cases/history', {
      title: `${page.reference} – history`,
      header: caseHeader(services, viewer, page, 'history'),
      events: [...events].reverse().map((event) => eventView(page.kind, event, words)),
    });
  };
}
