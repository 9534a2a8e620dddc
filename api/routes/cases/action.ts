import type { Request, Response } from 'express';
import type { ActionName, Refusal } from '../../../domain/cases/process';
import { actionForm } from '../../../forms/registry';
import type { Finished } from '../../casework/finish-task';
import type { OpenedCase } from '../../casework/open-case';
import { openCase } from '../../casework/open-case';
import { actingRole, actionOf, actionRefusal } from '../../casework/rules';
import { takeAction } from '../../casework/take-action';
import { Forbidden, NotFound } from '../../errors';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';
import { answer } from './answer';

export function getAction(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openCase(services, req);
    const action = actionNamed(opened, req);
    const refusal = actionRefusal(opened.page, action, services.now().toISOString());
    if (refusal) res.status(409);
    await show(services, req, res, opened, action, { refusal });
  };
}

export function postAction(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = await openCase(services, req);
    const { viewer, page } = opened;
    const action = actionNamed(opened, req);
    const body = req.body as Body;
    const token = tokenOf(body);
    const answers = answersFrom(actionForm(action), body);
    const finished = await takeAction(services, viewer, { page, action, token, answers });
    await answer(req, res, finished, {
      token,
      done: `Done: ${actionForm(action).title.toLowerCase()}.`,
      next: `/cases/${page.reference}`,
      reference: page.reference,
      again: (again) =>
        show(services, req, res, opened, action, {
          refusal: finished.status === 'refused' ? finished.refusal : null,
          typed: { body, finished, token: again },
        }),
    });
  };
}

/** 404 for an action that this kind of case has not, 403 for one that the viewer's roles do not allow. */
function actionNamed({ viewer, page }: OpenedCase, req: Request): ActionName {
  const name = String(req.params.action);
  if (!actionOf(page, name)) throw new NotFound('This kind of case has no such action.');
  if (actingRole(viewer, name as ActionName) === null)
    throw new Forbidden('Your role does not allow this action.');
  return name as ActionName;
}

interface Shown {
  readonly refusal: Refusal | null;
  readonly typed?: { readonly body: Body; readonly finished: Finished; readonly token: string | undefined };
}

async function show(
  services: Services,
  req: Request,
  res: Response,
  { viewer, page }: OpenedCase,
  action: ActionName,
  { refusal, typed }: Shown,
): Promise<void> {
  const form = actionForm(action);
  res.render('cases/action', {
    title: `${form.title} – ${page.reference}`,
    header: caseHeader(services, viewer, page, 'overview'),
    refusal,
    form: formView(form, {
      action: req.originalUrl,
      choices: await choicesOf(form, services.register, { viewer, page }),
      body: typed?.body,
      errors: typed?.finished.status === 'invalid' ? typed.finished.errors : [],
      token: typed?.token,
    }),
    typed: typed !== undefined,
  });
}
