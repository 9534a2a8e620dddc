import { randomUUID } from 'node:crypto';
import type { Driver } from '../../dev/drive';
import { elementOf, type Codes } from '../../domain/cases/process';
import type { Role } from '../../domain/roles';
import { listSentToStranger } from '../support/breach';
import { provesTheDiagram } from '../support/diagram';
import { hold } from './support/hold';
import type { Product } from './support/product';
import { startProduct } from './support/product';

/** A landlord that is controller of some of its data and processor of the rest, for the council. */
const HOUSE = 'nottingham-city-homes';
const COUNCIL = 'nottingham-city-council';

/** Friday morning in summer time; the clocks go back on Sunday 25 October 2026. */
const awareAt = '2026-10-23T10:15:00+01:00';
/** 72 elapsed hours later: an hour earlier by the clock on the wall. */
const due = '2026-10-26T09:15:00.000Z';
const onMonday = { at: '2026-10-26T09:00:00+00:00' };
const filing = { how: 'form', filedAt: onMonday.at };

let product: Product;
let c: Driver;
const diagram = provesTheDiagram('breach');

beforeAll(async () => void (product = await startProduct()));
afterAll(() => product?.stop());

/** Somebody of the house does something; the worker dies just before it is written down, and another comes. */
async function killedIn<T>(doing: () => Promise<T>): Promise<T> {
  const held = await hold(product.stack.environment.DATABASE_URL ?? '', c.reference);
  const done = doing();
  await Promise.race([held.someoneWaits(), done.then(() => Promise.reject(new Error('Not held')))]);
  await product.stack.kill('worker');
  await held.release();
  await product.stack.start('worker');
  return done;
}

interface Said {
  readonly role: Role;
  readonly codes: Codes;
  readonly item?: string;
  readonly personal?: Record<string, unknown>;
  readonly at?: string;
}

/** The same is sent under one id until it is recorded, and once more by somebody who presses again: it is one action. */
async function step(element: string, { role, codes, item, personal, at }: Said): Promise<void> {
  const task = await c.task(element, item);
  const sent = {
    ...{ id: randomUUID(), action: 'complete' as const, step: task.step, codes, role, personal, at },
    form: task.need ? `letter-${task.need}` : element,
  };
  await killedIn(() => c.send(sent));
  await c.send(sent);
  const recorded = (await c.events()).filter(({ submissionId }) => submissionId === sent.id);
  expect([element, recorded.length]).toEqual([element, 1]);
  await holds();
}

/** Art 33(1) */
async function holds(): Promise<void> {
  const deadlines = await product.register.cases.deadlines(await product.staff('dpo', HOUSE), c.reference);
  const regulator = deadlines?.find(({ timer }) => timer === 'breach.regulator');
  expect(new Date(regulator?.dueInstant ?? 0).toISOString()).toBe(due);
}

async function reported(): Promise<void> {
  const { reference } = await product.register.intake.open({
    viewer: await product.staff('handler', HOUSE),
    submissionId: randomUUID(),
    ...listSentToStranger(awareAt),
    typed: {},
  });
  c = product.drive(reference, HOUSE);
  await killedIn(() => c.start().then(() => c.task('triage')));
  await holds();
}

const notice = {
  ...{ whatHappened: 'A list went to somebody else.', consequences: 'Somebody may write to you.' },
  ...{ measures: 'They deleted it.', advice: 'Be careful with letters you do not expect.' },
  people:
    'name,email,post,flags\nIvo Thorn,ivo.thorn@mail.test,,\nAda Fenn,,"2 Test Close, Anytown",domestic-abuse',
};

test('The 72 hours hold over the weekend on which the clocks go back, although the worker is killed in the middle of every step (Art 33(1)).', async () => {
  await reported();
  await step('triage', {
    role: 'dpo',
    codes: { outcome: 'breach', role: 'both', awareAt, measures: ['recall'], controllers: [COUNCIL] },
  });
  await step('contain', { role: 'handler', codes: { outcome: 'done' }, item: 'recall' });
  await step('notify-controller', {
    role: 'handler',
    codes: { way: 'as-usual' },
    item: COUNCIL,
    personal: { 'part-known': 'A list of 40 tenants.' },
  });
  await step('assist-controller', { role: 'handler', codes: { on: '2026-10-26' }, item: COUNCIL });
  await step('assess', { role: 'handler', codes: { people: 40 } });
  await step('dpo-advice', { role: 'dpo', codes: { advice: 'agree' } });
  await step('decide', {
    role: 'accountable-manager',
    codes: { decision: 'high-risk', people: 'each', departs: 'no' },
  });
  await step('file-notification', { role: 'handler', codes: { ...filing, complete: 'no' }, ...onMonday });
  await step('prepare-notice', {
    role: 'handler',
    codes: { peopleCount: 2, others: 'none' },
    personal: notice,
  });
  await step('tell-person', {
    role: 'handler',
    codes: { postedOn: '2026-10-26', checkedAddress: true },
    item: '2',
    at: '2026-10-26',
  });
  await step('follow-up', { role: 'handler', codes: { people: 41 } });
  await step('file-notification', { role: 'handler', codes: { ...filing, complete: 'yes' }, ...onMonday });
  const { staffId } = await product.staff('governance-officer', HOUSE);
  await step('lessons', { role: 'dpo', codes: { again: 'no', owners: [staffId], dues: ['2026-11-27'] } });
  await step('carry-out-action', { role: 'governance-officer', codes: { outcome: 'done' }, item: '1' });
  await step('close-case', { role: 'dpo', codes: { confirmed: true } });
  expect(await c.outcome()).toBe('notified-and-told');
});

test('After all of this each notice went once, a pack stands for each phase, the log is whole and follows the diagram.', async () => {
  diagram.follows(await c.events());
  expect(await product.register.audit.verifyChain()).toMatchObject({ ok: true });

  const letters = (await product.register.letters.list(await product.staff('dpo', HOUSE), c.reference)) ?? [];
  expect(letters.map(({ step: of, state, way }) => [elementOf(of), state, way]).sort()).toEqual([
    ['notify-controller', 'given', 'email'],
    ['tell-person', 'given', 'email'],
    ['tell-person', 'given', 'post'],
  ]);
  const mails = await product.mails();
  const to = (address: string) => mails.filter(({ recipients }) => recipients.includes(address));
  expect(to('information.compliance@nottingham-city-council.example')).toHaveLength(1);
  expect(to('ivo.thorn@mail.test')).toHaveLength(1);

  const packs = (await product.register.documents.ofCase(c.reference)).filter(
    ({ purpose }) => purpose === 'notification',
  );
  expect(packs).toHaveLength(2);
});
