import type { Stage } from '../../domain/cases/definition';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Case } from '../generated/client';
import type { MatterHit } from '../cases';
import type { Context } from '../context';
import type { Reader } from '../database';
import { caseKey } from '../sealing/keyring';
import { find } from '../search/find';
import type { Viewer } from '../viewer';
import { mayOn, readableBy } from '../visibility';
import { contentsWith } from './contents';

const USUAL_LIMIT = 20;

/** Matters by words of their titles, of those whose contents the viewer may read. */
export async function searchMatters(
  context: Context,
  viewer: Viewer,
  text: string,
  limit: number = USUAL_LIMIT,
): Promise<MatterHit[]> {
  const { db } = context;
  const found = await find(context, db, viewer.organisationId, text);
  const scores = new Map(
    found.filter(({ ownerType }) => ownerType === 'case').map(({ ownerId, score }) => [ownerId, score]),
  );
  if (scores.size === 0) return [];
  const rows = await db.case.findMany({
    where: { AND: [{ id: { in: [...scores.keys()] } }, readableBy(viewer, 'document.view')] },
  });
  const titles = await titlesOf(context, db, viewer, rows);
  return rows
    .map((row) => ({
      ...{ reference: row.reference, kind: row.kind as CaseKind, stage: row.stage as Stage },
      ...{ title: titles.get(row.id) ?? '', score: scores.get(row.id) ?? 0 },
    }))
    .sort((one, other) => other.score - one.score)
    .slice(0, limit);
}

/** What matters are called, by case id, of those whose contents the viewer may read. */
export async function titlesOf(
  { keyring }: Context,
  reader: Reader,
  viewer: Viewer,
  rows: readonly Case[],
): Promise<Map<string, string>> {
  return titlesOfAll(
    { keyring },
    reader,
    rows.filter((row) => mayOn(viewer, row, 'document.view')),
  );
}

/** The same for whoever asks: of matters that everybody may know of by name, such as what is published of them. */
export async function titlesOfAll(
  { keyring }: Pick<Context, 'keyring'>,
  reader: Reader,
  rows: readonly Case[],
): Promise<Map<string, string>> {
  const matters = rows.filter(({ subjectId }) => subjectId === null);
  const keys = await keyring.loadMany(
    reader,
    matters.map(({ id }) => caseKey(id)),
  );
  return new Map(
    matters.flatMap((row) => {
      const title = contentsWith(keys.get(caseKey(row.id)), row)?.title;
      return title === undefined ? [] : [[row.id, title]];
    }),
  );
}
