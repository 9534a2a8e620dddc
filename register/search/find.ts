import type { Context } from '../context';
import type { Reader } from '../database';
import type { Clue } from './parse';
import { cluesIn } from './parse';
import type { OwnerType } from './tokens';

/** Somebody found, before anything of them is opened. */
export interface Found {
  readonly ownerType: OwnerType;
  readonly ownerId: string;
  /** 0 to 1: how much of the question they answer. */
  readonly score: number;
  readonly matched: readonly string[];
}

interface Row {
  readonly ownerType: OwnerType;
  readonly ownerId: string;
  readonly matches: readonly string[];
}

/** A common beginning matches thousands: only the best are opened. */
const MOST_ROWS = 200;

/** Who in the organisation answers the question, best first; only hashes are compared. */
export async function find(
  { searchKeys }: Pick<Context, 'searchKeys'>,
  reader: Reader,
  organisationId: string,
  text: string,
): Promise<Found[]> {
  const clues = cluesIn(text);
  if (clues.length === 0) return [];
  const byHash = new Map<string, Clue[]>();
  for (const clue of clues) {
    const hash = searchKeys.hash(organisationId, clue.field, clue.token).toString('hex');
    byHash.set(hash, [...(byHash.get(hash) ?? []), clue]);
  }
  const rows = await candidates(reader, organisationId, byHash);
  const best = new Set(clues.map(({ word }) => word)).size;
  return rows.map((row) => scored(row, byHash, best)).sort((one, other) => other.score - one.score);
}

/** Owners of the hashes, those first whose matches are worth most together. */
function candidates(reader: Reader, organisationId: string, byHash: Map<string, Clue[]>): Promise<Row[]> {
  const hashes = [...byHash.keys()];
  const worths = hashes.map((hash) => Math.max(...(byHash.get(hash) ?? []).map(({ worth }) => worth)));
  return reader.$queryRaw<Row[]>`
    SELECT t."ownerType", t."ownerId", array_agg(encode(t.hash, 'hex')) AS matches
    FROM search_token t
    JOIN unnest(${hashes}::text[], ${worths}::float8[]) AS q(hex, worth) ON t.hash = decode(q.hex, 'hex')
    WHERE t."organisationId" = ${organisationId}
    GROUP BY t."ownerType", t."ownerId"
    ORDER BY sum(q.worth) DESC, t."ownerId"
    LIMIT ${MOST_ROWS}`;
}

const FULL = 4;

const names: Readonly<Record<string, string>> = { phonetic: 'sounds-alike', prefix: 'beginning' };

/** Each word of the question counts by its best match; a name in full for each word is a whole answer. */
function scored({ ownerType, ownerId, matches }: Row, byHash: Map<string, Clue[]>, words: number): Found {
  const clues = matches.flatMap((hash) => byHash.get(hash) ?? []);
  const perWord = new Map<string, number>();
  for (const { word, worth } of clues) perWord.set(word, Math.max(perWord.get(word) ?? 0, worth));
  const sum = [...perWord.values()].reduce((total, worth) => total + worth, 0);
  const matched = [...new Set(clues.map(({ field }) => names[field] ?? field))];
  return { ownerType, ownerId, score: Math.min(1, sum / (FULL * words)), matched };
}
