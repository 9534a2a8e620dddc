import type { Response } from 'express';
import { loggedFrom } from '../../../forms/complaint/sent';
import type { OpenReceived } from '../../../register/received';
import { viewerOf } from '../../auth/signed-in';
import { logRequest } from '../../casework/log-request';
import { receivedFormShown } from '../../casework/received-form';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, bodyOf, typed } from '../../forms/page';
import { changedRows } from '../../forms/rows';
import { tokenOf } from '../../forms/token';
import type { FormViewOptions } from '../../forms/view';
import { formView } from '../../forms/view';
import type { Services } from '../../services';
import { afterLogging } from '../requests/logged';
import { askWho } from '../requests/new';
import { waitingView } from './list';
import type { OneRequest } from './one';
import { receivedOne, sentView } from './one';

/** What was sent, and the log form that begins with it. */
export function getLog(services: Services) {
  return async (req: OneRequest, res: Response): Promise<void> => {
    await show(services, req, res, await receivedOne(services, req));
  };
}

export function postLog(services: Services) {
  return async (req: OneRequest, res: Response): Promise<void> => {
    const one = await receivedOne(services, req);
    const form = receivedFormShown();
    const body = req.body as Body;
    const token = tokenOf(body);
    const changed = changedRows(form, body);
    if (changed) return show(services, req, res, one, { ...changed, token });
    const person = typed(body, 'person') || undefined;
    const logged = await logRequest(services, viewerOf(req), {
      ...{ kind: 'complaint', token, person, received: one },
      answers: answersFrom(form, body),
    });
    if (logged.status === 'invalid') {
      res.status(422);
      return show(services, req, res, one, { body, token, errors: logged.errors });
    }
    if (logged.status === 'similar') return askWho(req, res, { body, cases: logged.cases });
    await afterLogging(services, req, res, logged);
  };
}

async function show(
  { register, now }: Services,
  req: OneRequest,
  res: Response,
  one: OpenReceived,
  given?: Partial<FormViewOptions>,
): Promise<void> {
  const form = receivedFormShown();
  const choices = await choicesOf(form, register, { viewer: viewerOf(req), page: null });
  res.render('received/log', {
    one: waitingView(one, now()),
    sent: sentView(one),
    form: formView(form, {
      action: `/complaints/received/${one.id}`,
      choices,
      ...(given ?? { body: bodyOf(form, loggedFrom(one.sent)) }),
    }),
  });
}
