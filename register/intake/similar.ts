import type { CaseKind } from '../../domain/cases/kinds';
import type { Context } from '../context';
import { civil, instantOrNull } from '../instants';
import type { PersonClues, SimilarCase } from '../intake';
import { openPeople } from '../people/store';
import { find } from '../search/find';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';

/** Less than this is no more than a shared first name or street. */
const LEAST_SCORE = 0.5;
const MOST_CASES = 20;

/** Cases of the same or a similar person, so that a request is not logged twice. */
export async function similarCases(
  context: Context,
  viewer: Viewer,
  clues: PersonClues,
): Promise<SimilarCase[]> {
  const reasons = await likelyPeople(context, viewer, clues);
  const found = await context.db.case.findMany({
    where: { AND: [visibleTo(viewer), { subjectId: { in: [...reasons.keys()] } }] },
    include: { subject: true },
    orderBy: { loggedAt: 'desc' },
    take: MOST_CASES,
  });
  const rows = found.flatMap(({ subject, ...row }) => (subject ? [{ ...row, subject }] : []));
  const people = await openPeople(
    context,
    context.db,
    rows.map(({ subject }) => subject),
  );
  return rows.map((row, index) => ({
    ...{
      reference: row.reference,
      kind: row.kind as CaseKind,
      stage: row.stage,
      receivedOn: civil(row.receivedOn),
    },
    ...{ closedAt: instantOrNull(row.closedAt), subjectId: row.subject.id },
    subjectName: people[index]?.contents.name ?? '',
    reasons: reasons.get(row.subject.id) ?? [],
  }));
}

async function likelyPeople(
  context: Context,
  { organisationId }: Viewer,
  { personId, name, dateOfBirth, email, reference }: PersonClues,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const text of [name, dateOfBirth, email, reference]) {
    if (!text) continue;
    for (const one of await find(context, context.db, organisationId, text)) {
      if (one.ownerType !== 'person' || one.score < LEAST_SCORE) continue;
      found.set(one.ownerId, [...new Set([...(found.get(one.ownerId) ?? []), ...one.matched])]);
    }
  }
  if (personId) found.set(personId, ['same-person']);
  return found;
}
