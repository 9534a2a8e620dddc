import { weekdayDate } from '../../domain/clock';
import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const day = (days = 0) => ({
  day: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
});

let office: Office;
let handler: Desk;
let officer: Desk;
let dpo: Desk;
let manager: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
  manager = await office.desk(`manager@${HOUSE}`);
});
afterAll(() => office?.close());

/** The member of staff of that name among the choices of a field. */
const choice = async (desk: Desk, field: string, name: RegExp): Promise<string> =>
  (await desk.page.locator(`[name="${field}"] option`, { hasText: name }).first().getAttribute('value')) ??
  '';

test('a handler logs a complaint while the caller is on the line, issue by issue', async () => {
  await handler.open('/requests/new/complaint');
  await handler.answer({
    ...{ subjectName: 'Rowan Applegarth', personType: 'council-tenant', request: 'You lost my letter.' },
    'issues-0-what': 'My letter was lost',
    'issues-0-wants': 'An apology',
  });
  await handler.page.getByRole('button', { name: 'Add another issue' }).click();
  await handler.answer({
    'issues-1-what': 'Nobody called me back',
    ...{ about: 'handling', housing: 'yes', acknowledgement: 'with-outcome' },
    ...{ channel: 'phone', receivedOn: day(), requester: 'self', controller: 'nottingham-city-council' },
    contactPost: '9 Sample Rise\nNottingham\nNG1 9ZX',
  });
  await handler.press('Log the complaint');
  reference = /Logged as (CMP-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^CMP-/);
  await handler.open(`/cases/${reference}/clock`);
  const clock = await handler.text();
  for (const words of ['section 164A(3)', 'Housing Ombudsman Complaint Handling Code'])
    expect(clock).toContain(words);
});

test('somebody is appointed who took no part, makes the enquiries and writes the findings', async () => {
  await handler.take(reference, 'Appoint somebody to enquire');
  const answers = { task: 'Where the letter went.', independent: true, identity: 'no-doubt' } as const;
  await handler.answer({ enquirer: await choice(handler, 'enquirer', /Blackwood/), ...answers });
  await handler.press('Save and continue');
  expect(await handler.told()).toBe('Done: appoint somebody to enquire.');
  await officer.finish(reference, 'Make enquiries', {
    enquiries: 'Asked the post room; read the call log.',
    outcome: 'complete',
  });
  await officer.take(reference, 'Write the findings');
  expect(await officer.text()).toContain(
    'Issue 1: My letter was lost – An apology\nIssue 2: Nobody called me back',
  );
  await officer.answer({
    'issues-0-conclusion': 'upheld',
    'issues-0-reasons': 'It was put into the wrong file.',
    'issues-1-conclusion': 'not-upheld',
    'issues-1-reasons': 'The log shows two calls.',
  });
  await officer.press('Save and continue');
  expect(await officer.errors()).toContain('say what is done about it');
  await officer.answer({ 'issues-0-remedy': 'We are sorry. Each letter is now entered when it arrives.' });
  await officer.press('Save and continue');
  expect(await officer.told()).toBe('Done: write the findings.');
});

test('the DPO advises, the manager decides, and the outcome says each conclusion with its reasons', async () => {
  await dpo.finish(reference, 'Give the DPO’s advice', { advice: 'agree', reasons: 'Right in law.' });
  await manager.finish(reference, 'Decide on the complaint', { decision: 'approve', departs: 'no' });
  await handler.take(reference, 'Check and send the letter: Outcome');
  const draft = await handler.letter();
  for (const words of [
    'It was put into the wrong file.',
    'The log shows two calls.',
    'You do not have to wait for us',
    'Housing Ombudsman',
  ])
    expect(draft).toContain(words);
  await handler.answer({ way: 'post' });
  await handler.press('Send the letter');
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '9 Sample Rise' })
    .getAttribute('value');
  await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
  await handler.press('Confirm');
  await handler.finish(
    reference,
    'Print and post the letter: Outcome',
    { postedOn: day(), checkedAddress: true },
    'It is posted',
  );
});

test('it is closed with what was learnt', async () => {
  await handler.finish(reference, 'Close with the lessons', {
    lessons: 'Each letter is entered on the day.',
    confirmed: true,
  });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Upheld in part');
  await handler.follow('Diagram');
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
  expect(await handler.text()).toContain('Make enquiries – Done');
});

test('somebody without an account fills in the complaint form, and a handler logs it with the day it came', async () => {
  const tenant = await office.anybody();
  await tenant.open('/complain/nottingham-city-homes');
  await tenant.press('Send the complaint');
  expect(await tenant.errors()).toContain('Your name');
  await tenant.answer({
    ...{ name: 'Linnet Harcastle', contactEmail: 'linnet.harcastle@mail.test', forWhom: 'other' },
    ...{ subjectName: 'Corin Harcastle', authority: 'I am his daughter and hold a power of attorney.' },
    ...{ what: 'His rent statement went next door.', wants: 'An apology to him.' },
  });
  await tenant.press('Send the complaint');
  expect(new URL(tenant.page.url()).pathname).toBe('/complain/nottingham-city-homes/sent');
  const [number = ''] = /RCV-\d{4}-\d{5}/.exec(await tenant.text()) ?? [];
  expect(number).toMatch(/^RCV-/);

  await handler.open('/');
  await handler.follow(`log ${number}`);
  expect(await handler.text()).toContain('His rent statement went next door.');
  expect(await handler.page.inputValue('#requesterName')).toBe('Linnet Harcastle');
  await handler.answer({
    ...{ personType: 'council-tenant', about: 'handling', housing: 'no', acknowledgement: 'now' },
    controller: 'nottingham-city-council',
  });
  await handler.press('Log the complaint');
  const [logged = ''] = /CMP-\d{4}-\d{5}/.exec(await handler.told()) ?? [];
  await handler.open(`/cases/${logged}/clock`);
  expect(await handler.text()).toContain(`received on ${weekdayDate(day().day)}`);
  await handler.open('/');
  expect(await handler.text()).not.toContain(`log ${number}`);
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
