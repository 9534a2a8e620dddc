import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const today = { day: new Date().toISOString().slice(0, 10) };
const letter = 'What you agreed to has stopped';

let office: Office;
let handler: Desk;
let holder: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
});
afterAll(() => office?.close());

test('consent is withdrawn with a word: no reason and no proof are asked', async () => {
  await handler.open('/requests/new/consent-withdrawal');
  const asked = await handler.text();
  expect(asked).not.toMatch(/authority|Date of birth/);
  await handler.answer({
    ...{ subjectName: 'Clover Penhale', personType: 'council-tenant', request: 'No more surveys.' },
    purposes: ['surveys-and-marketing'],
    ...{ channel: 'phone', receivedOn: today, requester: 'self', controller: 'nottingham-city-homes' },
    contactPost: '15 Sample Rise\nNottingham\nNG1 9ZX',
  });
  await handler.press('Log the request');
  reference = /Logged as (CON-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^CON-/);
});

test('the owner of the system learns what must stop, and stops it', async () => {
  await holder.openTask(reference, 'Stop it on the system: Consents, surveys and marketing lists');
  expect(await holder.text()).toContain('Surveys, services that you signed up for');
  expect(await holder.text()).toContain('Within 4 hours of being asked, nights and weekends included');
  await holder.answer({ outcome: 'stopped', on: today, evidence: 'Taken off every list.' });
  await holder.press('Save and continue');
  expect(await holder.told()).toBe('Done: stop it on the system.');
});

test('the person’s page says for which purpose, and that it has stopped on the system', async () => {
  await handler.seen(`/cases/${reference}`, 'Clover Penhale');
  await handler.follow('Clover Penhale');
  const page = await handler.text();
  expect(page).toContain('Consent they have withdrawn');
  expect(page).toMatch(/Consents, surveys and marketing lists: stopped on \d+ \w+ \d{4}/);
});

test('the person reads that it has stopped, and what follows from it', async () => {
  await handler.take(reference, `Check and send the letter: ${letter}`);
  expect(await handler.letter()).toContain('before you withdrew it stays lawful');
  await handler.answer({ 'part-consequences': 'You get no prize draw.', way: 'post' });
  await handler.press('Send the letter');
  await handler.finish(
    reference,
    `Print and post the letter: ${letter}`,
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
});

test('what becomes of the data is looked at before the case is closed (Art 17(1)(b))', async () => {
  await handler.finish(reference, 'Check whether the data must go', {
    ...{ outcome: 'nothing-held', reasons: 'The answers were made anonymous.' },
  });
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Stopped; nothing is held');
  await handler.follow('Diagram');
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
