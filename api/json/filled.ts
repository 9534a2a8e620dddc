import type { Request, Response } from 'express';
import type { Form, Values } from '../../forms/form';
import type { CasePage } from '../../register/cases';
import { viewerOf } from '../auth/signed-in';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

/** Where a form is filled in: nowhere in particular, or in a case. */
export interface FilledWhere {
  readonly form: Form;
  readonly page?: CasePage;
}

/**
 * The answers a program sent for a form, checked as a page's are. Where some are not right it answers which, and
 * gives null: the caller then has nothing more to do. Throws BadRequest for what is no form at all.
 */
export async function filledIn(
  { register, now }: Services,
  req: Request,
  res: Response,
  { form, page }: FilledWhere,
): Promise<Values | null> {
  const { id, answers } = handedIn(
    req,
    form.fields.map(({ name }) => name),
  );
  const choices = await choicesOf(form, register, { viewer: viewerOf(req), page: page ?? null });
  const filled = fill(form, answers, { choices, now: now() });
  if (filled.ok) return filled.values;
  answerJson(res, { status: 'invalid', errors: filled.errors }, { id, reference: page?.reference ?? '' });
  return null;
}
