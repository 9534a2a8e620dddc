import type { Driver } from '../../dev/drive';
import { until } from '../../dev/wait';
import { provesTheDiagram } from '../support/diagram';
import type { MailSink } from '../support/mail';
import { mailSink } from '../support/mail';
import { ORGANISATION } from '../support/world';
import { hold } from './support/hold';
import type { Accepted, MailGate } from './support/mail-gate';
import { mailGate } from './support/mail-gate';
import type { Product } from './support/product';
import { begun, startProduct } from './support/product';

let sink: MailSink;
let gate: MailGate;
let product: Product;
const diagram = provesTheDiagram('subject-access');

beforeAll(async () => {
  sink = await mailSink();
  gate = await mailGate(sink.url);
  product = await startProduct({ SMTP_URL: gate.url });
});
afterAll(async () => {
  await product?.stop();
  await gate?.stop();
  await sink?.stop();
});

/** A request whose first letter the mail server has just accepted, without the worker knowing. */
async function accepted(): Promise<{ c: Driver; mail: Accepted }> {
  const held = gate.holdNext();
  const c = await product.open();
  return { c, mail: await held };
}

const lettersOf = async (c: Driver) =>
  (await product.register.letters.list(
    await product.staff('governance-officer', ORGANISATION),
    c.reference,
  )) ?? [];

const copiesOf = async (messageId: string) =>
  (await sink.messages()).filter((mail) => mail.messageId === messageId);

/** Given once in the record; in the mail every copy is the same message, so that the second can be dropped. */
async function givenOnce(c: Driver, messageId: string): Promise<void> {
  await begun(c);
  const letters = await lettersOf(c);
  const [letter, ...others] = letters.filter((one) => one.messageId === messageId);
  expect(letter).toMatchObject({ state: 'given', way: 'email' });
  expect(others).toEqual([]);
  const events = await c.events();
  const left = events.filter(({ type, step }) => type === 'step-left' && step === letter?.step);
  expect(left).toMatchObject([{ data: { letter: letter?.id, way: 'email', givenAt: letter?.givenAt } }]);

  const copies = await copiesOf(messageId);
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.length).toBeLessThanOrEqual(2);
  expect(
    new Set(copies.map(({ source }) => source.replace(/^(Received|Return-Path):.*\r?\n/gim, ''))).size,
  ).toBe(1);
  expect(new Set(letters.map(({ step }) => step)).size).toBe(letters.length);
  diagram.follows(events);
}

describe('When the worker is killed after the mail server accepted a letter', () => {
  test('and before the answer reached it, the same message goes again, and the record shows one letter', async () => {
    const { c, mail } = await accepted();
    await until('the mail to be there', async () => (await copiesOf(mail.messageId)).length === 1, {
      within: 10_000,
    });
    expect((await lettersOf(c)).find(({ messageId }) => messageId === mail.messageId)?.state).toBe('sending');

    await product.stack.kill('worker');
    await product.stack.start('worker');
    await givenOnce(c, mail.messageId);
  });

  test('and before the letter was written down as given, likewise', async () => {
    const { c, mail } = await accepted();
    const held = await hold(product.stack.environment.DATABASE_URL ?? '', mail.messageId, 'letter');
    mail.answer();
    await held.someoneWaits();
    await product.stack.kill('worker');
    await held.release();
    expect((await lettersOf(c)).find(({ messageId }) => messageId === mail.messageId)?.state).toBe('sending');

    await product.stack.start('worker');
    await givenOnce(c, mail.messageId);
  });
});
