import type { Role } from '../../../domain/roles';
import type { FieldError, Values } from '../../../forms/form';
import type { StaffMember } from '../../../register/staff';
import type { Viewer } from '../../../register/viewer';
import type { Services } from '../../services';
import type { KnownColleague } from './colleague';
import { firstPassword } from '../../../register/staff/first-password';

export interface AddedMember {
  readonly member: StaffMember;
  /** Null for somebody who has an account already, and signs in with their own password. */
  readonly firstPassword: string | null;
}

/** A new account, or one that another organisation has made already and that now works for this one too. */
export async function addMember(
  { register: { staff } }: Services,
  { organisationId }: Viewer,
  { name, email, roles, systems }: Values,
): Promise<AddedMember> {
  const known = await staff.findByEmail(String(email));
  const password = firstPassword();
  const member =
    known ?? (await staff.create({ email: String(email), name: String(name), password, mustChange: true }));
  await staff.setMembership(member.id, organisationId, {
    roles: listed(roles) as readonly Role[],
    systems: listed(systems),
  });
  return { member, firstPassword: known ? null : password };
}

/** Nobody locks themselves out: another administrator does that. */
export function lockedOut({ staffId }: Viewer, memberId: string, { roles, disabled }: Values): FieldError[] {
  if (memberId !== staffId) return [];
  if (!listed(roles).includes('administrator'))
    return [{ field: 'roles', message: 'You cannot take the administrator’s role from yourself.' }];
  return disabled === true
    ? [{ field: 'disabled', message: 'You cannot stop yourself from signing in.' }]
    : [];
}

/**
 * Roles, systems, absence and sign-in. Somebody who works for other organisations too only leaves this one:
 * their account is not this administrator's to close.
 */
export async function changeMember(
  { register: { staff } }: Services,
  { organisationId }: Viewer,
  member: KnownColleague,
  { roles, systems, absentFrom, absentUntil, deputy, disabled }: Values,
): Promise<void> {
  const closes = disabled === true;
  if (closes && member.elsewhere) return staff.removeMembership(member.id, organisationId);
  await staff.setMembership(member.id, organisationId, {
    roles: listed(roles) as readonly Role[],
    systems: listed(systems),
  });
  await staff.setAbsence(member.id, organisationId, absenceFrom(absentFrom, absentUntil, deputy));
  if (!member.elsewhere) await staff.setDisabled(member.id, closes);
}

type Value = Values[string];

const listed = (value: Value): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

function absenceFrom(from: Value, until: Value, deputy: Value) {
  if (typeof from !== 'string') return null;
  return {
    from,
    until: typeof until === 'string' ? until : null,
    ...(typeof deputy === 'string' ? { deputyId: deputy } : {}),
  };
}
