import type { Request, Response } from 'express';
import type { FieldError } from '../../../forms/form';
import type { AccessLink, LinkPurpose } from '../../../register/links';
import { openCase } from '../../casework/open-case';
import { fill } from '../../forms/fill';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import { formView } from '../../forms/view';
import type { MadeLink } from '../../links/issuing';
import { issueLink, linkChoices, linkOptions, makeLink, revokeLink } from '../../links/issuing';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';

type Params = { reference: string };

interface Shown {
  readonly issued?: MadeLink;
  readonly body?: Body;
  readonly errors?: readonly FieldError[];
}

/** Links of a case that left the house: making one, and withdrawing it. */
export function caseLinks(services: Services) {
  const { register, now } = services;

  const show = async (req: Request<Params>, res: Response, shown: Shown = {}): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const links = (await register.links.list(viewer, page.reference)) ?? [];
    const offered = await linkChoices(services, viewer, page.reference);
    res.status(shown.errors ? 422 : 200).render('links/case', {
      header: caseHeader(services, viewer, page, 'documents'),
      links: links.map((link) => linkView(link, now().toISOString())),
      issued: shown.issued,
      view:
        offered.length === 0
          ? null
          : formView(makeLink, { ...place(req), choices: linkOptions(offered), ...shown }),
    });
  };

  return {
    get: (req: Request<Params>, res: Response): Promise<void> => show(req, res),

    /** The token and the code are shown once, to be given by two different ways. */
    post: async (req: Request<Params>, res: Response): Promise<void> => {
      const { viewer, page } = await openCase(services, req);
      const body = req.body as Body;
      const offered = await linkChoices(services, viewer, page.reference);
      const filled = fill(makeLink, answersFrom(makeLink, body), {
        choices: linkOptions(offered),
        now: now(),
      });
      if (!filled.ok) return show(req, res, { body, errors: filled.errors });
      const { target, days } = filled.values;
      const chosen = { offered, target: String(target), days: Number(days) };
      await show(req, res, { issued: await issueLink(services, viewer, page.reference, chosen) });
    },

    revoke: async (req: Request<Params & { id: string }>, res: Response): Promise<void> => {
      const { page, viewer } = await openCase(services, req);
      await revokeLink(services, viewer, page.reference, req.params.id);
      req.session.banner = 'The link is withdrawn.';
      res.redirect(303, `/cases/${page.reference}/links`);
    },
  };
}

const place = (req: Request<Params>): { action: string } => ({
  action: `/cases/${req.params.reference}/links`,
});

const titles: Readonly<Record<LinkPurpose, string>> = {
  download: 'Download of the copy',
  'answer-search': 'Answer to a search',
  'one-time-code': 'One-time code',
};

const linkView = (link: AccessLink, now: string): object => ({
  ...link,
  title: titles[link.purpose],
  state: stateOf(link, now),
});

function stateOf({ revokedAt, expiresAt, attempts }: AccessLink, now: string): string {
  if (revokedAt !== null) return 'Withdrawn';
  if (expiresAt <= now) return 'Expired';
  return attempts >= 5 ? 'Locked after five wrong codes' : 'Works';
}
