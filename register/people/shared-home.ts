import { contactFlags, type PersonContents } from '../../domain/cases/contents';
import { sameContact } from '../../domain/cases/one-time-code';
import { may } from '../../domain/roles';
import type { Context } from '../context';
import { bytes } from '../database';
import type { SharedHome } from '../people';
import { postcodeOf, referenceToken } from '../search/normalise';
import type { TokenField } from '../search/tokens';
import type { Viewer } from '../viewer';
import { peopleVisibleTo } from '../visibility';
import { openPeople } from './store';

/**
 * People whom it may endanger to be found, and who share or shared an address or a number with whoever the case is
 * about or whoever asks. Their safety hangs on it, so it is said whoever looks; who it is only to those who may see them.
 * Only hashes are compared before anybody is opened.
 */
export async function sharedHome(context: Context, viewer: Viewer, reference: string): Promise<SharedHome[]> {
  const { db, searchKeys } = context;
  const found = await db.case.findUnique({
    where: { reference },
    include: { subject: true, requester: true },
  });
  const rows = [found?.subject ?? [], found?.requester ?? []].flat();
  if (!found || rows.length === 0) return [];
  const { organisationId } = found;
  const own = (await openPeople(context, db, rows)).map(({ contents }) => contents);
  const hash = (field: TokenField, token: string) => bytes(searchKeys.hash(organisationId, field, token));
  const clues = own.flatMap((one) => [
    ...one.references.map((value) => hash('reference', referenceToken(value))),
    ...postcodes(one).map((value) => hash('address', value)),
  ]);
  const tokens = await db.searchToken.findMany({
    where: { organisationId, ownerType: 'person', hash: { in: clues } },
    select: { ownerId: true },
  });
  const ids = tokens.map(({ ownerId }) => ownerId).filter((id) => !rows.some((row) => row.id === id));
  const flagged = { id: { in: [...new Set(ids)] }, flags: { hasSome: [...contactFlags] } };
  const others = await openPeople(context, db, await db.person.findMany({ where: flagged }));
  const visible = await db.person.findMany({
    where: { AND: [flagged, peopleVisibleTo(viewer)] },
    select: { id: true },
  });
  return others.flatMap(({ id, contents }): SharedHome[] => {
    const shares = own.flatMap((one) => shared(one, contents));
    const known = may(viewer.roles, 'person.view') && visible.some((one) => one.id === id);
    if (shares.length === 0) return [];
    return [{ person: known ? { id, name: contents.name } : null, shares: [...new Set(shares)] }];
  });
}

const addresses = ({ contacts }: PersonContents) => contacts.filter(({ kind }) => kind === 'post');
const postcodes = (one: PersonContents): string[] =>
  addresses(one).flatMap(({ value }) => postcodeOf(value) ?? []);

function shared(one: PersonContents, other: PersonContents): SharedHome['shares'] {
  const numbers = one.references.map(referenceToken);
  const byNumber = other.references.some((value) => numbers.includes(referenceToken(value)));
  const byAddress = addresses(one).some((own) =>
    addresses(other).some((theirs) => sameContact(own, theirs) || sameHouse(own.value, theirs.value)),
  );
  return [...(byAddress ? (['address'] as const) : []), ...(byNumber ? (['reference'] as const) : [])];
}

/** The same postcode, and the same number first. */
function sameHouse(one: string, other: string): boolean {
  const house = (address: string): string | undefined => /\d+\w*/.exec(address)?.[0].toLowerCase();
  return postcodeOf(one) !== null && postcodeOf(one) === postcodeOf(other) && house(one) === house(other);
}
