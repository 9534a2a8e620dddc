import type { Request, Response } from 'express';
import type { Finished } from '../../casework/finish-task';

export interface Answering {
  readonly token: string;
  /** What the next page says. */
  readonly done: string;
  readonly next: string;
  readonly reference: string;
  /**
   * Shows the form again with everything typed in it. After a mistake its token stays; after a refusal it gets a
   * new one, because the old one is settled.
   */
  readonly again: (token: string | undefined) => Promise<void>;
}

/** The four ends of a form that was sent: done, refused, wrong, or stored and not known yet. */
export async function answer(req: Request, res: Response, finished: Finished, to: Answering): Promise<void> {
  switch (finished.status) {
    case 'recorded':
      req.session.banner = to.done;
      return res.redirect(303, to.next);
    case 'pending':
      return res.redirect(303, `/cases/${to.reference}/submissions/${to.token}`);
    case 'refused':
      res.status(409);
      return to.again(undefined);
    case 'invalid':
      res.status(422);
      return to.again(to.token);
  }
}
