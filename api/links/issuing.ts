import type { Form, Option } from '../../forms/form';
import type { DocumentRow, SearchRow } from '../../register/documents';
import type { IssuedLink } from '../../register/links';
import type { Viewer } from '../../register/viewer';
import { NotFound } from '../errors';
import type { Choices } from '../forms/choices';
import type { Services } from '../services';

const DOWNLOAD = 'download';
const DAY_MS = 86_400_000;

/** What a link of this case can be for, now. */
export interface LinkChoice extends Option {
  readonly purpose: 'download' | 'answer-search';
  readonly target: string;
}

/** What a link that is made now can be for: the copy of the requester, and each search that waits for its owner. */
export async function linkChoices(
  { register }: Pick<Services, 'register'>,
  viewer: Viewer,
  reference: string,
): Promise<LinkChoice[]> {
  const { systems } = register.organisations.get(viewer.organisationId);
  const labels = new Map(systems.map(({ id, label }) => [id, label]));
  const [documents, searches] = await Promise.all([
    register.documents.list(viewer, reference),
    register.documents.searches(viewer, reference),
  ]);
  return [...downloads(documents ?? []), ...openSearches(searches ?? [], labels)];
}

/** The newest bundle, as ZIP and as PDF; never a single item, which could be an original. */
function downloads(documents: readonly DocumentRow[]): LinkChoice[] {
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

const openSearches = (searches: readonly SearchRow[], labels: ReadonlyMap<string, string>): LinkChoice[] =>
  searches
    .filter(({ state, taskId }) => state === 'asked' && taskId !== null)
    .map(({ step, system }) => ({
      value: step,
      text: `The owner of “${labels.get(system) ?? system}” answers the search`,
      purpose: 'answer-search',
      target: step,
    }));

const days: readonly Option[] = ['7', '14', '28'].map((value) => ({ value, text: `${value} days` }));

export const makeLink: Form = {
  id: 'make-link',
  title: 'Make a link',
  submit: 'Make the link',
  fields: [
    { name: 'target', label: 'What is it for?', kind: 'radios', options: 'link-targets' },
    { name: 'days', label: 'How long does it work?', kind: 'radios', options: days },
  ],
};

export const linkOptions = (offered: readonly LinkChoice[]): Choices => ({ target: offered, days });

/** A link as it is shown once: its address and its code are given by two different ways. */
export type MadeLink = Pick<IssuedLink, 'id' | 'code'> & { readonly address: string };

/** Makes the link that was chosen. Throws NotFound for one that is not offered. */
export async function issueLink(
  { register, config, now }: Services,
  viewer: Viewer,
  reference: string,
  { offered, target, days: lasts }: { offered: readonly LinkChoice[]; target: string; days: number },
): Promise<MadeLink> {
  const choice = offered.find(({ value }) => value === target);
  if (!choice) throw new NotFound();
  const { id, code, token } = await register.links.issue({
    ...{ reference, purpose: choice.purpose, target: choice.target, issuedBy: viewer.staffId },
    expiresAt: new Date(now().getTime() + lasts * DAY_MS).toISOString(),
  });
  return { id, code, address: `${config.baseUrl}/links/${token}` };
}

/** Withdraws a link of this case. Throws NotFound for one of another. */
export async function revokeLink(
  { register }: Services,
  viewer: Viewer,
  reference: string,
  id: string,
): Promise<void> {
  const known = (await register.links.list(viewer, reference)) ?? [];
  if (!known.some((one) => one.id === id)) throw new NotFound();
  await register.links.revoke(viewer, id);
}
