import { addHours, londonDate } from '../../domain/calendar';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

let house: Programs;
let reference: string;

beforeAll(async () => {
  house = await programs(['handler', 'data-holder'], ['surveys', 'website', 'online-forms']);
});
afterAll(() => house?.stop());

const request = {
  ...{ subjectName: 'Perrin Oakshott', personType: 'tenant', request: 'No more surveys, please.' },
  ...{ channel: 'phone', receivedOn: today(), requester: 'self', controller: ORGANISATION },
  contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
};

async function log(answers: object): Promise<string> {
  const logged = await house.call('handler', '/cases/consent-withdrawal', {
    answers: { ...request, ...answers },
    person: 'new',
  });
  expect(logged).toMatchObject({ status: 201, json: { started: true } });
  return String(logged.json.reference);
}

const stopped = (system: string): Promise<void> =>
  house.finish(
    'data-holder',
    reference,
    'stop-at-once',
    { outcome: 'stopped', on: today(), evidence: 'Taken off the panel.' },
    system,
  );

describe('consent that is withdrawn, worked by programs from intake to closure (UK GDPR Art 7(3))', () => {
  test('is logged by its purposes alone: no reason and no proof can even be sent', async () => {
    const without = await house.call('handler', '/cases/consent-withdrawal', {
      answers: request,
      person: 'new',
    });
    expect(without).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'purposes' }] } } });
    const hurdle = { ...request, purposes: ['surveys-and-research'], authority: 'A letter' };
    const proof = await house.call('handler', '/cases/consent-withdrawal', {
      answers: hurdle,
      person: 'new',
    });
    expect(proof).toMatchObject({ status: 400, json: { error: { code: 'unknown-field' } } });
    reference = await log({ purposes: ['surveys-and-research'] });
    expect(reference).toMatch(/^CON-\d{4}-\d{5}$/);
  });

  test('is due on the day it came, and a task of hours is open with the owner of each system of the purpose', async () => {
    const { json } = await house.call('handler', `/cases/${reference}`);
    expect(json.dueOn).toBe(today());
    const { id, dueOn, openedAt } = await house.task(reference, 'stop-at-once', 'surveys');
    expect(dueOn).toBe(londonDate(addHours(openedAt, 4)));
    const seen = JSON.stringify((await house.call('data-holder', `/tasks/${id}`)).json);
    expect(seen).toContain('Surveys, your opinion on our services, and research');
  });

  test('the person’s page says of each purpose since when, by which case, and whether each system has stopped', async () => {
    const { json } = await house.call('handler', `/cases/${reference}`);
    const person = String((json.subject as { id: string }).id);
    const consents = async (): Promise<unknown> =>
      (await house.call('handler', `/people/${person}/cases`)).json.consents;
    const withdrawn = { purpose: 'surveys-and-research', withdrawnOn: today(), reference };
    expect(await consents()).toEqual([
      { ...withdrawn, systems: [{ system: 'surveys', state: 'not-yet', on: null }] },
    ]);
    await stopped('surveys');
    expect(await consents()).toEqual([
      { ...withdrawn, systems: [{ system: 'surveys', state: 'stopped', on: today() }] },
    ]);
  });

  test('cannot be refused, put off or held up by a question of identity: there is no such action', async () => {
    for (const action of ['extend', 'propose-refusal', 'withdraw', 'clarify', 'send-code'])
      expect(
        (await house.call('handler', `/cases/${reference}/actions/${action}`, { answers: {} })).status,
      ).toBe(404);
  });

  test('the person hears what follows from it, and that what was done before stays lawful', async () => {
    await house.post(reference, 'confirm-stopped', { consequences: 'You get no prize draw.' });
    const { id } = await house.task(reference, 'check-erasure');
    const letter = await house.letter(reference, 'confirm-stopped');
    expect(letter).toContain('You get no prize draw.');
    expect(letter).toContain('before you withdrew it stays lawful');
    const without = { outcome: 'erasure', reasons: 'No other basis.' };
    expect(await house.call('handler', `/tasks/${id}`, { answers: without })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'erasure' }] } },
    });
  });

  test('the erasure that follows is opened from the case, and named when it is closed (Art 17(1)(b))', async () => {
    const opened = await house.call('handler', `/cases/${reference}/open/erasure`, {
      answers: { request: 'The consent is withdrawn.' },
    });
    expect(opened.status).toBe(201);
    const erasure = String(opened.json.reference);
    const { id } = await house.task(reference, 'check-erasure');
    expect((await house.call('handler', `/tasks/${id}`)).json).toMatchObject({
      starting: { outcome: 'erasure', erasure },
    });
    await house.post(erasure, 'acknowledge');
    await house.finish('handler', erasure, 'triage', { identity: 'no-doubt' });
    const assessing = await house.task(erasure, 'assess-erasure');
    expect((await house.call('handler', `/tasks/${assessing.id}`)).json).toMatchObject({
      starting: { parts: [{ ground: 'consent-withdrawn', decision: 'erase' }], erase: 'yes' },
    });
    await house.finish('handler', reference, 'check-erasure', {
      ...{ outcome: 'erasure', erasure, reasons: 'No other basis.' },
    });
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('stopped-erasure');
  });

  test('where another basis was there all along, it stops on every system of the purpose, the data stays and the case says on which', async () => {
    reference = await log({ subjectName: 'Ottoline Marsh', purposes: ['website'] });
    await stopped('website');
    await stopped('online-forms');
    await house.post(reference, 'confirm-stopped', { consequences: '' });
    await house.finish('handler', reference, 'check-erasure', {
      ...{
        outcome: 'other-basis',
        basis: 'legal-obligation',
        reasons: 'The log of refusals is kept by law.',
      },
    });
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('stopped');
  });
});
