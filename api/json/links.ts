import type { Request, Response } from 'express';
import { Router } from 'express';
import { requires, viewerOf } from '../auth/signed-in';
import { openCase } from '../casework/open-case';
import { fill } from '../forms/fill';
import { issueLink, linkChoices, linkOptions, makeLink, revokeLink } from '../links/issuing';
import type { Services } from '../services';
import { answerJson } from './answer';
import { handedIn } from './body';

type Case = Request<{ reference: string }>;

/** Links of a case that left the house, for programs. Address and code are in the one answer that makes it. */
export function linksJson(services: Services): Router {
  const { register, now } = services;
  const mayIssue = requires('document.add');
  const at = '/cases/:reference/links';

  const list = async (req: Case, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const links = await register.links.list(viewer, page.reference);
    const offered = await linkChoices(services, viewer, page.reference);
    res.json({ links, offered: offered.map(({ value, text }) => ({ value, text })) });
  };

  const make = async (req: Case, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const { reference } = page;
    const { id, answers } = handedIn(
      req,
      makeLink.fields.map(({ name }) => name),
    );
    const offered = await linkChoices(services, viewer, reference);
    const filled = fill(makeLink, answers, { choices: linkOptions(offered), now: now() });
    if (!filled.ok) return answerJson(res, { status: 'invalid', errors: filled.errors }, { id, reference });
    const { target, days } = filled.values;
    const chosen = { offered, target: String(target), days: Number(days) };
    res.status(201).json({ link: await issueLink(services, viewer, reference, chosen) });
  };

  const revoke = async (req: Request<{ reference: string; id: string }>, res: Response): Promise<void> => {
    const { page } = await openCase(services, req);
    await revokeLink(services, viewerOf(req), page.reference, req.params.id);
    res.json({ status: 'revoked', id: req.params.id });
  };

  return Router().get(at, mayIssue, list).post(at, mayIssue, make).post(`${at}/:id/revoke`, mayIssue, revoke);
}
