import type { Response } from 'express';
import type { Services } from '../../services';
import type { PublicRequest } from './public-page';
import { organisationOf, otherWays } from './public-page';

/** The number of what was sent, and what happens next. Only the browser that sent it is shown it. */
export function getSent(services: Services) {
  return (req: PublicRequest, res: Response): void => {
    const profile = organisationOf(services, req, res);
    const sent = req.session.complaintSent;
    if (sent?.organisation !== profile.id) return res.redirect(303, `/complain/${profile.id}`);
    res.render('complain/sent', { sent, ways: otherWays(profile) });
  };
}
