import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seed } from '../../../dev/seed';
import type { Stack } from '../../../dev/stack';
import { startStack } from '../../../dev/stack';
import { browser } from '../../support/browser';
import { temporaryFolder } from '../../support/folder';
import { Desk } from './desk';

/** The whole product on real parts, with its demonstration staff and no cases, and people at their desks. */
export interface Office {
  readonly stack: Stack;
  /** What any page said in the console that it should not have: errors, and breaches of the content policy. */
  readonly problems: readonly string[];
  /** Somebody signed in, in a browser window of their own. */
  desk(email: string): Promise<Desk>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const home = temporaryFolder();
  const stack = await startStack({ home, seed: false });
  await seed({ environment: stack.environment, home, stories: false, log: () => undefined });
  const password = readFileSync(join(home, 'demo', 'password'), 'utf8').trim();
  const problems: string[] = [];
  const desks: Desk[] = [];
  return {
    stack,
    problems,
    async desk(email) {
      const context = await (await browser()).newContext({ baseURL: stack.addresses.product });
      const desk = await Desk.signIn(await context.newPage(), { email, password }, problems);
      desks.push(desk);
      return desk;
    },
    async close() {
      await Promise.all(desks.map((desk) => desk.leave()));
      await stack.stop();
    },
  };
}
