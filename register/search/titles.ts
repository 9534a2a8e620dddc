import type { Context } from '../context';
import type { Tx } from '../database';
import { bytes } from '../database';
import { beginnings, sounds, words } from './normalise';
import type { Token, TokenOwner } from './tokens';

/** Puts what a matter is found by in the place of what it had: words of its title, hashed like people's names. */
export async function keepTitleTokens(
  { searchKeys }: Context,
  tx: Tx,
  { id: ownerId, organisationId }: { readonly id: string; readonly organisationId: string },
  title: string,
): Promise<void> {
  const owner: TokenOwner = { ownerType: 'case', ownerId, organisationId };
  await tx.searchToken.deleteMany({ where: { ownerType: 'case', ownerId } });
  await tx.searchToken.createMany({
    data: titleTokens(title).map(({ field, token }) => ({
      ...{ ...owner, field, hash: bytes(searchKeys.hash(organisationId, field, token)) },
    })),
  });
}

function titleTokens(title: string): Token[] {
  const all = words(title);
  const of = (field: Token['field'], tokens: readonly string[]): Token[] =>
    [...new Set(tokens)].filter(Boolean).map((token) => ({ field, token }));
  return [
    ...of('name', all),
    ...of('phonetic', all.flatMap(sounds)),
    ...of('prefix', all.flatMap(beginnings)),
  ];
}
