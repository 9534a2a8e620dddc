import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../domain/roles';
import type { Register } from '../../register';
import type { Viewer } from '../../register/viewer';
import type { SignIn } from '../banner';

interface Demo {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisations: readonly string[];
  /** Owns every system of the profile that nobody else owns. */
  readonly ownsSystems?: boolean;
}

/** Invented people, one for each role of each house; the co-operative's DPO is an outsider who serves both. */
export const everyone: readonly Demo[] = [
  {
    email: 'handler@nottingham-city-homes.example',
    name: 'Priya Nandra',
    roles: ['handler'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'governance@nottingham-city-homes.example',
    name: 'Owen Blackwood',
    roles: ['governance-officer'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'dpo@nottingham-city-homes.example',
    name: 'Ruth Okafor',
    roles: ['dpo'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'manager@nottingham-city-homes.example',
    name: 'Callum Frost',
    roles: ['accountable-manager'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'systems@nottingham-city-homes.example',
    name: 'Joan Petty',
    roles: ['data-holder'],
    organisations: ['nottingham-city-homes'],
    ownsSystems: true,
  },
  {
    email: 'auditor@nottingham-city-homes.example',
    name: 'Mina Sato',
    roles: ['auditor'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'admin@nottingham-city-homes.example',
    name: 'Lewis Grant',
    roles: ['administrator'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'employee@nottingham-city-homes.example',
    name: 'Tom Ellery',
    roles: ['employee'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'lead@nottingham-city-homes.example',
    name: 'Asha Verma',
    roles: ['project-lead'],
    organisations: ['nottingham-city-homes'],
  },
  {
    email: 'handler@new-park-village.example',
    name: 'Grace Whitlow',
    roles: ['handler', 'governance-officer'],
    organisations: ['new-park-village'],
  },
  {
    email: 'manager@new-park-village.example',
    name: 'Desmond Achebe',
    roles: ['accountable-manager'],
    organisations: ['new-park-village'],
  },
  {
    email: 'systems@new-park-village.example',
    name: 'Ines Moreau',
    roles: ['data-holder'],
    organisations: ['new-park-village'],
    ownsSystems: true,
  },
  {
    email: 'lead@new-park-village.example',
    name: 'Peter Lowe',
    roles: ['project-lead'],
    organisations: ['new-park-village'],
  },
  {
    email: 'auditor@new-park-village.example',
    name: 'Sian Powell',
    roles: ['auditor'],
    organisations: ['new-park-village'],
  },
  {
    email: 'admin@new-park-village.example',
    name: 'Kofi Mensah',
    roles: ['administrator'],
    organisations: ['new-park-village'],
  },
  {
    email: 'employee@new-park-village.example',
    name: 'Beth Rowan',
    roles: ['employee'],
    organisations: ['new-park-village'],
  },
  {
    email: 'dpo@independent-dpo.example',
    name: 'Helen Marsh',
    roles: ['dpo'],
    organisations: ['new-park-village', 'nottingham-city-homes'],
  },
];

/** Who acts for each role in a story. */
export type Cast = (role: Role, organisation: string) => Promise<Viewer>;

/** Makes the demonstration's accounts, their sign-ins and one API token for each role; what exists stays. */
export async function castOf(register: Register, home: string): Promise<Cast> {
  const folder = join(home, 'demo');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const password = demoPassword(folder);
  for (const person of everyone) await employ(register, person, password);
  writeSignIns(folder, password);
  await writeTokens(register, folder);
  return async (role, organisation) => {
    const person = playing(role, organisation);
    const member = person && (await register.staff.findByEmail(person.email));
    const viewer = member && (await register.staff.viewer(member.id, organisation));
    if (!viewer) throw new Error(`Nobody in the demonstration is ${role} of ${organisation}.`);
    return viewer;
  };
}

const playing = (role: Role, organisation: string): Demo | undefined =>
  everyone.find((person) => person.roles.includes(role) && person.organisations.includes(organisation));

async function employ(register: Register, person: Demo, password: string): Promise<void> {
  if (await register.staff.findByEmail(person.email)) return;
  const { id } = await register.staff.create({ email: person.email, name: person.name, password });
  for (const organisation of person.organisations)
    await register.staff.setMembership(id, organisation, {
      roles: person.roles,
      systems: person.ownsSystems ? register.organisations.get(organisation).systems.map(({ id }) => id) : [],
    });
}

/** One password for all demo accounts, made anew for each installation. */
function demoPassword(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, `demo-${randomBytes(6).toString('hex')}`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function writeSignIns(folder: string, password: string): void {
  const signIns: SignIn[] = everyone.map(({ email, roles, organisations }) => ({
    role: roles.join(', '),
    organisation: organisations.join(', '),
    email,
    password,
  }));
  writeFileSync(join(folder, 'sign-ins.json'), JSON.stringify(signIns, null, 2), { mode: 0o600 });
}

/** `tokens.json`: a bearer token for each role in each organisation, so that scripts can drive the API. */
async function writeTokens(register: Register, folder: string): Promise<void> {
  const file = join(folder, 'tokens.json');
  if (existsSync(file)) return;
  const tokens: Record<string, Record<string, string>> = {};
  for (const person of everyone)
    for (const organisation of person.organisations) {
      const member = await register.staff.findByEmail(person.email);
      if (!member) continue;
      const { token } = await register.tokens.issue(member.id, organisation, 'Demonstration');
      for (const role of person.roles) (tokens[organisation] ??= {})[role] ??= token;
    }
  writeFileSync(file, JSON.stringify(tokens, null, 2), { mode: 0o600 });
}
