import type { Context } from '../context';
import type { Tx } from '../database';
import { RegisterError } from '../errors';
import type { CaseOpening, PersonGiven } from '../intake';
import type { PersonRecord } from '../people';
import { enrichPerson, insertPerson, openPeople } from '../people/store';
import { peopleVisibleTo } from '../visibility';
import type { Asking } from './facts';
import type { OriginCase } from './origin';

/** Whose data it is and who asks, entered or found. Throws `invalid` where nobody is named. */
export async function askingOf(
  context: Context,
  tx: Tx,
  opening: CaseOpening,
  origin: OriginCase | null,
): Promise<Asking> {
  const { subject: whose, requester: asking } = opening;
  if (!whose) throw new RegisterError('invalid', 'Say whose information it is about. Nothing was recorded.');
  const subject = await personOf(context, tx, opening, whose, origin);
  const requester = asking ? await personOf(context, tx, opening, asking, origin) : subject;
  return { subject, requester };
}

/** Somebody on record is taken where the viewer may know of them, or where the case comes from one of theirs. */
async function personOf(
  context: Context,
  tx: Tx,
  { viewer }: CaseOpening,
  given: PersonGiven,
  origin: OriginCase | null,
): Promise<PersonRecord> {
  if ('fresh' in given) return insertPerson(context, tx, viewer.organisationId, given.fresh);
  const ofOrigin = origin !== null && [origin.subjectId, origin.requesterId].includes(given.existing);
  const row = await tx.person.findFirst({
    where: { id: given.existing, ...(ofOrigin ? {} : peopleVisibleTo(viewer)) },
  });
  if (!row) throw new RegisterError('not-found', 'The person chosen is not on record. Nothing was recorded.');
  if (given.adding) return enrichPerson(context, tx, row.id, given.adding);
  const [known] = await openPeople(context, tx, [row]);
  return known as PersonRecord;
}
