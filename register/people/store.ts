import { randomUUID } from 'node:crypto';
import type { ContactPoint, PersonContents } from '../../domain/cases/contents';
import type { Person } from '../generated/client';
import type { Context } from '../context';
import type { Reader, Tx } from '../database';
import { instant } from '../instants';
import type { NewPerson, PersonChange, PersonRecord } from '../people';
import type { DataKey } from '../sealing/data-key';
import { personKey } from '../sealing/keyring';
import { replaceTokens } from '../search/tokens';

const place = (personId: string): string => `person/${personId}/sealed`;

/** What is shown of somebody whose key was destroyed. */
const erased: PersonContents = { name: '(erased)', formerNames: [], contacts: [], references: [] };

/** Enters somebody new, with a key of their own and the hashes by which they are found. */
export async function insertPerson(
  { keyring, searchKeys, now }: Context,
  tx: Tx,
  organisationId: string,
  { personType, contents, flags = [] }: NewPerson,
): Promise<PersonRecord> {
  const id = randomUUID();
  const key = await keyring.create(tx, personKey(id));
  const times = { createdAt: now(), updatedAt: now() };
  const sealed = key.sealJson(contents, place(id));
  const row = await tx.person.create({
    data: { id, organisationId, personType, sealed, flags: [...flags], ...times },
  });
  await replaceTokens(tx, searchKeys, { ownerType: 'person', ownerId: id, organisationId }, contents);
  return record(row, contents);
}

/** Changes somebody on record and what they are found by. The caller has checked that the viewer may. */
export async function updatePerson(
  { keyring, searchKeys, now }: Context,
  tx: Tx,
  personId: string,
  change: PersonChange,
): Promise<PersonRecord> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
  const row = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const key = await keyring.load(tx, personKey(personId));
  const contents = { ...contentsOf(row, key), ...change.contents };
  const { personType = row.personType, flags = row.flags } = change;
  const changed = await tx.person.update({
    where: { id: personId },
    data: {
      personType,
      flags: [...flags],
      sealed: key.sealJson(contents, place(personId)),
      updatedAt: now(),
    },
  });
  const owner = { ownerType: 'person', ownerId: personId, organisationId: row.organisationId } as const;
  await replaceTokens(tx, searchKeys, owner, contents);
  return record(changed, contents);
}

/** Somebody on record with what a new request tells of them: contacts, references and flags are added, none removed. */
export async function enrichPerson(
  context: Context,
  tx: Tx,
  personId: string,
  adding: NewPerson,
): Promise<PersonRecord> {
  const row = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const [known] = await openPeople(context, tx, [row]);
  const { contacts, references, formerNames, dateOfBirth } = (known as PersonRecord).contents;
  const fresh = adding.contents.contacts.filter((one) => !contacts.some((other) => same(one, other)));
  return updatePerson(context, tx, personId, {
    flags: union(row.flags, adding.flags ?? []),
    contents: {
      contacts: [...contacts, ...fresh],
      references: union(references, adding.contents.references),
      formerNames: union(formerNames, adding.contents.formerNames),
      dateOfBirth: dateOfBirth ?? adding.contents.dateOfBirth,
    },
  });
}

const same = (one: ContactPoint, other: ContactPoint): boolean =>
  one.kind === other.kind && one.value.trim().toLowerCase() === other.value.trim().toLowerCase();

const union = (some: readonly string[], more: readonly string[]): string[] => [
  ...new Set([...some, ...more]),
];

/** Opens people, in the order given. */
export async function openPeople(
  { keyring }: Context,
  reader: Reader,
  rows: readonly Person[],
): Promise<PersonRecord[]> {
  const keys = await keyring.loadMany(
    reader,
    rows.map(({ id }) => personKey(id)),
  );
  return rows.map((row) => {
    const key = keys.get(personKey(row.id));
    return record(row, key ? contentsOf(row, key) : erased);
  });
}

const contentsOf = (row: Person, key: DataKey): PersonContents => key.openJson(row.sealed, place(row.id));

function record(row: Person, contents: PersonContents): PersonRecord {
  const { id, organisationId, personType, flags, held, createdAt, updatedAt } = row;
  const times = { createdAt: instant(createdAt), updatedAt: instant(updatedAt) };
  return { id, organisationId, personType, contents, flags, held, ...times };
}
