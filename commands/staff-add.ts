import { roles as allRoles, type Role } from '../domain/roles';
import { createRegister, type Register } from '../register';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import { firstPassword } from '../register/staff/first-password';
import { BadInput, readFlags, run } from './command';
import type { Environment, ProductEnvironment } from './environment';
import { productEnvironment } from './environment';

const help = `Adds a member of staff: the first administrator of an organisation, who then adds everybody else on the pages.

  npm run --silent staff:add -- --organisation ID --email ADDRESS --name "FULL NAME" [--role ROLE …]

  --organisation ID   for which organisation they work
  --email ADDRESS     they sign in with it
  --name NAME         as others see it; not needed for somebody who has an account already
  --role ROLE         what they may do: administrator unless said otherwise; may be given more than once

It prints a first password, once, which they must change when they sign in. Somebody who has an account keeps
their password, and what they may do already.

Uses DATABASE_URL, CUSTODIAN_MASTER_KEY or CUSTODIAN_MASTER_KEY_FILE, and CUSTODIAN_ORGANISATIONS (./organisations),
or the environment of the local demonstration while it runs.
Exit code 0: added. 2: bad input, and nothing was changed.`;

interface Adding {
  readonly organisation: string;
  readonly email: string;
  readonly name: string | undefined;
  readonly roles: readonly Role[];
}

/** `npm run --silent staff:add -- …`: who was added, and the password with which they sign in first. */
export async function staffAdd(args: readonly string[], env: Environment): Promise<string> {
  const flags = readFlags(args, ['organisation', 'email', 'name', 'role'], ['help']);
  if (flags.has('help')) return help;
  const [organisation, email] = [flags.one('organisation'), flags.one('email')];
  if (!organisation || !email || flags.positionals.length > 0)
    throw new BadInput('Say --organisation ID and --email ADDRESS. Try --help.');
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw new BadInput('--email must be an e-mail address, like name@mail.example. Nothing was changed.');
  const roles = flags.all('role').length > 0 ? flags.all('role') : ['administrator'];
  const unknown = roles.find((role) => !allRoles.some((one) => one === role));
  if (unknown !== undefined) throw new BadInput(`There is no role ${unknown}. Nothing was changed.`);
  const adding = { organisation, email, name: flags.one('name'), roles: roles as Role[] };
  return withRegister(productEnvironment(env), adding, (register) => add(register, adding));
}

async function withRegister(
  env: ProductEnvironment,
  { organisation }: Adding,
  work: (register: Register) => Promise<string>,
): Promise<string> {
  const organisations = loadOrganisations(env.CUSTODIAN_ORGANISATIONS ?? 'organisations');
  const known = organisations.all().map(({ id }) => id);
  if (!known.includes(organisation))
    throw new BadInput(
      `There is no organisation ${organisation}. Known are: ${known.join(', ')}. Nothing was changed.`,
    );
  const register = createRegister({
    databaseUrl: env.DATABASE_URL,
    masterKey: masterKey(env),
    organisations,
    now: () => new Date(),
  });
  try {
    await register.storeOrganisations();
    return await work(register);
  } finally {
    await register.close();
  }
}

async function add({ staff }: Register, { organisation, email, name, roles }: Adding): Promise<string> {
  const known = await staff.findByEmail(email);
  if (!known && !name) throw new BadInput('They have no account yet: say --name too. Nothing was changed.');
  const password = firstPassword();
  const { id } = known ?? (await staff.create({ email, name: String(name), password, mustChange: true }));
  const before = await staff.membership(id, organisation);
  await staff.setMembership(id, organisation, {
    roles: [...new Set([...(before?.roles ?? []), ...roles])],
    systems: before?.systems ?? [],
  });
  return known
    ? `${email} has an account already and signs in with their own password. They now have: ${roles.join(', ')}.`
    : `${email} is added (${roles.join(', ')}). First password, shown only now: ${password}`;
}

if (require.main === module) void run(() => staffAdd(process.argv.slice(2), process.env));
