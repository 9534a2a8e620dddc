import type { Response } from 'express';
import { setAside } from '../../../forms/complaint/sent';
import type { OpenReceived } from '../../../register/received';
import { viewerOf } from '../../auth/signed-in';
import { fill } from '../../forms/fill';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import type { FormViewOptions } from '../../forms/view';
import { formView } from '../../forms/view';
import type { Services } from '../../services';
import type { OneRequest } from './one';
import { receivedOne, sentView } from './one';

/** For what is no complaint about personal data. It stays on record, with who set it aside and why. */
export function getSetAside(services: Services) {
  return async (req: OneRequest, res: Response): Promise<void> => show(res, await receivedOne(services, req));
}

export function postSetAside(services: Services) {
  return async (req: OneRequest, res: Response): Promise<void> => {
    const one = await receivedOne(services, req);
    const body = req.body as Body;
    const filled = fill(setAside, answersFrom(setAside, body), { choices: {}, now: services.now() });
    if (!filled.ok) {
      res.status(422);
      return show(res, one, { body, errors: filled.errors });
    }
    await services.register.received.putAside(viewerOf(req), one.id, String(filled.values.reason));
    req.session.banner = `${one.reference} is set aside.`;
    res.redirect(303, '/complaints/received');
  };
}

function show(res: Response, one: OpenReceived, given: Partial<FormViewOptions> = {}): void {
  res.render('received/set-aside', {
    one,
    sent: sentView(one),
    form: formView(setAside, { action: `/complaints/received/${one.id}/set-aside`, choices: {}, ...given }),
  });
}
