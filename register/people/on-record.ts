import type { PersonRecord } from '../people';
import type { Context } from '../context';
import { emailTokens, nameWords, postcodeOf } from '../search/normalise';
import type { TokenField } from '../search/tokens';
import { openPeople } from './store';

/** Somebody as a list has them. */
export interface Listed {
  readonly name: string;
  readonly email: string | null;
  readonly post: readonly string[] | null;
}

/**
 * People on record who may be those listed, for each in turn: of the same e-mail address, of the same full name (or
 * former name), or who share a name at the same postcode. Whoever is meant by mistake costs a look; whoever is missed
 * may be in danger. Only hashes are compared before anybody is opened.
 */
export async function peopleOnRecord(
  context: Context,
  organisationId: string,
  listed: readonly Listed[],
): Promise<readonly (readonly PersonRecord[])[]> {
  const { db, searchKeys } = context;
  const hash = (field: TokenField, token: string): string =>
    searchKeys.hash(organisationId, field, token).toString('hex');
  const clues = listed.map((one) => cluesOf(one, hash));
  const wanted = [
    ...new Set(clues.flatMap(({ email, names, postcode }) => [...email, ...names.flat(), ...postcode])),
  ];
  const rows = await db.searchToken.findMany({
    where: {
      organisationId,
      ownerType: 'person',
      hash: { in: wanted.map((hex) => Buffer.from(hex, 'hex')) },
    },
    select: { ownerId: true, hash: true },
  });
  const owners = new Map<string, Set<string>>();
  for (const row of rows)
    owners.set(
      row.ownerId,
      (owners.get(row.ownerId) ?? new Set()).add(Buffer.from(row.hash).toString('hex')),
    );
  const found = clues.map((clue) => [...owners].flatMap(([id, has]) => (mayBe(clue, has) ? [id] : [])));
  const people = await db.person.findMany({ where: { id: { in: [...new Set(found.flat())] } } });
  const opened = new Map((await openPeople(context, db, people)).map((one) => [one.id, one]));
  return found.map((ids) => ids.flatMap((id) => opened.get(id) ?? []));
}

interface Clues {
  readonly email: readonly string[];
  /** Of each word of the name its hash as a name and as a former one. */
  readonly names: readonly (readonly string[])[];
  readonly postcode: readonly string[];
}

function cluesOf({ name, email, post }: Listed, hash: (field: TokenField, token: string) => string): Clues {
  const postcode = post && postcodeOf(post.join(' '));
  return {
    email:
      email === null
        ? []
        : emailTokens(email)
            .slice(0, 1)
            .map((token) => hash('email', token)),
    names: [...new Set(nameWords(name))].map((word) => [hash('name', word), hash('former-name', word)]),
    postcode: postcode ? [hash('address', postcode)] : [],
  };
}

function mayBe({ email, names, postcode }: Clues, has: ReadonlySet<string>): boolean {
  const shared = names.filter((either) => either.some((one) => has.has(one)));
  return (
    email.some((one) => has.has(one)) ||
    (names.length > 1 && shared.length === names.length) ||
    (shared.length > 0 && postcode.some((one) => has.has(one)))
  );
}
