import type { Request, Response } from 'express';
import type { FieldError, Form } from '../../../forms/form';
import type { LinkAnswer } from '../../../register/links';
import { LinkClosed } from '../../links/opened';
import type { Body } from '../../forms/page';
import { typed } from '../../forms/page';
import { formView } from '../../forms/view';
import type { Services } from '../../services';

type Params = { token: string };

const enterCode: Form = {
  id: 'enter-code',
  title: 'Enter your code',
  submit: 'Continue',
  fields: [
    {
      name: 'code',
      label: 'Code',
      hint: 'Six digits',
      kind: 'text',
      personal: true,
      max: 20,
      autocomplete: 'one-time-code',
    },
  ],
};

/** The page behind a link that left the house: nothing is shown before the code is entered. */
export function linkDoor(services: Services) {
  const { links } = services.register;
  const show = (req: Request<Params>, res: Response, errors: FieldError[] = []): void => {
    const { token } = req.params;
    res.status(errors.length ? 422 : 200).render('links/code', {
      view: formView(enterCode, { action: `/links/${token}`, choices: {}, errors }),
    });
  };
  return {
    get: async (req: Request<Params>, res: Response): Promise<void> => {
      const { token } = req.params;
      if (!(await links.alive(token))) throw new LinkClosed();
      if (req.session.link?.token === token) return res.redirect(303, inside(token));
      show(req, res);
    },
    post: async (req: Request<Params>, res: Response): Promise<void> => {
      const { token } = req.params;
      const code = typed(req.body as Body, 'code').replace(/\s/g, '');
      if (!/^\d{6}$/.test(code))
        return show(req, res, [{ field: 'code', message: 'Enter the six digits of the code.' }]);
      const answer = await links.open(token, code);
      if (answer.refused !== undefined) return wrong(req, res, answer);
      const { id, reference, purpose, target, expiresAt } = answer.opened;
      await newSession(req);
      req.session.link = { token, id, reference, purpose, target, expiresAt };
      res.redirect(303, inside(token));
    },
  };

  function wrong(req: Request<Params>, res: Response, { refused, attemptsLeft }: Refused): void {
    if (refused !== 'wrong-code' || attemptsLeft <= 0) throw new LinkClosed();
    const left = attemptsLeft === 1 ? 'You can try once more.' : `You can try ${attemptsLeft} more times.`;
    show(req, res, [{ field: 'code', message: `The code is not right. ${left}` }]);
  }
}

type Refused = Extract<LinkAnswer, { attemptsLeft: number }>;

const inside = (token: string): string => `/links/${token}/open`;

/** A session planted in this browser beforehand must not learn what the code opens. A colleague stays signed in. */
async function newSession(req: Request): Promise<void> {
  if (req.session.staffId !== undefined) return;
  await new Promise<void>((resolve, reject) =>
    req.session.regenerate((error) => (error ? reject(error) : resolve())),
  );
}
