import type { IsoDate } from '../../domain/clock/types';
import type { Role } from '../../domain/roles';
import { roles as knownRoles } from '../../domain/roles';
import type { Membership as Row } from '../generated/client';
import type { Context } from '../context';
import { RegisterError } from '../errors';
import { civil, civilOrNull, dateColumn } from '../instants';
import type { Colleague, Membership } from '../staff';
import { memberOf } from './accounts';

export interface Held {
  readonly roles: readonly Role[];
  readonly systems?: readonly string[];
}

export interface Absence {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly deputyId?: string;
}

const keyOf = (staffId: string, organisationId: string) => ({
  staffId_organisationId: { staffId, organisationId },
});

export async function membershipsOf({ db }: Context, staffId: string): Promise<Membership[]> {
  const rows = await db.membership.findMany({ where: { staffId }, orderBy: { organisationId: 'asc' } });
  return rows.map(membershipOf);
}

export async function findMembership(
  { db }: Context,
  staffId: string,
  organisationId: string,
): Promise<Membership | null> {
  const row = await db.membership.findUnique({ where: keyOf(staffId, organisationId) });
  return row && membershipOf(row);
}

export async function setMembership(
  { db, organisations }: Context,
  staffId: string,
  organisationId: string,
  { roles, systems = [] }: Held,
): Promise<Membership> {
  const known = organisations.get(organisationId).systems.map(({ id }) => id);
  const wrong = [
    ...roles.filter((role) => !knownRoles.includes(role)),
    ...systems.filter((one) => !known.includes(one)),
  ];
  if (wrong.length > 0)
    throw new RegisterError('invalid', `Unknown role or system: ${wrong.join(', ')}. Nothing was changed.`);
  const held = { roles: [...roles], systems: [...systems] };
  const row = await db.membership.upsert({
    where: keyOf(staffId, organisationId),
    create: { staffId, organisationId, ...held },
    update: held,
  });
  return membershipOf(row);
}

export async function removeMembership(
  { db }: Context,
  staffId: string,
  organisationId: string,
): Promise<void> {
  await db.membership.deleteMany({ where: { staffId, organisationId } });
}

export async function setAbsence(
  { db }: Context,
  staffId: string,
  organisationId: string,
  absence: Absence | null,
): Promise<void> {
  const deputyId = absence?.deputyId ?? null;
  if (
    deputyId &&
    (deputyId === staffId || !(await db.membership.findUnique({ where: keyOf(deputyId, organisationId) })))
  ) {
    throw new RegisterError(
      'invalid',
      'A deputy must be another member of the organisation. Nothing was changed.',
    );
  }
  const away = {
    absentFrom: absence && dateColumn(absence.from),
    absentUntil: absence?.until ? dateColumn(absence.until) : null,
  };
  const { count } = await db.membership.updateMany({
    where: { staffId, organisationId },
    data: { ...away, deputyId },
  });
  if (count === 0) throw new RegisterError('not-found', 'There is no such member. Nothing was changed.');
}

export async function colleagues({ db }: Context, organisationId: string): Promise<Colleague[]> {
  const rows = await db.membership.findMany({
    where: { organisationId },
    include: { staff: true },
    orderBy: { staff: { name: 'asc' } },
  });
  return rows.map((row) => ({ ...memberOf(row.staff), ...membershipOf(row) }));
}

export function membershipOf({
  staffId,
  organisationId,
  roles,
  systems,
  absentFrom,
  absentUntil,
  deputyId,
}: Row): Membership {
  const absence = absentFrom && { from: civil(absentFrom), until: civilOrNull(absentUntil) };
  return { staffId, organisationId, roles: roles as Role[], systems, absence, deputyId };
}
