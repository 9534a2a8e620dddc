import type { Request, Response } from 'express';
import type { ReceivedComplaint } from '../../../register/received';
import { viewerOf } from '../../auth/signed-in';
import { londonDay } from '../../presentation/dates';
import type { Services } from '../../services';

/** What waits to be logged, and what was set aside, by whom and why. */
export function getList({ register, now }: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const [waiting, aside] = await Promise.all([
      register.received.waiting(viewer),
      register.received.setAside(viewer),
    ]);
    res.render('received/list', {
      waiting: waiting.map((one) => waitingView(one, now())),
      aside,
    });
  };
}

/** One line of what waits: late once the two working days for logging it are over. */
export const waitingView = (one: ReceivedComplaint, now: Date) => ({
  ...one,
  late: one.logBy < londonDay(now),
});
