import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const today = { day: new Date().toISOString().slice(0, 10) };

let office: Office;
let handler: Desk;
let officer: Desk;
let holder: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
});
afterAll(() => office?.close());

test('a handler logs it, and assesses what is portable by four tests, each with its reason', async () => {
  await handler.open('/requests/new/portability');
  await handler.answer({
    ...{
      subjectName: 'Corwin Thackeray',
      personType: 'council-tenant',
      request: 'My data for a comparison site.',
    },
    ...{ forWhom: 'person', channel: 'phone', receivedOn: today, requester: 'self' },
    controller: 'nottingham-city-council',
    contactPost: '25 Sample Rise\nNottingham\nNG1 9ZX',
  });
  await handler.press('Log the request');
  reference = /Logged as (POR-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^POR-/);
  await handler.finish(
    reference,
    'Print and post the letter: Acknowledgement',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
  await handler.finish(reference, 'Check the request', { identity: 'no-doubt' });
  await handler.take(reference, 'Assess what is portable');
  await handler.answer({
    'activities-0-record': 'rent-collection',
    'activities-0-basis': 'consent',
    'activities-0-basisReason': 'The tenancy agreement.',
    'activities-0-automated': 'yes',
    'activities-0-automatedReason': 'In the housing management system.',
    'activities-0-provided': 'yes',
    'activities-0-providedReason': 'Their bank details and payments.',
    'activities-0-publicTask': 'no',
    'activities-0-publicTaskReason': 'It is the tenancy contract.',
    portable: 'yes',
    systems: ['housing-management'],
    instructions: 'The payments and how they are made.',
  });
  await handler.press('Save and continue');
  expect(await handler.errors()).toContain('does not name Art 6(1)(a)');
  await handler.answer({ 'activities-0-basis': 'contract' });
  await handler.press('Save and continue');
  expect(await handler.told()).toBe('Done: assess what is portable.');
  await officer.finish(reference, 'Check the proposal', { outcome: 'right' });
  await handler.approvedByController(reference, today);
});

test('the system’s owner enters a line and adds a file, and sees no more of the case', async () => {
  await holder.openTask(reference, 'Extract the data from the system: Housing management system');
  const task = await holder.text();
  expect(task).toContain('The payments and how they are made.');
  expect(task).not.toContain('The tenancy agreement.');
  await holder.follow('Add what you found');
  await holder.choose('files', [
    { name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from('date,amount\n2026-11-01,412.50\n') },
  ]);
  await holder.press('Add the files');
  expect(await holder.text()).toContain('statement.csv');
  await holder.follow('I have added everything');
  await holder.answer({
    outcome: 'extracted',
    on: today,
    'entries-0-record': 'rent-collection',
    'entries-0-name': 'Rent paid',
    'entries-0-value': '412.50',
    'entries-0-origin': 'observed',
    evidence: 'Read from the rent account.',
  });
  await holder.press('Save and continue');
  expect(await holder.told()).toBe('Done: extract the data from the system.');
});

test('the rights of others are considered, and what is not decided does not go (Art 20(4))', async () => {
  await handler.open(`/cases/${reference}/documents`);
  await handler.follow('statement.csv');
  await handler.answer({ decision: 'release', thirdParty: 'no' });
  await handler.press('Record the decision');
  await handler.finish(reference, 'Consider the rights of others', {
    ...{ outcome: 'ready', others: 'no', weighed: 'Nobody else is in it.' },
    ...{ transmission: 'not-asked', delivery: 'post' },
  });
});

test('the export is made, the person is answered and handed the data, and the case is closed', async () => {
  await handler.take(reference, 'Check and send the letter: Answer');
  const draft = await handler.letter();
  for (const words of ['It costs you nothing.', 'tables (CSV)']) expect(draft).toContain(words);
  await handler.answer({ way: 'post' });
  await handler.press('Send the letter');
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '25 Sample Rise' })
    .getAttribute('value');
  await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
  await handler.press('Confirm');
  await handler.finish(
    reference,
    'Print and post the letter: Answer',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
  await handler.open(`/cases/${reference}/documents`);
  expect(await handler.text()).toContain(`${reference}.zip`);
  await handler.finish(reference, 'Hand over the data', {
    ...{ way: 'post', on: today, checkedAddress: true, checkedEnclosures: true },
  });
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Data handed over');
  await handler.follow('Diagram');
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
  expect(await handler.text()).toContain('Make the export – Done');
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
