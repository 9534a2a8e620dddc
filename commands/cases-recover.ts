import type { Gateway } from '../gateway';
import type { Register } from '../register';
import { createRegister } from '../register';
import type { CaseStart } from '../register/cases';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import { BadInput, readFlags, run } from './command';
import { gatewayOf } from './engine';
import type { Environment } from './environment';
import { productEnvironment } from './environment';

const help = `Starts the process of every open case anew from the record, after Temporal's own store was lost; and of
closed cases beside which something still runs, such as a letter that was asked for since.

  npm run --silent cases:recover -- [--dry-run]

  --dry-run   lists the cases and changes nothing

A step that the record holds is not done again: nobody is asked twice and no letter goes twice. Safe to run again.
Uses the environment of the product, or of the local demonstration while it runs.
Exit code 0: every such case runs. 1: some could not be started; run it again. 2: bad input.`;

interface Answer {
  readonly text: string;
  readonly whole: boolean;
}

/** `npm run --silent cases:recover -- …`: one line for each open case, and a count. */
export async function casesRecover(args: readonly string[], env: Environment): Promise<Answer> {
  const flags = readFlags(args, [], ['dry-run', 'help']);
  if (flags.has('help')) return { text: help, whole: true };
  if (flags.positionals.length > 0) throw new BadInput('It takes every such case, or none. Try --help.');
  const product = productEnvironment(env);
  const register = createRegister({
    databaseUrl: product.DATABASE_URL,
    masterKey: masterKey(product),
    organisations: loadOrganisations(product.CUSTODIAN_ORGANISATIONS ?? 'organisations'),
    now: () => new Date(),
  });
  try {
    if (flags.has('dry-run')) return listed(await register.recorder.planRecovery());
    const gateway = gatewayOf(product);
    return await recoverAll(register, gateway).finally(() => gateway.close());
  } finally {
    await register.close();
  }
}

/** Restarts every case that has something to do, the most urgent first. One that cannot be started does not stop the others. */
export async function recoverAll(register: Register, gateway: Gateway): Promise<Answer> {
  const lines: string[] = [];
  let failed = 0;
  for (const { reference } of await register.recorder.planRecovery()) {
    try {
      const one = await register.recorder.raiseGeneration(reference);
      await gateway.restartCase(one);
      lines.push(`${line(one)}: started from the record (generation ${one.generation})`);
    } catch {
      failed++;
      lines.push(`${reference}: could not be started; its record is as it was`);
    }
  }
  const started = lines.length - failed;
  const count = `${started} of ${lines.length} cases started from the record.`;
  return { text: [...lines, failed ? `${count} Run it again.` : count].join('\n'), whole: failed === 0 };
}

function listed(cases: readonly CaseStart[]): Answer {
  const count = `${cases.length} cases would be started from the record. Nothing was changed.`;
  return { text: [...cases.map(line), count].join('\n'), whole: true };
}

const line = ({ reference, stage, dueAt }: CaseStart): string =>
  `${reference} (${stage}, ${dueAt === null ? 'no date' : `due ${dueAt.slice(0, 10)}`})`;

if (require.main === module) {
  void run(async () => {
    const { text, whole } = await casesRecover(process.argv.slice(2), process.env);
    if (!whole) process.exitCode = 1;
    return text;
  });
}
