import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until } from '../../dev/wait';
import { listSentToStranger } from '../support/breach';
import { provesTheDiagram } from '../support/diagram';
import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;
const diagram = provesTheDiagram('breach');
/** How far the server is ahead of this machine, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env, () => new Date(Date.now() + ahead));
});
afterAll(async () => {
  await w?.stop();
  await env?.teardown();
});

/** The night before Easter Saturday; the clocks go forward on Sunday 28 March 2027, and Monday is a bank holiday. */
const awareAt = '2027-03-26T22:15:00.000Z';
const HOUR = 3_600_000;
const after = (hours: number): string => new Date(Date.parse(awareAt) + hours * HOUR).toISOString();

/** Lets time pass until that moment. */
async function passes(moment: string): Promise<void> {
  await env.sleep(Date.parse(moment) - (await env.currentTimeMs()));
  ahead = (await env.currentTimeMs()) - Date.now();
}

async function reported(): Promise<Driver> {
  const c = await w.open({
    viewer: await w.staff('employee'),
    ...listSentToStranger(awareAt),
  });
  await c.complete('triage', { outcome: 'breach', role: 'controller', awareAt }, { role: 'dpo' });
  await c.task('assess');
  return c;
}

/** The rungs of the case that were reached, each with its minute. */
const reached = async (c: Driver): Promise<string[][]> =>
  (await c.events())
    .filter(({ type }) => type === 'escalated')
    .map(({ data, effectiveAt }) => [
      String(data.point).replace(/@.*/, ''),
      `${new Date(effectiveAt).toISOString().slice(0, 16)}:00.000Z`,
    ]);

/** Nobody handles it yet, so the house's mailbox stands for whoever would. */
const alarmed = ['data.protection', 'dpo', 'governance-officer'].map(
  (name) => `${name}@new-park-village.example`,
);
const everybody = ['accountable-manager@new-park-village.example', ...alarmed];

/** Hours after awareness at which word goes out, to whom, and what the clock on the wall in London says then. */
const rungs = [
  { hours: 24, to: alarmed, london: 'Sat 22:15' },
  { hours: 48, to: alarmed, london: 'Sun 23:15' },
  { hours: 60, to: everybody, london: 'Mon 11:15' },
  { hours: 66, to: everybody, london: 'Mon 17:15' },
  { hours: 70, to: everybody, london: 'Mon 21:15' },
  { hours: 72, to: everybody, london: 'Mon 23:15' },
] as const;

const inLondon = (moment: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' },
  })
    .format(new Date(moment))
    .replace(',', '');

test('Each warning of the 72 hours comes at its minute over the weekend on which the clocks go forward, at night and on a bank holiday too (Art 33(1)).', async () => {
  for (const role of ['dpo', 'governance-officer', 'accountable-manager'] as const) await w.staff(role);
  await passes(after(0));
  const c = await reported();
  expect(new Date((await c.page()).dueAt!).toISOString()).toBe('2027-03-29T22:15:00.000Z');
  expect(await reached(c)).toEqual([]);

  for (const [index, { hours, to, london }] of rungs.entries()) {
    expect(inLondon(after(hours))).toBe(london);
    const before = (await w.mail.messages()).length;
    // Half an hour before and after: no warning comes early, and none late.
    await passes(after(hours - 0.5));
    expect(await reached(c)).toHaveLength(index);
    await passes(after(hours + 0.5));
    await until(`the warning at ${hours} hours`, async () => (await reached(c)).length > index);
    expect((await reached(c)).at(-1)).toEqual([`hours-${hours}`, after(hours)]);
    const words = await until('word to go out', async () => {
      const mails = (await w.mail.messages()).slice(before);
      return mails.length >= to.length && mails;
    });
    expect(words.flatMap(({ recipients }) => recipients).sort()).toEqual([...to].sort());
    for (const { text } of words) {
      expect(text).toContain('Outside office hours call Duty Manager, 07700 900101.');
      expect(text).toContain(hours < 72 ? 'at the latest 23:15 on 29 March 2027' : 'It was due at 23:15');
    }
  }
  diagram.follows(await c.events());
});
