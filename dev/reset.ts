import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { homeFolder } from './environment';
import { occupy, stopEverything } from './stack';

/** `npm run reset`: deletes the data folder, and nothing outside it. */
async function main(): Promise<number> {
  const home = homeFolder(process.env);
  if (!existsSync(home)) return say(`There is no local data in ${home}. Nothing was deleted.`, 0);
  if (!existsSync(join(home, 'secrets', 'master.key'))) {
    return say(`${home} is not a data folder of Custodian. Nothing was deleted. Check CUSTODIAN_HOME.`, 1);
  }
  await occupy(home);
  if (!(await confirmed(home))) {
    await stopEverything(home);
    return say('Nothing was deleted.', 1);
  }
  await stopEverything(home);
  await rm(home, { recursive: true, force: true });
  return say(`Deleted ${home}. The next npm start begins afresh.`, 0);
}

async function confirmed(home: string): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    say('Nobody is here to ask. Add --yes to delete without asking: npm run reset -- --yes', 1);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Delete all local data in ${home}: cases, mails, keys, logs? Type "yes": `,
  );
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

function say(line: string, code: number): number {
  console.log(line);
  return code;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
