import { randomUUID } from 'node:crypto';
import { when } from '../domain/clock';
import type { Gateway } from '../gateway';
import type { Register } from '../register';
import { createRegister } from '../register';
import type { MovedCase, MovedDeadline } from '../register/deadlines';
import { masterKey } from '../register/master-key';
import { loadOrganisations } from '../register/organisations';
import { BadInput, readFlags, run } from './command';
import { gatewayOf } from './engine';
import type { Environment } from './environment';
import { productEnvironment } from './environment';

const help = `Computes the dates of every open case anew, after bank holidays, the law or a policy have changed.

  npm run --silent deadlines:recompute -- [--dry-run] [--json]

  --dry-run   lists each date that would move, old and new and why, and changes nothing
  --json      as JSON

An earlier date is applied and recorded on its case. A later date is never applied here: it is recorded as
waiting, and the governance officer or the DPO confirms it on the case's page. Safe to run again.
The worker must run, with the same holidays and profiles as this command.
Exit code 0: done, or nothing to do. 1: some cases could not be reached; run it again. 2: bad input.`;

/** The deadlines that move, as they were found or as they stand after it was applied. */
export interface Recomputed {
  readonly lines: readonly RecomputedLine[];
  /** Every date that may move without a person has moved. */
  readonly whole: boolean;
}

export interface RecomputedLine extends MovedDeadline {
  /** - `moves`: only found (--dry-run); `applied`; `waits` for a person; `not-reached` */
  readonly became: 'moves' | 'applied' | 'waits' | 'not-reached';
}

/** Lists every deadline that would move. Changes nothing. */
export async function listMoved({ deadlines }: Pick<Register, 'deadlines'>): Promise<Recomputed> {
  const moved = (await deadlines.moved()).flatMap((one) => one.deadlines);
  return { lines: moved.map((one) => ({ ...one, became: one.waits ? 'waits' : 'moves' })), whole: true };
}

/**
 * Has each case's own process record its dates anew. What was applied is judged by the record afterwards, not by
 * what was asked.
 */
export async function recomputeAll(
  register: Pick<Register, 'deadlines'>,
  gateway: Gateway,
): Promise<Recomputed> {
  const before = await register.deadlines.moved();
  for (const one of before) if (!one.deadlines.every(({ waits }) => waits)) await ask(gateway, one);
  const after = (await register.deadlines.moved()).flatMap((one) => one.deadlines);
  const lines = before.flatMap(({ deadlines }) =>
    deadlines.map((one) => ({ ...one, became: becameOf(one, after) })),
  );
  return { lines, whole: lines.every(({ became }) => became !== 'not-reached') };
}

const ask = (gateway: Gateway, { start }: MovedCase): Promise<unknown> =>
  gateway.act(start, {
    ...{ id: randomUUID(), actor: null, role: 'system', action: 'recompute-deadline', codes: {} },
  });

function becameOf(one: MovedDeadline, after: readonly MovedDeadline[]): RecomputedLine['became'] {
  const still = after.find(({ reference, timer }) => reference === one.reference && timer === one.timer);
  if (!still) return 'applied';
  return still.waits ? 'waits' : 'not-reached';
}

interface Answer {
  readonly text: string;
  readonly whole: boolean;
}

/** `npm run --silent deadlines:recompute -- …` */
export async function deadlinesRecompute(args: readonly string[], env: Environment): Promise<Answer> {
  const flags = readFlags(args, [], ['dry-run', 'json', 'help']);
  if (flags.has('help')) return { text: help, whole: true };
  if (flags.positionals.length > 0) throw new BadInput('It takes every open case. Try --help.');
  const done = await recomputed(env, flags.has('dry-run'));
  return { text: flags.has('json') ? JSON.stringify(done.lines, null, 2) : report(done), whole: done.whole };
}

async function recomputed(env: Environment, dryRun: boolean): Promise<Recomputed> {
  const product = productEnvironment(env);
  const register = createRegister({
    databaseUrl: product.DATABASE_URL,
    masterKey: masterKey(product),
    organisations: loadOrganisations(product.CUSTODIAN_ORGANISATIONS ?? 'organisations'),
    now: () => new Date(),
  });
  try {
    if (dryRun) return await listMoved(register);
    const gateway = gatewayOf(product);
    return await recomputeAll(register, gateway).finally(() => gateway.close());
  } finally {
    await register.close();
  }
}

/** Three lines for each date: where, from when to when, why. */
export function report({ lines, whole }: Recomputed): string {
  if (lines.length === 0) return 'No date of an open case moves. Nothing was changed.';
  const again =
    'Some cases could not be reached, or the worker still counts with other holidays or profiles.';
  const advice = whole ? [] : ['', `${again} Restart the worker, then run it again.`];
  return [...lines.map(lineOf), '', countOf(lines), ...advice].join('\n');
}

function lineOf({ reference, timer, movement: { from, to, days, because }, became }: RecomputedLine): string {
  const by =
    days === null
      ? ''
      : ` (${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'})`;
  return [
    `${reference}  ${timer}  ${dateOf(from)} → ${dateOf(to)}${by}: ${outcomes[became]}`,
    ...because.map((reason) => `    ${reason}`),
  ].join('\n');
}

const dateOf = (at: string | null): string => (at === null ? 'no date' : when(at));

const outcomes: Readonly<Record<RecomputedLine['became'], string>> = {
  moves: 'would move',
  applied: 'applied',
  waits: 'waits for a person to confirm it on the case’s page',
  'not-reached': 'not applied',
};

function countOf(lines: readonly RecomputedLine[]): string {
  const cases = new Set(lines.map(({ reference }) => reference)).size;
  return `${lines.length} ${lines.length === 1 ? 'date' : 'dates'} of ${cases} open ${cases === 1 ? 'case' : 'cases'}.`;
}

if (require.main === module) {
  void run(async () => {
    const { text, whole } = await deadlinesRecompute(process.argv.slice(2), process.env);
    if (!whole) process.exitCode = 1;
    return text;
  });
}
