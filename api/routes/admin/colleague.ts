import type { Colleague } from '../../../register/staff';
import type { Viewer } from '../../../register/viewer';
import { NotFound } from '../../errors';
import type { Services } from '../../services';

export interface KnownColleague extends Colleague {
  /** Works for other organisations too, so that only they themselves change what belongs to the whole account. */
  readonly elsewhere: boolean;
}

/** A member of the administrator's own organisation. Throws NotFound. */
export async function findColleague(
  { register }: Services,
  { organisationId }: Viewer,
  staffId: string,
): Promise<KnownColleague> {
  const colleagues = await register.staff.colleagues(organisationId);
  const colleague = colleagues.find(({ id }) => id === staffId);
  if (!colleague) throw new NotFound();
  const memberships = await register.staff.memberships(colleague.id);
  return { ...colleague, elsewhere: memberships.length > 1 };
}
