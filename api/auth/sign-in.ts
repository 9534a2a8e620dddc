import type { Request, Response } from 'express';
import { Router } from 'express';
import type { Services } from '../services';
import { createAttempts } from './attempts';

const WRONG = 'The e-mail address or the password is not right.';

/** Signing in and out. */
export function signInRouter({ register, now }: Services): Router {
  const attempts = createAttempts();

  const get = (req: Request, res: Response): void => {
    if (req.signedIn) return res.redirect(303, '/');
    res.render('auth/sign-in', { email: '', problem: null });
  };

  const post = async (req: Request, res: Response): Promise<void> => {
    const { email, password } = req.body as { email?: unknown; password?: unknown };
    const account = typeof email === 'string' ? email : '';
    const address = req.ip ?? 'unknown';
    await attempts.check(account, address);
    const member = await register.staff.authenticate(account, typeof password === 'string' ? password : '');
    const memberships = member ? await register.staff.memberships(member.id) : [];
    const [first] = memberships;
    if (!member || !first) {
      await attempts.failed(account, address);
      res.status(401).render('auth/sign-in', { email: account, problem: WRONG });
      return;
    }
    await attempts.succeeded(account, address);
    const { returnTo } = req.session;
    await startSession(req, {
      staffId: member.id,
      organisationId: first.organisationId,
      signedInAt: now().getTime(),
    });
    if (memberships.length > 1) {
      req.session.returnTo = returnTo ?? '/';
      return res.redirect(303, '/choose-organisation');
    }
    res.redirect(303, returnTo ?? '/');
  };

  const signOut = async (req: Request, res: Response): Promise<void> => {
    await new Promise<void>((resolve, reject) =>
      req.session.destroy((error) => (error ? reject(error) : resolve())),
    );
    res.redirect(303, '/signed-out');
  };

  return Router()
    .get('/sign-in', get)
    .post('/sign-in', post)
    .post('/sign-out', signOut)
    .get('/signed-out', (_req, res) => res.render('auth/signed-out'));
}

/** A new session id, so that one planted before signing in is worth nothing. */
async function startSession(
  req: Request,
  held: { staffId: string; organisationId: string; signedInAt: number },
): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    req.session.regenerate((error) => (error ? reject(error) : resolve())),
  );
  Object.assign(req.session, held);
}
