import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Driver } from '../../../dev/drive';
import { castOf, type Cast } from '../../../dev/seed/staff';
import type { Stack } from '../../../dev/stack';
import { startStack } from '../../../dev/stack';
import { until } from '../../../dev/wait';
import type { Role } from '../../../domain/roles';
import { createGateway } from '../../../gateway';
import type { Register } from '../../../register';
import { createRegister } from '../../../register';
import { masterKey } from '../../../register/master-key';
import { loadOrganisations } from '../../../register/organisations';
import { openedCase } from '../../api/support/opened-case';
import { temporaryFolder } from '../../support/folder';
import type { CaughtMail } from '../../support/mail';
import { readAll } from '../../support/mail';
import { ORGANISATION } from '../../support/world';

/** What the JSON API answered. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The whole product in processes of its own, as `npm start` runs it, with staff and no cases. */
export interface Product {
  readonly home: string;
  readonly stack: Stack;
  readonly register: Register;
  readonly client: Client;
  readonly staff: Cast;
  /** Sends JSON as somebody who holds that role. */
  post(path: string, body: unknown, role?: Role): Promise<Answered>;
  /** Opens a request of somebody with a safe address and begins its process. */
  open(): Promise<Driver>;
  /** A case of the house that tests use, unless another is named. */
  drive(reference: string, organisation?: string): Driver;
  mails(): Promise<CaughtMail[]>;
  /** What a part wrote to its log, in this run and the one before. */
  logOf(part: string): string;
  stop(): Promise<void>;
}

/** `given`: another mail server, say, than the one it would start. */
export async function startProduct(given: NodeJS.ProcessEnv = {}): Promise<Product> {
  const home = temporaryFolder();
  const stack = await startStack({ home, seed: false, env: given });
  const env = stack.environment;
  const register = createRegister({
    databaseUrl: env.DATABASE_URL ?? '',
    masterKey: masterKey(env),
    organisations: loadOrganisations('organisations'),
    now: () => new Date(),
  });
  const staff = await castOf(register, home);
  const tokens = JSON.parse(readFileSync(join(home, 'demo', 'tokens.json'), 'utf8')) as Tokens;
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
  const gateway = createGateway({ connection, namespace: 'default', taskQueue: 'custodian' });
  const drive = (reference: string, organisation = ORGANISATION): Driver =>
    new Driver({ register, gateway, staff }, reference, organisation);
  const post = (path: string, body: unknown, role: Role = 'handler'): Promise<Answered> =>
    send(`${stack.addresses.product}/api/v1${path}`, tokens[ORGANISATION]?.[role] ?? '', body);
  return {
    ...{ home, stack, register, staff, drive, post },
    client: new Client({ connection }),
    open: async () => {
      const { staffId } = await staff('handler', ORGANISATION);
      const c = drive((await openedCase(register, staffId)).reference);
      await c.start();
      return c;
    },
    mails: () => readAll(stack.addresses.mail.replace('localhost', '127.0.0.1')),
    logOf: (part) =>
      [`${part}.previous.log`, `${part}.log`]
        .map((name) => join(home, 'logs', name))
        .map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''))
        .join(''),
    stop: async () => {
      await connection.close();
      await register.close();
      await stack.stop();
    },
  };
}

type Tokens = Record<string, Partial<Record<Role, string>>>;

async function send(url: string, token: string, body: unknown): Promise<Answered> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** The letters that go by themselves when a request is logged are given. */
export async function begun(c: Driver): Promise<void> {
  const { facts } = await c.page();
  const expected = (facts.preserve as string[]).length + 1;
  await until(
    'the first letters to be given',
    async () =>
      (await c.events()).filter(
        ({ type, element }) =>
          type === 'step-left' && ['acknowledge', 'ask-preservation'].includes(element ?? ''),
      ).length === expected,
    { within: 45_000 },
  );
}
