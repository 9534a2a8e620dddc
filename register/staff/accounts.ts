import { randomUUID } from 'node:crypto';
import type { Staff as Row } from '../generated/client';
import type { Context } from '../context';
import { isTaken } from '../database';
import { RegisterError } from '../errors';
import type { NewStaff, StaffMember } from '../staff';
import { hashPassword, passwordFits } from './passwords';

const sameEmail = (email: string): string => email.trim().toLowerCase();

export async function createAccount({ db, now }: Context, person: NewStaff): Promise<StaffMember> {
  const passwordHash = await hashPassword(person.password);
  const { name, mustChange = false } = person;
  const row = {
    id: randomUUID(),
    email: sameEmail(person.email),
    name,
    passwordHash,
    mustChange,
    createdAt: now(),
  };
  try {
    return memberOf(await db.staff.create({ data: row }));
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new RegisterError(
      'id-used-before',
      'There is an account with this e-mail address already. Nothing was changed.',
    );
  }
}

export async function authenticate(
  { db }: Context,
  email: string,
  password: string,
): Promise<StaffMember | null> {
  const row = await db.staff.findUnique({ where: { email: sameEmail(email) } });
  const fits = await passwordFits(row?.passwordHash, password);
  return row && fits && !row.disabled ? memberOf(row) : null;
}

export async function setPassword(
  { db }: Context,
  id: string,
  password: string,
  mustChange: boolean,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const { count } = await db.staff.updateMany({ where: { id }, data: { passwordHash, mustChange } });
  if (count === 0) throw new RegisterError('not-found', 'There is no such account. Nothing was changed.');
}

export async function setDisabled({ db }: Context, id: string, disabled: boolean): Promise<void> {
  const { count } = await db.staff.updateMany({ where: { id }, data: { disabled } });
  if (count === 0) throw new RegisterError('not-found', 'There is no such account. Nothing was changed.');
}

export async function findAccount({ db }: Context, id: string): Promise<StaffMember | null> {
  const row = await db.staff.findUnique({ where: { id } });
  return row && memberOf(row);
}

export async function findByEmail({ db }: Context, email: string): Promise<StaffMember | null> {
  const row = await db.staff.findUnique({ where: { email: sameEmail(email) } });
  return row && memberOf(row);
}

export function memberOf({ id, email, name, disabled, mustChange }: Row): StaffMember {
  return { id, email, name, disabled, mustChange };
}
