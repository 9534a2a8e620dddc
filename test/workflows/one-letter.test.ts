import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { until } from '../../dev/wait';
import { consentWithdrawalVersion } from '../../processes/consent-withdrawal.generated';
import { objectionVersion } from '../../processes/objection.generated';
import type { OpenLetter } from '../../register/letters';

import { timeSkipping } from '../support/temporal';
import type { Driver, World } from '../support/world';
import { person, world } from '../support/world';

let env: TestWorkflowEnvironment;
let w: World;

beforeAll(async () => {
  env = await timeSkipping();
  w = await world(env);
});
afterAll(async () => {
  await w.stop();
  await env.teardown();
});

/** An objection to marketing, and a withdrawal of consent that came in the same message. */
async function bothAsked(): Promise<{ objection: Driver; withdrawal: Driver }> {
  const objection = await w.open({
    kind: 'objection',
    processVersion: objectionVersion,
    subject: { fresh: person() },
    contents: { request: 'Stop the leaflets.' },
    codes: { channel: 'phone', requester: 'self', against: 'direct-marketing' },
  });
  const { subject } = await objection.page();
  const same = { existing: subject?.id ?? '' };
  const withdrawal = await w.open({
    kind: 'consent-withdrawal',
    processVersion: consentWithdrawalVersion,
    subject: same,
    contents: { request: 'And I no longer agree to the surveys.' },
    codes: { channel: 'phone', requester: 'self', purposes: ['surveys-and-research'] },
    linkedTo: { reference: objection.reference, relation: 'same-request' },
  });
  return { objection, withdrawal };
}

async function stopped(c: Driver): Promise<void> {
  const { item } = await c.task('stop-at-once');
  await c.complete(
    'stop-at-once',
    { outcome: 'stopped', on: today() },
    { item: item ?? '', role: 'handler', personal: { evidence: 'Taken off every list.' } },
  );
}

/** Carries the objection out; its letter goes by itself. */
async function answered(c: Driver): Promise<void> {
  const { facts } = await c.page();
  for (let left = (facts.stopOn as string[]).length; left > 0; left -= 1) await stopped(c);
  await c.complete(
    'suppress',
    { system: 'surveys', kept: ['name', 'email'], on: today() },
    { personal: { entry: 'Wren Ashdown, wren.ashdown@mail.test' } },
  );
  await c.task('close-case');
}

const lettersOf = async (c: Driver): Promise<OpenLetter> => {
  const viewer = await w.staff('governance-officer');
  const listed = (await w.register.letters.list(viewer, c.reference)) ?? [];
  const found = listed.find(({ letter }) => letter === 'confirm-stopped');
  return (await w.register.letters.show(viewer, found?.id ?? '')) as OpenLetter;
};

describe('Several requests in one message, answered in one letter', () => {
  test('one answer travels inside the other, says all that it must, and counts as given with it', async () => {
    const { objection, withdrawal } = await bothAsked();
    expect((await withdrawal.page()).links).toMatchObject([{ answersTogether: true }]);
    await stopped(withdrawal);
    await withdrawal.complete('confirm-stopped', { way: 'together', with: objection.reference });
    expect((await withdrawal.task('confirm-stopped')).need).toBe('together');
    expect((await withdrawal.page()).clock.state).toBe('running');

    // Whoever says so too soon is asked again: nothing has gone.
    await withdrawal.complete('confirm-stopped', { outcome: 'went' });
    expect((await withdrawal.task('confirm-stopped')).need).toBe('together');

    await answered(objection);
    const carrying = await lettersOf(objection);
    const inside = await lettersOf(withdrawal);
    expect(carrying.contents.html.match(/<body>/g)).toHaveLength(1);
    for (const words of [
      'Surveys, your opinion on our services, and research',
      'before you withdrew it stays lawful',
      `Our reference: ${withdrawal.reference}`,
    ])
      expect(carrying.contents.text.replace(/\s+/g, ' ')).toContain(words);
    expect(inside.carriedBy?.reference).toBe(objection.reference);

    await withdrawal.complete('confirm-stopped', { outcome: 'went' });
    await withdrawal.task('check-erasure');
    const given = await lettersOf(withdrawal);
    expect([given.way, given.givenAt]).toEqual(['together', carrying.givenAt]);
    expect((await withdrawal.page()).clock.state).toBe('stopped');
  });

  test('an answer that cannot wait for the other goes by itself, and the other goes without it', async () => {
    const { objection, withdrawal } = await bothAsked();
    await stopped(withdrawal);
    await withdrawal.complete('confirm-stopped', { way: 'together', with: objection.reference });
    await withdrawal.task('confirm-stopped');
    await withdrawal.complete('confirm-stopped', { outcome: 'alone' });
    await withdrawal.task('check-erasure');
    expect(await lettersOf(withdrawal)).toMatchObject({ way: 'email', carriedBy: null });
    await answered(objection);
    expect((await lettersOf(objection)).contents.text).not.toContain(withdrawal.reference);
  });

  test('an answer that comes back once its case is closed is given after all beside the closed case, and staff are reminded', async () => {
    const { objection, withdrawal } = await bothAsked();
    await stopped(withdrawal);
    await withdrawal.complete('confirm-stopped', { way: 'together', with: objection.reference });
    await answered(objection);
    await withdrawal.complete('confirm-stopped', { outcome: 'went' });
    await withdrawal.complete('check-erasure', { outcome: 'nothing-held' });
    await withdrawal.complete('close-case', { confirmed: true });
    await withdrawal.outcome();
    const { stage, outcome, closedAt, retainUntil } = await withdrawal.page();

    await withdrawal.act('letter-returned', { letter: 'confirm-stopped#1', on: today() }, { at: today() });
    const { id } = await withdrawal.task('send-again');
    expect((await lettersOf(withdrawal)).state).toBe('returned');
    const handler = await w.staff('handler');
    expect((await w.register.cases.myTasks(handler)).map((task) => task.id)).toContain(id);
    const { next } = (await withdrawal.page()).clock;
    expect(next?.point).toContain('chase.letter-returned#1/send-again#1@');
    await env.sleep(Date.parse(String(next?.at)) - (await env.currentTimeMs()) + 3_600_000);
    const mail = await w.mail.waitFor(({ subject }) => subject === `${withdrawal.reference}: is due today`);
    expect(mail.text).toContain('A letter came back');

    const byHand = { outcome: 'by-hand', on: today(), letter: 'confirm-stopped#1' };
    await withdrawal.complete('send-again', byHand, { at: today() });
    await until(
      'the letter to be given',
      async () => (await withdrawal.page()).view.running.length === 0 || undefined,
    );
    expect((await lettersOf(withdrawal)).state).toBe('given');
    expect(await withdrawal.page()).toMatchObject({ stage, outcome, closedAt, retainUntil });
  });
});

const today = (): string => new Date().toISOString().slice(0, 10);
