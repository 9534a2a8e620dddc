import type { Request, Response } from 'express';
import type { ActionName, Refusal } from '../../../domain/cases/process';
import type { CasePage } from '../../../register/cases';
import type { Form, Values } from '../../../forms/form';
import { actionForm } from '../../../forms/registry';
import type { Finished } from '../../casework/finish-task';
import type { OpenedCase } from '../../casework/open-case';
import { openCase } from '../../casework/open-case';
import { actingRole, actionOf, actionRefusal } from '../../casework/rules';
import { settingIn } from '../../casework/setting';
import { suggestedFor } from '../../casework/starting';
import { takeAction } from '../../casework/take-action';
import { Forbidden, NotFound } from '../../errors';
import { nothingToChoose } from '../../forms/nothing-to-choose';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, bodyOf } from '../../forms/page';
import type { RowFocus } from '../../forms/rows';
import { changedRows } from '../../forms/rows';
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
    const changed = changedRows(actionForm(action), body);
    if (changed)
      return show(services, req, res, opened, action, { refusal: null, typed: { ...changed, token } });
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

/** What the record knows that bears on the action: the ground "number" counts requests under every right (Art 12A(3)). */
function noteOn(action: ActionName, { requests }: CasePage): string | null {
  if (action !== 'extend' || !requests) return null;
  const { open, lastYear } = requests;
  return `Requests of this person under all their rights, this one included: ${open} open now, ${lastYear} received in the last twelve months.`;
}

/** Who may know of the case now: what is not ticked any more is taken back. */
const standing = (action: ActionName, { namedStaff, excludedStaff }: CasePage): Body | undefined =>
  action === 'restrict-access' ? { staff: [...namedStaff], excluded: [...excludedStaff] } : undefined;

interface Shown {
  readonly refusal: Refusal | null;
  readonly typed?: {
    readonly body: Body;
    /** Absent where only rows were added or removed. */
    readonly finished?: Finished;
    readonly focus?: RowFocus;
    readonly token: string | undefined;
  };
}

/** What it shows to begin with: what the record suggests, and before that what was said in the case. */
async function startingOf(
  services: Services,
  viewer: OpenedCase['viewer'],
  form: Form,
  page: CasePage,
): Promise<Values | null> {
  if (!form.begins) return null;
  const suggested = await suggestedFor(services.register, viewer, form, page);
  return { ...suggested, ...form.begins(await settingIn(services, viewer, page)) };
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
  const choices = await choicesOf(form, services.register, { viewer, page });
  const starting = typed ? null : await startingOf(services, viewer, form, page);
  const nothing = refusal ? null : nothingToChoose(form, choices);
  if (nothing) res.status(409);
  res.render('cases/action', {
    title: `${form.title} – ${page.reference}`,
    header: caseHeader(services, viewer, page, 'overview'),
    refusal: refusal ?? nothing,
    note: noteOn(action, page),
    form: formView(form, {
      action: req.originalUrl,
      choices,
      body: typed?.body ?? (starting ? bodyOf(form, starting) : standing(action, page)),
      errors: typed?.finished?.status === 'invalid' ? typed.finished.errors : [],
      token: typed?.token,
      focus: typed?.focus,
    }),
    typed: typed !== undefined,
  });
}
