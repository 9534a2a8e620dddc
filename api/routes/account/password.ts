import type { Request, Response } from 'express';
import type { FieldError } from '../../../forms/form';
import { viewerOf } from '../../auth/signed-in';
import { NotSignedIn } from '../../errors';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import type { Services } from '../../services';

/** Characters a password must have at least; length is what makes it hard to guess. */
const SHORTEST = 12;

export function getPassword(req: Request, res: Response): void {
  viewerOf(req);
  show(res, []);
}

export function postPassword({ register }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { staffId } = viewerOf(req);
    const body = req.body as Body;
    const member = await register.staff.find(staffId);
    if (!member) throw new NotSignedIn();
    const errors = mistakes(body);
    if (errors.length === 0 && !(await register.staff.authenticate(member.email, typed(body, 'current'))))
      errors.push({ field: 'current', message: 'This is not your present password.' });
    if (errors.length > 0) {
      res.status(422);
      return show(res, errors);
    }
    await register.staff.setPassword(staffId, typed(body, 'password'));
    req.session.banner = 'Your password is changed.';
    res.redirect(303, '/');
  };
}

function mistakes(body: Body): FieldError[] {
  const [current, password, again] = ['current', 'password', 'again'].map((name) => typed(body, name));
  return [
    ...(current ? [] : [{ field: 'current', message: 'Enter your present password.' }]),
    ...((password?.length ?? 0) >= SHORTEST
      ? []
      : [{ field: 'password', message: `The new password must have at least ${SHORTEST} characters.` }]),
    ...(password === again ? [] : [{ field: 'again', message: 'The two new passwords differ.' }]),
    ...(password && password === current
      ? [{ field: 'password', message: 'The new password must differ from the present one.' }]
      : []),
  ];
}

function show(res: Response, errors: readonly FieldError[]): void {
  res.render('account/password', {
    title: 'Change your password',
    errors: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    errorSummary: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
  });
}
