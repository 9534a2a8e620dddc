import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyRow, Profile } from '../domain/organisation';
import { loadProfile, policyAgainstLaw, ProfileError, verdictTexts } from '../domain/organisation';
import { BadInput, readFlags, run } from './command';

const help = `Your policy against the law: what each policy says, what the law says, what is applied and why.

  npm run --silent policy -- [--organisation ID] [--folder FOLDER] [--json]

  --organisation ID   one organisation; all unless given
  --folder FOLDER     where the profiles are; CUSTODIAN_ORGANISATIONS or ./organisations unless given
  --json              as JSON

A profile with a mistake, or with a rule laxer than the law, is refused with file, line, field and article.`;

/**
 * `npm run --silent policy -- …`: the comparison of each profile with the law, as text or as JSON.
 * @throws BadInput also for a profile that cannot be loaded
 */
export function policyCommand(args: readonly string[]): string {
  const flags = readFlags(args, ['organisation', 'folder'], ['json', 'help']);
  if (flags.has('help')) return help;
  if (flags.positionals.length > 0)
    throw new BadInput(`"${flags.positionals[0]}" is not a flag. Try --help.`);
  const folder = flags.one('folder') ?? process.env.CUSTODIAN_ORGANISATIONS ?? 'organisations';
  const profiles = chosen(profilesIn(folder), flags.one('organisation'));
  return flags.has('json')
    ? JSON.stringify(
        profiles.map(({ id, name, rows }) => ({ organisation: id, name, rows })),
        null,
        2,
      )
    : profiles.map(report).join('\n\n');
}

interface Compared extends Pick<Profile, 'id' | 'name' | 'policy'> {
  readonly rows: readonly PolicyRow[];
}

function profilesIn(folder: string): Compared[] {
  return filesIn(folder).map((file) => {
    const profile = loaded(join(folder, file));
    return { id: profile.id, name: profile.name, policy: profile.policy, rows: policyAgainstLaw(profile) };
  });
}

function filesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
    if (files.length > 0) return files.sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new BadInput(`There is no organisation profile in ${folder}.`);
}

function loaded(path: string): Profile {
  try {
    return loadProfile(readFileSync(path, 'utf8'), path);
  } catch (error) {
    throw error instanceof ProfileError ? new BadInput(error.message) : error;
  }
}

function chosen(profiles: readonly Compared[], id: string | undefined): readonly Compared[] {
  const found = id === undefined ? profiles : profiles.filter((profile) => profile.id === id);
  if (found.length > 0) return found;
  throw new BadInput(
    `There is no organisation "${id}"; there is ${profiles.map((one) => one.id).join(', ')}.`,
  );
}

function report({ name, policy, rows }: Compared): string {
  const document = [policy.title, policy.reference].filter(Boolean).join(', ');
  const heading = `${name}\n${document} against the law`;
  return [heading, ...rows.map(block)].join('\n\n');
}

function block(row: PolicyRow): string {
  const numbers = row.numbers.length > 0 ? `${row.numbers.join(', ')}  ` : '';
  return [
    `${numbers}${row.title}`,
    `    Policy${row.section ? ` (${row.section})` : ''}: ${row.policySays}`,
    `    Law (${row.article}): ${row.law}`,
    `    Applied: ${row.applied || 'none'}`,
    `    ${verdictTexts[row.verdict]} ${row.why}`,
  ].join('\n');
}

if (require.main === module) void run(policyCommand);
