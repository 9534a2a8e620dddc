import type { Register } from '../../register';
import type { SignedIn } from './signed-in';

/**
 * The person with what they may do in one organisation; null for a disabled account or one that does not belong
 * to it. Read anew with every request, so that a role taken away is gone at once.
 */
export async function signedInAs(
  register: Register,
  staffId: string,
  organisationId: string,
): Promise<SignedIn | null> {
  const [member, viewer, memberships] = await Promise.all([
    register.staff.find(staffId),
    register.staff.viewer(staffId, organisationId),
    register.staff.memberships(staffId),
  ]);
  if (!member || member.disabled || !viewer) return null;
  const known = new Map(register.organisations.all().map(({ id, name }) => [id, name]));
  return {
    ...viewer,
    name: member.name,
    mustChange: member.mustChange,
    affiliations: memberships.flatMap((one) => {
      const name = known.get(one.organisationId);
      return name === undefined ? [] : [{ organisationId: one.organisationId, name }];
    }),
  };
}
