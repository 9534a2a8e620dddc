import { readFileSync } from 'node:fs';
import { createRegister } from '../register';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import type { ImportAnswer, ImportFault } from '../register/people';
import { BadInput, readFlags, run } from './command';
import type { Environment, ProductEnvironment } from './environment';
import { productEnvironment } from './environment';

const help = `Replaces an organisation's people index with a file: all of it, or nothing when a row is wrong.

  npm run --silent people:import -- FILE.csv --organisation ID

  FILE.csv            UTF-8, with a heading: name, and any of former_names (separated by ;), date_of_birth,
                      email, phone, address, reference, person_type
  --organisation ID   whose index it is

Uses DATABASE_URL, CUSTODIAN_MASTER_KEY or CUSTODIAN_MASTER_KEY_FILE, and CUSTODIAN_ORGANISATIONS (./organisations),
or the environment of the local demonstration while it runs.
Exit code 0: imported. 1: rows were wrong and nothing was imported. 2: bad input.`;

interface Answer {
  readonly text: string;
  readonly imported: boolean;
}

/** `npm run --silent people:import -- …`: what was imported or, line by line, why nothing was. */
export async function peopleImport(args: readonly string[], env: Environment): Promise<Answer> {
  const flags = readFlags(args, ['organisation'], ['help']);
  if (flags.has('help')) return { text: help, imported: true };
  const [file, ...more] = flags.positionals;
  const organisation = flags.one('organisation');
  if (!file || more.length > 0 || !organisation)
    throw new BadInput('Name one file and --organisation ID. Try --help.');
  const answer = await importFile(productEnvironment(env), organisation, contentOf(file));
  return answer.faults
    ? {
        text: [...answer.faults.map(faultText), 'Nothing was imported; the index stands as it was.'].join(
          '\n',
        ),
        imported: false,
      }
    : { text: `Imported ${answer.imported} entries. They replace what was there before.`, imported: true };
}

async function importFile(env: ProductEnvironment, organisation: string, csv: string): Promise<ImportAnswer> {
  const organisations = loadOrganisations(env.CUSTODIAN_ORGANISATIONS ?? 'organisations');
  if (!organisations.all().some(({ id }) => id === organisation)) {
    const known = organisations.all().map(({ id }) => id);
    throw new BadInput(
      `There is no organisation ${organisation}. Known are: ${known.join(', ')}. Nothing was imported.`,
    );
  }
  const register = createRegister({
    databaseUrl: env.DATABASE_URL,
    masterKey: masterKey(env),
    organisations,
    now: () => new Date(),
  });
  try {
    return await register.people.importIndex(organisation, csv);
  } finally {
    await register.close();
  }
}

function contentOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new BadInput(
      `${file} cannot be read as UTF-8 text: ${(error as Error).message}. Nothing was imported.`,
    );
  }
}

const faultText = ({ line, column, reason }: ImportFault): string =>
  `Line ${line}${column ? `, ${column}` : ''}: ${reason}`;

if (require.main === module) {
  void run(async () => {
    const { text, imported } = await peopleImport(process.argv.slice(2), process.env);
    if (!imported) process.exitCode = 1;
    return text;
  });
}
