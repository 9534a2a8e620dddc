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

test('a handler logs what is wrong while the caller is on the line, one particular after the other', async () => {
  await handler.open('/requests/new/rectification');
  await handler.answer({
    ...{ subjectName: 'Merrin Galloway', personType: 'council-tenant', request: 'Two things are wrong.' },
    'particulars-0-what': 'Telephone number ending 611',
    'particulars-0-shouldBe': 'Telephone number ending 617',
    'particulars-0-seenAt': 'The repair confirmation',
  });
  await handler.page.getByRole('button', { name: 'Add another particular' }).click();
  await handler.answer({
    'particulars-1-what': 'The injury is not mentioned',
    'particulars-1-shouldBe': 'That I was hurt in the fall',
    asksRecipients: 'yes',
    ...{ channel: 'phone', receivedOn: today, requester: 'self', controller: 'nottingham-city-council' },
    contactPost: '23 Sample Rise\nNottingham\nNG1 9ZX',
  });
  await handler.press('Log the request');
  reference = /Logged as (REC-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^REC-/);
  await handler.finish(
    reference,
    'Print and post the letter: Acknowledgement',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
  await handler.finish(reference, 'Check the request', { identity: 'no-doubt', restriction: 'no' });
});

test('the assessment begins with what was said, and a remedy that the law does not give is refused at its field', async () => {
  await handler.take(reference, 'Assess the accuracy');
  await handler.answer({
    'particulars-0-finding': 'fact-wrong',
    'particulars-0-remedy': 'nothing',
    'particulars-0-reasons': 'The tenancy agreement has 617.',
    'particulars-1-finding': 'incomplete',
    'particulars-1-remedy': 'complete',
    'particulars-1-statement': 'The tenant was hurt in the fall on the stairs.',
    'particulars-1-reasons': 'Their doctor’s letter shows it.',
    change: 'yes',
    systems: ['housing-management'],
    instructions: 'Change the number to the one ending 617, and add the statement to the case note.',
    recipients: ['contractors'],
  });
  await handler.press('Save and continue');
  expect(await handler.errors()).toContain('is corrected (Art 16; DPA s.205(1))');
  await handler.answer({ 'particulars-0-remedy': 'correct' });
  await handler.press('Save and continue');
  expect(await handler.told()).toBe('Done: assess the accuracy.');
});

test('a second person checks it, and the system’s owner sees what to do, does it and says so', async () => {
  await officer.finish(reference, 'Check the proposal', { outcome: 'right' });
  await handler.approvedByController(reference, today);
  await holder.openTask(reference, 'Carry it out on the system: Housing management system');
  const task = await holder.text();
  expect(task).toContain('What to do');
  expect(task).toContain('Change the number to the one ending 617');
  expect(task).not.toContain('doctor');
  await holder.answer({ outcome: 'done', on: today, records: '2', evidence: 'Changed; looked at again.' });
  await holder.press('Save and continue');
  expect(await holder.told()).toBe('Done: carry it out on the system.');
});

test('the person is answered in a letter that says what was corrected and who else is told', async () => {
  await handler.take(reference, 'Check and send the letter: Outcome');
  const draft = await handler.letter();
  for (const words of [
    'We have corrected it.',
    'The tenant was hurt in the fall on the stairs.',
    'Contractors',
  ])
    expect(draft).toContain(words);
  await handler.answer({ way: 'post' });
  await handler.press('Send the letter');
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '23 Sample Rise' })
    .getAttribute('value');
  await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
  await handler.press('Confirm');
  await handler.finish(
    reference,
    'Print and post the letter: Outcome',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
});

test('the recipient is told behind a protected link', async () => {
  await handler.finish(reference, 'Choose how to tell the recipient', {
    way: 'tell',
    notice: 'Use the number ending 617 for this tenant.',
  });
  await handler.take(reference, 'Check and send the letter: Notice to a recipient');
  expect(await handler.letter()).toContain('Merrin Galloway');
  await handler.answer({ way: 'as-usual' });
  await handler.press('Send the letter');
});

test('the recipient opens the link with the code, and finds the letter and nothing else of the case', async () => {
  const mail = await office.mail(`Data protection notice ${reference}`);
  expect(mail).not.toContain('Merrin Galloway');
  const link = /\/links\/\S+/.exec(mail)?.[0] ?? '';
  await handler.open(`/cases/${reference}/letters`);
  await handler.follow('Notice to a recipient');
  const code = await handler.page.locator('.app-secret').innerText();
  expect(mail).not.toContain(code);
  const recipient = await office.anybody();
  await recipient.open(link);
  expect(await recipient.text()).not.toContain(reference);
  await recipient.answer({ code: code === '000000' ? '111111' : '000000' });
  await recipient.press('Continue');
  expect(await recipient.errors()).toContain('The code is not right.');
  await recipient.answer({ code });
  await recipient.press('Continue');
  const page = await recipient.text();
  expect(page).toContain('A letter for you');
  expect(page).toContain('Our letter');
  expect(page).not.toContain('Merrin Galloway');
  const files = recipient.page.getByRole('main').locator('a[href*="/files/"]');
  expect(await files.count()).toBe(1);
  const letter = await recipient.page.request.get((await files.getAttribute('href')) ?? '');
  expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await recipient.open(`/cases/${reference}`);
  expect(new URL(recipient.page.url()).pathname).toBe('/sign-in');
});

test('what the recipient answers is recorded, and the case is closed', async () => {
  await handler.finish(reference, 'Record what the recipient did', {
    ...{ outcome: 'acted', on: today, answer: 'Changed on the same day.' },
  });
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Corrected or completed');
  await handler.follow('Diagram');
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
  expect(await handler.text()).toContain('Carry it out on the system: Housing management system – Done');
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
