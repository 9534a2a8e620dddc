import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productEnvironment } from '../../../commands/environment';
import { withLock } from '../../../dev/lock';
import { seed } from '../../../dev/seed';
import { startStack } from '../../../dev/stack';
import { until } from '../../../dev/wait';
import { browser } from '../../support/browser';
import { readAll } from '../../support/mail';
import { preparedDaysAgo } from '../../support/letters';
import { productHome, runFolder } from '../../support/run';
import { Desk } from './desk';

/** The whole product on real parts, with its demonstration staff, and people at their desks. */
export interface Office {
  /** What any page said in the console that it should not have: errors, and breaches of the content policy. */
  readonly problems: readonly string[];
  /** Somebody signed in, in a browser window of their own. */
  desk(email: string): Promise<Desk>;
  /** Somebody from outside, who has no account. */
  anybody(): Promise<Desk>;
  /** The text of the mail with this in its subject, once it has come. */
  mail(subject: string): Promise<string>;
  /** Makes a letter as old as if it had been prepared so many days ago. */
  preparedDaysAgo(letter: { reference: string; letter: string; days: number }): Promise<void>;
  close(): Promise<void>;
}

/** Journeys of one test run share a product, as people do: each looks for its own cases. */
export async function openOffice(): Promise<Office> {
  const baseURL = await product();
  const password = readFileSync(join(productHome(), 'demo', 'password'), 'utf8').trim();
  const problems: string[] = [];
  const desks: Desk[] = [];
  return {
    problems,
    async desk(email) {
      const context = await (await browser()).newContext({ baseURL });
      const desk = await Desk.signIn(await context.newPage(), { email, password }, problems);
      desks.push(desk);
      return desk;
    },
    async anybody() {
      const context = await (await browser()).newContext({ baseURL });
      const desk = Desk.anybody(await context.newPage(), problems);
      desks.push(desk);
      return desk;
    },
    mail: (subject) =>
      until(`a mail about “${subject}”`, async () => {
        const web = productEnvironment({ CUSTODIAN_HOME: productHome() }).MAIL_WEB_URL ?? '';
        return (await readAll(web)).find((one) => one.subject.includes(subject))?.text;
      }),
    preparedDaysAgo: (letter) =>
      preparedDaysAgo(productEnvironment({ CUSTODIAN_HOME: productHome() }).DATABASE_URL, letter),
    async close() {
      await Promise.all(desks.map((desk) => desk.leave()));
    },
  };
}

/** The address of the run's product, started by whichever journey first needs it. */
async function product(): Promise<string> {
  const mark = join(runFolder(), 'product.address');
  return withLock(join(runFolder(), 'product.lock'), async () => {
    if (existsSync(mark)) return readFileSync(mark, 'utf8');
    const home = productHome();
    const stack = await startStack({ home, seed: false });
    await seed({ environment: stack.environment, home, stories: false, log: () => undefined });
    stack.release();
    writeFileSync(mark, stack.addresses.product);
    return stack.addresses.product;
  });
}
