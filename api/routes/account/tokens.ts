import type { Request, Response } from 'express';
import { viewerOf } from '../../auth/signed-in';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import { roleOptions } from '../../../forms/staff';
import type { Services } from '../../services';

const DAY_MS = 86_400_000;
/** Tokens end by themselves, so that a forgotten one does. */
const TOKEN_DAYS = 365;

export function getAccount(services: Services) {
  return (req: Request, res: Response): Promise<void> => show(services, req, res);
}

/** Makes a token and shows it this once. */
export function postToken(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { staffId, organisationId } = viewerOf(req);
    const label = typed(req.body as Body, 'label').trim();
    if (label === '' || label.length > 60) {
      res.status(422);
      return show(services, req, res, { error: 'Say in up to 60 characters what the token is for.' });
    }
    const expiresAt = new Date(services.now().getTime() + TOKEN_DAYS * DAY_MS).toISOString();
    const { token } = await services.register.tokens.issue(staffId, organisationId, label, expiresAt);
    await show(services, req, res, { token });
  };
}

export function postRevoke({ register }: Services) {
  return async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    await register.tokens.revoke(viewerOf(req).staffId, req.params.id);
    req.session.banner = 'The token no longer works.';
    res.redirect(303, '/account');
  };
}

async function show(
  { register }: Services,
  req: Request,
  res: Response,
  made: { readonly token?: string; readonly error?: string } = {},
): Promise<void> {
  const viewer = viewerOf(req);
  res.render('account/account', {
    title: 'My account',
    tokens: (await register.tokens.list(viewer.staffId)).filter(({ revokedAt }) => revokedAt === null),
    roles: viewer.roles.map((role) => roleOptions.find(({ value }) => value === role)?.text ?? role),
    errorSummary: made.error === undefined ? [] : [{ text: made.error, href: '#label' }],
    ...made,
  });
}
