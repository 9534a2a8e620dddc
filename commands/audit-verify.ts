import type { ChainVerdict } from '../register/audit';
import { openAudit } from '../register/audit';
import { RegisterError } from '../register/errors';
import { BadInput, readFlags, run } from './command';
import type { Environment } from './environment';
import { productEnvironment } from './environment';

const help = `Follows the hash chain of the event log and names the first broken link.

  npm run --silent audit:verify -- [REFERENCE] [--json]

  REFERENCE   one case, such as SAR-2026-00042; every case unless given
  --json      as JSON

Reads the database of DATABASE_URL, or of the local demonstration while it runs, and changes nothing. Exit code 0: the log is whole. 1: it is not. 2: bad input.`;

/** `npm run --silent audit:verify -- …`: whether the log is whole, and in a sentence where it is not. */
export async function auditVerify(args: readonly string[], env: Environment): Promise<Answer> {
  const flags = readFlags(args, [], ['json', 'help']);
  if (flags.has('help')) return { text: help, whole: true };
  if (flags.positionals.length > 1) throw new BadInput('Name one case, or none for all. Try --help.');
  const verdict = await verify(productEnvironment(env).DATABASE_URL, flags.positionals[0]);
  return { text: flags.has('json') ? JSON.stringify(verdict) : sentence(verdict), whole: verdict.ok };
}

interface Answer {
  readonly text: string;
  readonly whole: boolean;
}

async function verify(databaseUrl: string, reference: string | undefined): Promise<ChainVerdict> {
  const audit = openAudit(databaseUrl);
  try {
    return await audit.verifyChain(reference);
  } catch (error) {
    if (error instanceof RegisterError) throw new BadInput(error.message);
    throw error;
  } finally {
    await audit.close();
  }
}

function sentence(verdict: ChainVerdict): string {
  if (verdict.ok)
    return `The log is whole: ${verdict.events} events of ${verdict.cases} cases follow from one another.`;
  return `The log is broken at event ${verdict.sequence} of ${verdict.reference}: ${verdict.why}.`;
}

if (require.main === module) {
  void run(async () => {
    const { text, whole } = await auditVerify(process.argv.slice(2), process.env);
    if (!whole) process.exitCode = 1;
    return text;
  });
}
