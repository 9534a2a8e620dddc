import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const today = { day: new Date().toISOString().slice(0, 10) };
const known = { personType: 'council-tenant' } as const;
const how = {
  ...{ channel: 'phone', receivedOn: today, requester: 'self', controller: 'nottingham-city-homes' },
} as const;
const posted = { postedOn: today, checkedAddress: true } as const;
const system = 'Consents, surveys and marketing lists';

let office: Office;
let handler: Desk;
let holder: Desk;
let dpo: Desk;
let manager: Desk;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
  manager = await office.desk(`manager@${HOUSE}`);
});
afterAll(() => office?.close());

async function log(answers: Parameters<Desk['answer']>[0]): Promise<string> {
  await handler.open('/requests/new/objection');
  await handler.answer(answers);
  await handler.press('Log the request');
  return /Logged as (OBJ-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
}

async function stop(reference: string): Promise<void> {
  await holder.openTask(reference, `Stop it on the system: ${system}`);
  await holder.answer({ outcome: 'stopped', on: today, evidence: 'Taken off every list.' });
  await holder.press('Save and continue');
  expect(await holder.told()).toBe('Done: stop it on the system.');
}

test('direct marketing stops at once: logged, stopped by the system’s owner, suppressed, confirmed, closed', async () => {
  const reference = await log({
    ...{ ...known, subjectName: 'Isolde Farthing', request: 'No more of your flyers.' },
    against: 'direct-marketing',
    ...how,
    contactPost: '11 Sample Rise\nNottingham\nNG1 9ZX',
  });
  expect(reference).toMatch(/^OBJ-/);
  expect(await handler.page.content()).toContain('An objection to direct marketing is absolute');
  await stop(reference);
  await handler.finish(reference, 'Record the suppression entry', {
    ...{ system: 'surveys-and-marketing', kept: ['name', 'address'], entry: 'Isolde Farthing', on: today },
  });
  await handler.finish(
    reference,
    'Print and post the letter: Direct marketing has stopped',
    posted,
    'It is posted',
  );
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Direct marketing stopped');
});

describe('an objection that is weighed', () => {
  let reference: string;

  test('is logged, checked and assessed, use by use', async () => {
    reference = await log({
      ...{ subjectName: 'Barnaby Thistle', ...known, request: 'Stop the noise file.' },
      ...{ against: 'public-task', situation: 'I work nights.' },
      ...how,
      contactPost: '13 Sample Rise\nNottingham\nNG1 9ZX',
    });
    await handler.finish(reference, 'Print and post the letter: Acknowledgement', posted, 'It is posted');
    await handler.finish(reference, 'Check the request', { identity: 'no-doubt', restriction: 'no' });
    await handler.take(reference, 'Assess the objection');
    await handler.answer({
      'uses-0-what': 'The noise diary',
      'uses-0-finding': 'public-interest-task',
      'uses-0-grounds': 'Three households cannot sleep.',
      'uses-0-reasons': 'It protects three households.',
      stop: 'no',
    });
    await handler.press('Save and continue');
    expect(await handler.errors()).toContain('Art 21(1)');
    await handler.answer({ 'uses-0-finding': 'compelling', 'uses-0-weighed': 'Their nights count more.' });
    await handler.press('Save and continue');
    expect(await handler.told()).toBe('Done: assess the objection.');
  });

  test('is advised on, decided, and answered with the reasons', async () => {
    await dpo.take(reference, 'Give the DPO’s advice');
    for (const said of ['Stop the noise file.', 'I work nights.', 'It protects three households.'])
      expect(await dpo.text()).toContain(said);
    await dpo.answer({ advice: 'agree', reasons: 'Weighed soundly.' });
    await dpo.press('Save and continue');
    await manager.take(reference, 'Decide on the objection');
    for (const said of ['It protects three households.', 'Weighed soundly.'])
      expect(await manager.text()).toContain(said);
    await manager.answer({ decision: 'approve', departs: 'no', limitReasons: 'no' });
    await manager.press('Save and continue');
    await handler.take(reference, 'Check and send the letter: Outcome');
    expect(await handler.letter()).toContain('It protects three households.');
    await handler.answer({ way: 'post' });
    await handler.press('Send the letter');
    await handler.take(reference, 'Confirm where this may safely be sent');
    const address = await handler.page
      .locator('#contact option', { hasText: '13 Sample Rise' })
      .getAttribute('value');
    await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
    await handler.press('Confirm');
    await handler.finish(reference, 'Print and post the letter: Outcome', posted, 'It is posted');
    await handler.finish(reference, 'Close the case', { confirmed: true });
    await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
    expect(await handler.text()).toContain('Overruled');
    await handler.follow('Diagram');
    await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
    expect(await handler.text()).toContain('Decide on the objection – Done');
  });
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
