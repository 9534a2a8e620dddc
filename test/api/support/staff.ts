import type { Role } from '../../../domain/roles';
import type { Register } from '../../../register';
import type { Visitor } from './visitor';
import { visitor } from './visitor';

export const PASSWORD = 'a long enough password';
export const ORGANISATION = 'new-park-village';

export interface TestMember {
  readonly id: string;
  readonly email: string;
}

/** A member of staff with these roles. */
export async function member(
  register: Register,
  roles: readonly Role[],
  {
    organisation = ORGANISATION,
    name = roles.join('-') || 'nobody',
    systems = [] as readonly string[],
    mustChange = false,
  } = {},
): Promise<TestMember> {
  const email = `${name}.${organisation}@staff.example`;
  const { id } = await register.staff.create({ email, name, password: PASSWORD, mustChange });
  await register.staff.setMembership(id, organisation, { roles, systems });
  return { id, email };
}

/** The same person, signed in. */
export async function signedIn(url: string, { email }: TestMember): Promise<Visitor> {
  const browser = visitor(url);
  const answer = await browser.signIn(email, PASSWORD);
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return browser;
}
