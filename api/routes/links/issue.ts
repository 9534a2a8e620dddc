import type { Request, Response } from 'express';
import type { FieldError, Form, Option } from '../../../forms/form';
import type { DocumentRow, SearchRow } from '../../../register/documents';
import type { AccessLink, IssuedLink, LinkPurpose } from '../../../register/links';
import { viewerOf } from '../../auth/signed-in';
import { openCase } from '../../casework/open-case';
import { fill } from '../../forms/fill';
import type { Body } from '../../forms/page';
import { answersFrom } from '../../forms/page';
import { formView } from '../../forms/view';
import { NotFound } from '../../errors';
import { caseHeader } from '../../presentation/case-header';
import type { Services } from '../../services';

type Params = { reference: string };

const DOWNLOAD = 'download';
const DAY_MS = 86_400_000;

/** What a link of this case can be for, now. */
interface Choice extends Option {
  readonly purpose: 'download' | 'answer-search';
  readonly target: string;
}

interface Shown {
  readonly issued?: IssuedLink & { readonly address: string };
  readonly body?: Body;
  readonly errors?: readonly FieldError[];
}

/** Links of a case that left the house: making one, and withdrawing it. */
export function caseLinks(services: Services) {
  const { register, config, now } = services;

  const choices = async (req: Request<Params>): Promise<Choice[]> => {
    const viewer = viewerOf(req);
    const { systems } = register.organisations.get(viewer.organisationId);
    const labels = new Map(systems.map(({ id, label }) => [id, label]));
    const [documents, searches] = await Promise.all([
      register.documents.list(viewer, req.params.reference),
      register.documents.searches(viewer, req.params.reference),
    ]);
    return [...downloads(documents ?? []), ...openSearches(searches ?? [], labels)];
  };

  const show = async (req: Request<Params>, res: Response, shown: Shown = {}): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const links = (await register.links.list(viewer, page.reference)) ?? [];
    const offered = await choices(req);
    res.status(shown.errors ? 422 : 200).render('links/case', {
      header: caseHeader(services, viewer, page, 'documents'),
      links: links.map((link) => linkView(link, now().toISOString())),
      issued: shown.issued,
      view:
        offered.length === 0
          ? null
          : formView(makeLink(offered), { ...place(req), choices: optionsOf(offered), ...shown }),
    });
  };

  return {
    get: (req: Request<Params>, res: Response): Promise<void> => show(req, res),

    /** The token and the code are shown once, to be given by two different ways. */
    post: async (req: Request<Params>, res: Response): Promise<void> => {
      await openCase(services, req);
      const body = req.body as Body;
      const offered = await choices(req);
      const form = makeLink(offered);
      const filled = fill(form, answersFrom(form, body), { choices: optionsOf(offered), now: now() });
      if (!filled.ok) return show(req, res, { body, errors: filled.errors });
      const choice = offered.find(({ value }) => value === filled.values.target);
      if (!choice) throw new NotFound();
      const issued = await register.links.issue({
        reference: req.params.reference,
        purpose: choice.purpose,
        target: choice.target,
        issuedBy: viewerOf(req).staffId,
        expiresAt: new Date(now().getTime() + Number(filled.values.days) * DAY_MS).toISOString(),
      });
      await show(req, res, { issued: { ...issued, address: `${config.baseUrl}/links/${issued.token}` } });
    },

    revoke: async (req: Request<Params & { id: string }>, res: Response): Promise<void> => {
      const { page, viewer } = await openCase(services, req);
      const known = (await register.links.list(viewer, page.reference)) ?? [];
      if (!known.some(({ id }) => id === req.params.id)) throw new NotFound();
      await register.links.revoke(viewer, req.params.id);
      req.session.banner = 'The link is withdrawn.';
      res.redirect(303, `/cases/${page.reference}/links`);
    },
  };
}

const place = (req: Request<Params>): { action: string } => ({
  action: `/cases/${req.params.reference}/links`,
});

const days: readonly Option[] = ['7', '14', '28'].map((value) => ({ value, text: `${value} days` }));

const makeLink = (offered: readonly Choice[]): Form => ({
  id: 'make-link',
  title: 'Make a link',
  submit: 'Make the link',
  fields: [
    { name: 'target', label: 'What is it for?', kind: 'radios', options: offered },
    { name: 'days', label: 'How long does it work?', kind: 'radios', options: days },
  ],
});

const optionsOf = (offered: readonly Choice[]): { target: readonly Choice[]; days: readonly Option[] } => ({
  target: offered,
  days,
});

/** The newest bundle, as ZIP and as PDF; never a single item, which could be an original. */
function downloads(documents: readonly DocumentRow[]): Choice[] {
  const newest = (purpose: string): DocumentRow[] =>
    documents.filter((row) => row.purpose === purpose && row.state === 'ready').slice(-1);
  const ids = [...newest('bundle'), ...newest('bundle-pdf')].map(({ id }) => id);
  return ids.length === 0
    ? []
    : [
        {
          value: DOWNLOAD,
          text: 'The requester downloads their copy',
          purpose: 'download',
          target: ids.join(','),
        },
      ];
}

const openSearches = (searches: readonly SearchRow[], labels: ReadonlyMap<string, string>): Choice[] =>
  searches
    .filter(({ state, taskId }) => state === 'asked' && taskId !== null)
    .map(({ step, system }) => ({
      value: step,
      text: `The owner of “${labels.get(system) ?? system}” answers the search`,
      purpose: 'answer-search',
      target: step,
    }));

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
