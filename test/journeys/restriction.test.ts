import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const inDays = (days: number) => ({
  day: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
});
const today = inDays(0);

let office: Office;
let handler: Desk;
let officer: Desk;
let holder: Desk;
let dpo: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
});
afterAll(() => office?.close());

test('a handler logs why the data may not be used, assesses the grounds, and a second person checks it', async () => {
  await handler.open('/requests/new/restriction');
  await handler.answer({
    ...{ subjectName: 'Tamsin Oakley', personType: 'council-tenant', request: 'The arrears are wrong.' },
    grounds: ['accuracy'],
    ...{ channel: 'phone', receivedOn: today, requester: 'self', controller: 'nottingham-city-council' },
    contactPost: '21 Sample Rise\nNottingham\nNG1 9ZX',
  });
  await handler.press('Log the request');
  reference = /Logged as (RES-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^RES-/);
  await handler.finish(
    reference,
    'Print and post the letter: Acknowledgement',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
  await handler.finish(reference, 'Check the request', { identity: 'no-doubt' });
  await handler.finish(reference, 'Assess the grounds', {
    restrict: 'all',
    grounds: ['accuracy'],
    what: 'The arrears on your rent account.',
    systems: ['housing-management'],
    instructions: 'Mark the rent account as restricted.',
    reviewOn: inDays(60),
    recipients: [],
    reasons: 'Their bank statements differ from our account.',
  });
  await officer.finish(reference, 'Check the proposal', { outcome: 'right' });
  await handler.approvedByController(reference, today);
});

test('the system is marked by its owner, and the person reads that it is in force', async () => {
  await holder.openTask(reference, 'Mark it as restricted on the system: Housing management system');
  expect(await holder.text()).toContain('Mark the rent account as restricted.');
  await holder.answer({ outcome: 'done', on: today, records: '1', evidence: 'A banner on the account.' });
  await holder.press('Save and continue');
  await handler.take(reference, 'Check and send the letter: Restriction in force');
  expect(await handler.letter()).toContain('The restriction is in force now.');
  await sentByPost('Restriction in force', 0);
});

test('somebody asks to use what is restricted; the DPO permits it within limits, which stand on the case (Art 18(2))', async () => {
  await handler.open(`/cases/${reference}/actions/permit-use`);
  await handler.answer({
    use: 'The rent account, by our solicitor, for the hearing.',
    ...{ ground: 'legal-claims', reasons: 'A claim for the arrears is listed.' },
  });
  await handler.press('Ask for a decision');
  await dpo.take(reference, 'Decide on a use while restricted');
  expect(await dpo.text()).toContain('The rent account, by our solicitor, for the hearing.');
  await dpo.answer({
    ...{ decision: 'permit', ground: 'legal-claims' },
    ...{ limits: 'The account only, until the hearing.', reasons: 'The claim cannot be defended without.' },
  });
  await dpo.press('Save and continue');
  expect(await dpo.told()).toBe('Done: decide on a use while restricted.');
  await handler.open(`/cases/${reference}`);
  const use = await handler.page.getByRole('row', { name: 'Legal claims' }).textContent();
  for (const words of [
    'by our solicitor, for the hearing.',
    'Permitted',
    'The account only, until the hearing.',
  ])
    expect(use).toContain(words);
});

test('it is ended by a review, and the person is told before the owner may lift it (Art 18(3))', async () => {
  await handler.open(`/cases/${reference}/actions/end-restriction`);
  await handler.answer({ why: 'accuracy-verified', reasons: 'The audit is done.' });
  await handler.press('Save and continue');
  await officer.finish(reference, 'Review the restriction', {
    decision: 'lift',
    endings: ['accuracy-verified'],
    instructions: 'Take the banner away.',
    reasons: 'The account was right.',
  });
  await handler.take(reference, 'Check and send the letter: Notice that the restriction will be lifted');
  expect(await handler.letter()).toContain('Nothing is lifted before this notice has reached you.');
  await sentByPost('Notice that the restriction will be lifted', -7, 'lift-notice');
  await holder.openTask(reference, 'Lift the restriction on the system: Housing management system');
  expect(await holder.text()).toContain('Take the banner away.');
  await holder.answer({ outcome: 'done', on: today, records: '1', evidence: 'The banner is gone.' });
  await holder.press('Save and continue');
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Restricted, and lifted');
  await handler.follow('Diagram');
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});

/** From the open check of a letter to the day it was posted. */
async function sentByPost(letter: string, days: number, element?: string): Promise<void> {
  await handler.answer({ way: 'post' });
  await handler.press('Send the letter');
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '21 Sample Rise' })
    .getAttribute('value');
  await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
  await handler.press('Confirm');
  if (element) await office.preparedDaysAgo({ reference, letter: element, days: -days });
  await handler.finish(
    reference,
    `Print and post the letter: ${letter}`,
    { postedOn: inDays(days), checkedAddress: true },
    'It is posted',
  );
}
