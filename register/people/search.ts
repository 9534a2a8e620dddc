import type { PersonContents } from '../../domain/cases/contents';
import { may } from '../../domain/roles';
import type { Context } from '../context';
import type { PersonHit } from '../people';
import type { Found } from '../search/find';
import { find } from '../search/find';
import type { Viewer } from '../viewer';
import { peopleVisibleTo, visibleTo } from '../visibility';
import { asContents, openEntries } from './index-entries';
import { openPeople } from './store';

const USUAL_LIMIT = 20;

/** People on record and in the imported index who answer the question, best first. */
export async function searchPeople(
  context: Context,
  viewer: Viewer,
  text: string,
  limit: number = USUAL_LIMIT,
): Promise<PersonHit[]> {
  if (!may(viewer.roles, 'person.search')) return [];
  const found = await find(context, context.db, viewer.organisationId, text);
  const hits = [
    ...(await peopleAmong(context, viewer, found)),
    ...(await entriesAmong(context, found, limit)),
  ];
  return hits.sort(best).slice(0, limit);
}

const best = (one: PersonHit, other: PersonHit): number =>
  other.score - one.score || Number(one.source === 'index') - Number(other.source === 'index');

async function peopleAmong(context: Context, viewer: Viewer, found: readonly Found[]): Promise<PersonHit[]> {
  const scores = new Map(
    found.filter(({ ownerType }) => ownerType === 'person').map((one) => [one.ownerId, one]),
  );
  const cases = { where: visibleTo(viewer), select: caseSelection, orderBy: { loggedAt: 'desc' } } as const;
  const rows = await context.db.person.findMany({
    where: { AND: [{ id: { in: [...scores.keys()] } }, peopleVisibleTo(viewer)] },
    include: { subjectOf: cases },
  });
  const people = await openPeople(context, context.db, rows);
  return people.map(({ id, personType, contents }, index) => ({
    ...hit(scores.get(id) as Found, 'person', personType, contents),
    cases: rows[index]?.subjectOf ?? [],
  }));
}

const caseSelection = { reference: true, kind: true, stage: true } as const;

async function entriesAmong(context: Context, found: readonly Found[], limit: number): Promise<PersonHit[]> {
  const entries = found.filter(({ ownerType }) => ownerType === 'index').slice(0, limit);
  const rows = await openEntries(
    context,
    context.db,
    entries.map(({ ownerId }) => ownerId),
  );
  return entries.flatMap((one) => {
    const row = rows.get(one.ownerId);
    return row ? [{ ...hit(one, 'index', row.personType ?? '', asContents(row)), cases: [] }] : [];
  });
}

function hit(
  { ownerId, score, matched }: Found,
  source: PersonHit['source'],
  personType: string,
  { name, dateOfBirth, references, contacts }: PersonContents,
): Omit<PersonHit, 'cases'> {
  const address = contacts.find(
    ({ kind, safety }) => kind === 'post' && (safety === 'safe' || safety === 'unconfirmed'),
  );
  return {
    ...{ source, id: ownerId, name, personType, references, score, matched },
    ...(dateOfBirth && { dateOfBirth }),
    ...(address && { address: address.value.split('\n').join(', ') }),
  };
}
