import { londonDate } from '../../domain/calendar';
import type { Role } from '../../domain/roles';
import type { Membership, Staff } from '../generated/client';
import type { Context } from '../context';
import { instant } from '../instants';
import { isAway } from '../owners';
import type { Addressee } from '../staff';
import type { Viewer } from '../viewer';

type Member = Membership & { staff: Staff };

/** Whoever holds the role, deputies standing in for the absent. */
export async function holders(context: Context, organisationId: string, role: Role): Promise<Addressee[]> {
  return reachable(context, organisationId, (member) => member.roles.includes(role));
}

export async function owners(context: Context, organisationId: string, system: string): Promise<Addressee[]> {
  return reachable(context, organisationId, (member) => member.systems.includes(system));
}

export async function reach(context: Context, organisationId: string, staffId: string): Promise<Addressee[]> {
  return reachable(context, organisationId, (member) => member.staffId === staffId);
}

async function reachable(
  { db, now }: Context,
  organisationId: string,
  concerns: (member: Member) => boolean,
): Promise<Addressee[]> {
  const today = londonDate(instant(now()));
  const members = await db.membership.findMany({ where: { organisationId }, include: { staff: true } });
  const found = members.filter(concerns).flatMap((member): Addressee[] => {
    const deputy = isAway(member, today) && members.find(({ staffId }) => staffId === member.deputyId);
    if (deputy && !deputy.staff.disabled) return [{ ...addressee(deputy), insteadOf: member.staffId }];
    return member.staff.disabled ? [] : [addressee(member)];
  });
  return [...new Map(found.map((one) => [one.staffId, one])).values()];
}

const addressee = ({ staff: { id, name, email } }: Member): Addressee => ({ staffId: id, name, email });

/** A member of staff as a viewer: with their own roles and work, and those of absent colleagues whose deputy they are. */
export async function viewerOf(
  { db, now }: Context,
  staffId: string,
  organisationId: string,
): Promise<Viewer | null> {
  const today = londonDate(instant(now()));
  const rows = await db.membership.findMany({
    where: { organisationId, OR: [{ staffId, staff: { disabled: false } }, { deputyId: staffId }] },
  });
  const own = rows.find((row) => row.staffId === staffId);
  if (!own) return null;
  const standingInFor = rows.filter((row) => row.deputyId === staffId && isAway(row, today));
  const roles = [own, ...standingInFor].flatMap((row) => row.roles as Role[]);
  const absent = standingInFor.map((row) => row.staffId);
  return {
    ...{ staffId, organisationId, roles: [...new Set(roles)] },
    ...(absent.length > 0 && { standsInFor: absent }),
  };
}
