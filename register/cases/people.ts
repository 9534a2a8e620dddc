import type { Person } from '../generated/client';
import type { Context } from '../context';
import type { PersonRecord } from '../people';
import { openPeople } from '../people/store';

/** Whose data a case is about and who asks, opened; null for a matter. */
export async function peopleOf(
  context: Context,
  { subject, requester }: { readonly subject: Person | null; readonly requester: Person | null },
): Promise<{ subject: PersonRecord | null; requester: PersonRecord | null }> {
  const rows = [subject, requester].filter((row) => row !== null);
  const people = await openPeople(context, context.db, rows);
  const opened = (row: Person | null): PersonRecord | null => people.find(({ id }) => id === row?.id) ?? null;
  return { subject: opened(subject), requester: opened(requester) };
}
