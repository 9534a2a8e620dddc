import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Addresses } from './stack';

/** A demonstration's way to sign in, as dev/seed writes them to `home/demo/sign-ins.json`. */
export interface SignIn {
  role: string;
  organisation: string;
  email: string;
  password: string;
}

/** The short table that a person needs once everything runs. */
export function banner(addresses: Addresses, home: string): string {
  const rows: [string, string][] = [
    ['Custodian', addresses.product],
    ['Temporal', addresses.temporalUi],
    ['Mail', addresses.mail],
    ['Data, logs', home],
  ];
  const where = rows
    .filter(([, address]) => address)
    .map(([what, address]) => `  ${what.padEnd(12)}${address}`);
  return [
    '',
    ...where,
    ...signInLines(signInsOf(home)),
    '',
    '  Stop with Ctrl-C. Your data stays; npm run reset deletes it.',
    '',
  ].join('\n');
}

function signInsOf(home: string): SignIn[] {
  const file = join(home, 'demo', 'sign-ins.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : [];
}

function signInLines(signIns: readonly SignIn[]): string[] {
  if (signIns.length === 0) return [];
  const headings = { role: 'Sign in as', organisation: 'at', email: 'with', password: 'and' };
  const table = [headings, ...signIns];
  const width = (key: keyof SignIn): number => Math.max(...table.map((row) => row[key].length)) + 2;
  const [role, organisation, email] = [width('role'), width('organisation'), width('email')];
  return [
    '',
    ...table.map(
      (row) =>
        `  ${row.role.padEnd(role)}${row.organisation.padEnd(organisation)}${row.email.padEnd(email)}${row.password}`,
    ),
  ];
}
