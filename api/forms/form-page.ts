import type { Request, Response } from 'express';
import type { FieldError, Form, Values } from '../../forms/form';
import { viewerOf } from '../auth/signed-in';
import type { Services } from '../services';
import { fill } from './fill';
import type { Body } from './page';
import { answersFrom, bodyOf } from './page';
import { choicesOf } from './options';
import type { RowFocus } from './rows';
import { changedRows } from './rows';
import { formView } from './view';

/** A page that is one form about no case. */
export interface FormPage {
  readonly form: Form;
  /** Where it is sent. */
  readonly action: string;
  /** Where the back link leads. */
  readonly backTo: string;
  /** What is known already. */
  readonly values?: Values;
}

/** Shows it for the first time. */
export async function showForm(
  services: Services,
  req: Request,
  res: Response,
  page: FormPage,
): Promise<void> {
  await render(services, req, res, page, page.values ? { body: bodyOf(page.form, page.values) } : {});
}

/**
 * Checks what was sent. Where something is wrong, or rows were only added or removed, answers the page again with what was typed and gives null;
 * the caller then has nothing more to do.
 */
export async function answersOrPage(
  services: Services,
  req: Request,
  res: Response,
  page: FormPage,
): Promise<Values | null> {
  const body = req.body as Body;
  const changed = changedRows(page.form, body);
  if (changed) {
    await render(services, req, res, page, changed);
    return null;
  }
  const choices = await choicesOf(page.form, services.register, { viewer: viewerOf(req), page: null });
  const filled = fill(page.form, answersFrom(page.form, body), { choices, now: services.now() });
  if (filled.ok) return filled.values;
  await render(services, req, res, page, { body, errors: filled.errors });
  return null;
}

async function render(
  services: Services,
  req: Request,
  res: Response,
  { form, action, backTo }: FormPage,
  typed: { readonly body?: Body; readonly errors?: readonly FieldError[]; readonly focus?: RowFocus },
): Promise<void> {
  const choices = await choicesOf(form, services.register, { viewer: viewerOf(req), page: null });
  res
    .status(typed.errors ? 422 : 200)
    .render('parts/form-page', { view: formView(form, { action, choices, ...typed }), backTo });
}
