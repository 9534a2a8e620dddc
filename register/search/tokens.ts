import type { PersonContents } from '../../domain/cases/contents';
import type { Tx } from '../database';
import { bytes } from '../database';
import type { SearchKeys } from './keys';
import {
  addressTokens,
  beginnings,
  emailTokens,
  nameWords,
  phoneToken,
  referenceTokens,
  sounds,
} from './normalise';

export type TokenField =
  | 'name'
  | 'former-name'
  | 'phonetic'
  | 'prefix'
  | 'email'
  | 'reference'
  | 'address'
  | 'date-of-birth'
  | 'phone';

export interface Token {
  readonly field: TokenField;
  readonly token: string;
}

export type Findable = Pick<
  PersonContents,
  'name' | 'formerNames' | 'dateOfBirth' | 'contacts' | 'references'
>;

/** Everything by which a person can be found. */
export function tokensOf(person: Findable): Token[] {
  const names = nameWords(person.name);
  const former = person.formerNames.flatMap(nameWords);
  const contacts = (kind: string): string[] =>
    person.contacts.filter((one) => one.kind === kind).map((one) => one.value);
  return [
    ...of('name', names),
    ...of('former-name', former),
    ...of('phonetic', [...names, ...former].flatMap(sounds)),
    ...of('prefix', [...names, ...former].flatMap(beginnings)),
    ...of('email', contacts('email').flatMap(emailTokens)),
    ...of('reference', person.references.flatMap(referenceTokens)),
    ...of('address', contacts('post').flatMap(addressTokens)),
    ...of('phone', contacts('phone').map(phoneToken)),
    ...of('date-of-birth', person.dateOfBirth ? [person.dateOfBirth] : []),
  ];
}

function of(field: TokenField, tokens: readonly string[]): Token[] {
  return [...new Set(tokens)].filter(Boolean).map((token) => ({ field, token }));
}

/** `case`: a matter, found by words of its title. */
export type OwnerType = 'person' | 'index' | 'case';

export interface TokenOwner {
  readonly ownerType: OwnerType;
  readonly ownerId: string;
  readonly organisationId: string;
}

/** The rows by which somebody is found; nothing in them can be read without the key. */
export function tokenRows(
  keys: SearchKeys,
  owner: TokenOwner,
  person: Findable,
): (TokenOwner & { field: string; hash: Uint8Array<ArrayBuffer> })[] {
  return tokensOf(person).map(({ field, token }) => ({
    ...{ ...owner, field, hash: bytes(keys.hash(owner.organisationId, field, token)) },
  }));
}

/** Puts a person's tokens in the place of those they had. */
export async function replaceTokens(
  tx: Tx,
  keys: SearchKeys,
  owner: TokenOwner,
  person: Findable,
): Promise<void> {
  await tx.searchToken.deleteMany({ where: { ownerType: owner.ownerType, ownerId: owner.ownerId } });
  await tx.searchToken.createMany({ data: tokenRows(keys, owner, person) });
}
