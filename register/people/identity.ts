import type { PersonContents } from '../../domain/cases/contents';
import { may } from '../../domain/roles';
import type { Case, Person } from '../generated/client';
import { RegisterError } from '../errors';
import type { Context } from '../context';
import type { IdentityMatches, LikelyPerson } from '../people';
import { find } from '../search/find';
import type { OwnerType } from '../search/tokens';
import { nameWords, phoneToken, plain, postcodeOf, referenceToken, sounds } from '../search/normalise';
import type { Viewer } from '../viewer';
import { peopleVisibleTo, visibleTo } from '../visibility';
import { asContents, openEntries } from './index-entries';
import { openPeople } from './store';

/** More candidates than this say that the particulars tell nobody apart. */
const MOST_CANDIDATES = 60;

/** Compares the data subject's particulars with the people index and with others on record. */
export async function matchIdentity(context: Context, reference: string): Promise<IdentityMatches> {
  const found = await context.db.case.findUnique({ where: { reference }, include: { subject: true } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}.`);
  const compared = await compare(context, found);
  const matches = compared.map(({ source, id, reasons, strength }) => ({ source, id, reasons, strength }));
  const strong = matches.some(({ strength }) => strength === 'strong');
  return { matches, best: strong ? 'strong' : matches.length > 0 ? 'weak' : 'none' };
}

/** The same for whoever checks who is asking, with names: of others on record those alone whom the viewer may see. */
export async function likelyPeople(
  context: Context,
  viewer: Viewer,
  reference: string,
): Promise<LikelyPerson[]> {
  if (!may(viewer.roles, 'person.view')) return [];
  const found = await context.db.case.findFirst({
    where: { AND: [{ reference }, visibleTo(viewer)] },
    include: { subject: true },
  });
  const compared = found ? await compare(context, found) : [];
  const ids = compared.flatMap(({ source, id }) => (source === 'person' ? [id] : []));
  const visible = await context.db.person.findMany({
    where: { AND: [{ id: { in: ids } }, peopleVisibleTo(viewer)] },
    select: { id: true },
  });
  return compared
    .filter(({ source, id }) => source === 'index' || visible.some((one) => one.id === id))
    .sort((a, b) => Number(b.strength === 'strong') - Number(a.strength === 'strong'));
}

async function compare(
  context: Context,
  found: Case & { readonly subject: Person | null },
): Promise<LikelyPerson[]> {
  if (!found.subject) return [];
  const [subject] = await openPeople(context, context.db, [found.subject]);
  const given = subject?.contents as PersonContents;
  const candidates = await candidatesFor(context, found.organisationId, given);
  const own = [found.subjectId, found.requesterId];
  return candidates
    .filter(({ id }) => !own.includes(id))
    .flatMap((candidate): LikelyPerson[] => {
      const reasons = likeness(given, candidate.contents);
      const strength = strengthOf(reasons);
      return strength ? [{ ...candidate, reasons, strength }] : [];
    });
}

interface Candidate {
  readonly source: 'person' | 'index';
  readonly id: string;
  readonly contents: PersonContents;
}

async function candidatesFor(
  context: Context,
  organisationId: string,
  given: PersonContents,
): Promise<Candidate[]> {
  const { db } = context;
  const questions = [
    given.name,
    given.dateOfBirth,
    ...given.references,
    ...given.contacts.map(({ value }) => value),
  ];
  const owners = new Map<string, OwnerType>();
  for (const question of questions) {
    for (const one of question ? await find(context, db, organisationId, question) : []) {
      if (owners.size < MOST_CANDIDATES) owners.set(one.ownerId, one.ownerType);
    }
  }
  const of = (type: 'person' | 'index'): string[] =>
    [...owners].flatMap(([id, owner]) => (owner === type ? [id] : []));
  const people = await openPeople(
    context,
    db,
    await db.person.findMany({ where: { id: { in: of('person') } } }),
  );
  const entries = await openEntries(context, db, of('index'));
  return [
    ...people.map(({ id, contents }) => ({ source: 'person', id, contents }) as const),
    ...[...entries].map(([id, row]) => ({ source: 'index', id, contents: asContents(row) }) as const),
  ];
}

type Compare = (given: PersonContents, known: PersonContents) => boolean;

const sameName = (one: string, other: string): boolean =>
  nameWords(one).sort().join(' ') === nameWords(other).sort().join(' ');

const soundOf = (name: string): string =>
  nameWords(name)
    .map((word) => sounds(word)[0] ?? word)
    .sort()
    .join(' ');

const share = (some: readonly string[], more: readonly string[]): boolean =>
  some.some((one) => one !== '' && more.includes(one));

const contacts = (kind: string, { contacts: all }: PersonContents): string[] =>
  all.filter((one) => one.kind === kind).map(({ value }) => value);

const comparisons: Readonly<Record<string, Compare>> = {
  'name-equal': (given, known) => sameName(given.name, known.name),
  'former-name-equal': (given, known) =>
    !sameName(given.name, known.name) &&
    (known.formerNames.some((name) => sameName(name, given.name)) ||
      given.formerNames.some((name) => sameName(name, known.name))),
  'name-sounds-alike': (given, known) =>
    !sameName(given.name, known.name) && soundOf(given.name) === soundOf(known.name),
  'date-of-birth-equal': (given, known) =>
    given.dateOfBirth !== undefined && given.dateOfBirth === known.dateOfBirth,
  'postcode-equal': (given, known) => share(postcodes(given), postcodes(known)),
  'reference-equal': (given, known) =>
    share(given.references.map(referenceToken), known.references.map(referenceToken)),
  'email-equal': (given, known) =>
    share(contacts('email', given).map(plain), contacts('email', known).map(plain)),
  'phone-equal': (given, known) =>
    share(contacts('phone', given).map(phoneToken), contacts('phone', known).map(phoneToken)),
};

const postcodes = (person: PersonContents): string[] =>
  contacts('post', person).flatMap((value) => postcodeOf(value) ?? []);

function likeness(given: PersonContents, known: PersonContents): string[] {
  return Object.keys(comparisons).filter((reason) => comparisons[reason]?.(given, known));
}

const byName = ['name-equal', 'former-name-equal', 'name-sounds-alike'];

/** Many people have each of these: a street shares a postcode. */
const ofMany = ['date-of-birth-equal', 'postcode-equal'];

/** Strong: a name and one other particular agree. Weak: the same name, or what few people share, alone. */
function strengthOf(reasons: readonly string[]): 'strong' | 'weak' | null {
  const named = reasons.some((reason) => byName.includes(reason));
  const others = reasons.filter((reason) => !byName.includes(reason));
  if (named && others.length > 0) return 'strong';
  const telling = others.length > 1 || others.some((reason) => !ofMany.includes(reason));
  return telling || reasons.includes('name-equal') ? 'weak' : null;
}
