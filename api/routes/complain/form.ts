import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { complain } from '../../../forms/complaint/sent';
import type { FieldError } from '../../../forms/form';
import { fill } from '../../forms/fill';
import { fixedChoices } from '../../forms/choices';
import type { Body } from '../../forms/page';
import { answersFrom, typed } from '../../forms/page';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import type { Services } from '../../services';
import type { PublicRequest } from './public-page';
import { organisationOf, otherWays } from './public-page';

/** A household, a library or an advice centre may share an address; a machine that sends for ever may not. */
const perAddress = { points: 20, duration: 60 * 60 };

/** An input that people do not see. Machines that fill in everything fill it in. */
const TRAP = 'website';

const choices = fixedChoices(complain);

declare module 'express-session' {
  interface SessionData {
    /** The complaint sent last from this browser: a number and dates, nothing of what was written. */
    complaintSent: {
      readonly organisation: string;
      readonly reference: string;
      readonly receivedOn: string;
      readonly lawfulBy: string | null;
    };
  }
}

export function getComplain(services: Services) {
  return (req: PublicRequest, res: Response): void => show(services, req, res);
}

/** Whatever stops it, what was typed is shown again: nothing that somebody wrote to us is lost. */
export function postComplain(services: Services) {
  const sending = new RateLimiterMemory(perAddress);
  return async (req: PublicRequest, res: Response): Promise<void> => {
    const { id: organisationId } = organisationOf(services, req, res);
    const body = req.body as Body;
    const again = (status: number, message: string): void => {
      res.status(status);
      show(services, req, res, { body, errors: [{ field: 'name', message }] });
    };
    if (res.locals.sendAgain === true)
      return again(
        403,
        'This page was open for a long time. Nothing is lost: look through it and send it again. If that does not help, complain in one of the ways below.',
      );
    if (typed(body, TRAP) !== '')
      return again(422, 'Leave the box for machines empty: it says “Leave this empty”. Then send it again.');
    const filled = fill(complain, answersFrom(complain, body), { choices, now: services.now() });
    if (!filled.ok) {
      res.status(422);
      return show(services, req, res, { body, errors: filled.errors });
    }
    try {
      await sending.consume(addressOf(req));
    } catch {
      return again(
        429,
        'Too much was sent from this connection within an hour, and this was not sent. Try again later, or complain in one of the ways below.',
      );
    }
    const input = { id: tokenOf(body), organisationId, sent: filled.values };
    const { reference, receivedOn, lawfulBy } = await services.register.received.receive(input);
    req.session.complaintSent = { organisation: organisationId, reference, receivedOn, lawfulBy };
    res.redirect(303, `/complain/${organisationId}/sent`);
  };
}

/** Kept as a hash, and only in memory. */
const addressOf = ({ ip }: PublicRequest): string =>
  createHash('sha256')
    .update(ip ?? 'unknown')
    .digest('base64url');

function show(
  services: Services,
  req: PublicRequest,
  res: Response,
  given: { readonly body?: Body; readonly errors?: readonly FieldError[] } = {},
): void {
  const profile = organisationOf(services, req, res);
  const token = given.body && typed(given.body, 'token');
  res.render('complain/form', {
    trap: TRAP,
    trapped: given.body ? typed(given.body, TRAP) : '',
    view: formView(complain, {
      action: `/complain/${profile.id}`,
      choices,
      ...given,
      ...(token ? { token } : {}),
    }),
    ways: otherWays(profile),
  });
}
