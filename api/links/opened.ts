import type { Request } from 'express';
import type { AccessLink } from '../../register/links';
import { HttpError } from '../errors';
import type { Services } from '../services';

/** A link whose code was entered in this browser, as the session keeps it. */
export type OpenedLink = Pick<AccessLink, 'id' | 'reference' | 'purpose' | 'target' | 'expiresAt'> & {
  /** The link's own token, so that one session opens one link only. */
  readonly token: string;
};

declare module 'express-session' {
  interface SessionData {
    link: OpenedLink;
  }
}

/** The link has expired, was withdrawn, was locked, or never was: from outside these look alike. */
export class LinkClosed extends HttpError {
  constructor() {
    super(
      410,
      'link-closed',
      'This link does not work any more.',
      'Contact us, and we will make you a new one.',
    );
  }
}

/** The code has not been entered in this browser yet. */
export class CodeNeeded extends HttpError {
  constructor() {
    super(
      401,
      'code-needed',
      'Enter the code first.',
      'Open the link again and enter the code. Nothing was recorded.',
    );
  }
}

/** The link of the address, opened by its code in this session. Throws LinkClosed, CodeNeeded. */
export async function openedLink({ register }: Services, req: Request): Promise<OpenedLink> {
  const token = String(req.params.token);
  if (!(await register.links.alive(token))) throw new LinkClosed();
  const { link } = req.session;
  if (link?.token !== token) throw new CodeNeeded();
  return link;
}
