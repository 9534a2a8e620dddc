import { until } from '../../dev/wait';
import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const COOP = 'new-park-village.example';
const inDays = (days: number) => ({
  day: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
});
const today = inDays(0);

let office: Office;
let handler: Desk;
let manager: Desk;
let holder: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${COOP}`);
  manager = await office.desk(`manager@${COOP}`);
  holder = await office.desk(`systems@${COOP}`);
});
afterAll(() => office?.close());

test('a handler logs which decision it is about, and identifies it with what the register says', async () => {
  await handler.open('/requests/new/automated-decision');
  await handler.answer({
    ...{ subjectName: 'Perrin Oakshott', personType: 'tenant', request: 'The computer has it wrong.' },
    ...{ decision: 'assessments', asks: ['information', 'contest'] },
    ...{ channel: 'phone', receivedOn: today, requester: 'self', controller: 'new-park-village' },
    contactPost: '9 Sample Rise\nWolverhampton\nWV1 9ZX',
  });
  await handler.press('Log the request');
  reference = /Logged as (AUT-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^AUT-/);
  await handler.finish(
    reference,
    'Print and post the letter: Acknowledgement',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
  await handler.finish(reference, 'Check the request', { identity: 'no-doubt' });
  await handler.take(reference, 'Identify the decision');
  expect(await handler.page.isChecked('[name="solelyAutomated"][value="yes"]')).toBe(true);
  await handler.answer({
    ...{ madeOn: inDays(-30), involvement: 'Nobody looked at it.', effect: 'No offer this year.' },
  });
  await handler.press('Save and continue');
});

test('the person is told how it came to its result, and says what they think of it (Art 22C(2)(a)–(b))', async () => {
  await handler.take(reference, 'Check and send the letter: Explanation of the decision');
  expect(await handler.letter()).toContain('scored against the published criteria');
  await handler.answer({ 'part-applied': 'Your answers gave 12 points; an offer takes 20.', way: 'post' });
  await sentByPost('Explanation of the decision');
  await handler.finish(reference, 'Take the person’s representations', {
    ...{ outcome: 'review', on: today, representations: 'It does not count my stairs.' },
  });
});

test('somebody who took no part is named to review it, reads what the person said, and changes it (Art 22C(2)(c)–(d))', async () => {
  await handler.take(reference, 'Name who reviews the decision');
  expect(await handler.text()).toContain('It does not count my stairs.');
  await handler.page.locator('[name="reviewer"]').selectOption({ label: 'Desmond Achebe' });
  await handler.answer({ competence: 'She knows the criteria and may change any score.', noPart: true });
  await handler.press('Save and continue');
  await manager.take(reference, 'Review the decision');
  expect(await manager.text()).toContain('It does not count my stairs.');
  await manager.answer({
    ...{ reviewed: 'yes', tookNoPart: true, competent: true, considered: ['representations', 'inputs'] },
    ...{ findings: 'Stairs were left out.', outcome: 'changed' },
    ...{ newDecision: 'Twenty points, from today.', reasons: 'The criteria give points for stairs.' },
    ...{ systems: ['housing-management'], instructions: 'Set twenty points.' },
  });
  await manager.press('Save and continue');
  expect(await manager.told()).toBe('Done: review the decision.');
});

test('it is carried out, the person reads the outcome, and the case is closed', async () => {
  await holder.openTask(reference, 'Carry it out on the system');
  expect(await holder.text()).toContain('Set twenty points.');
  expect(await holder.text()).not.toContain('How to look here');
  await holder.answer({ outcome: 'done', on: today, records: '1', evidence: 'Set, and looked at again.' });
  await holder.press('Save and continue');
  await handler.take(reference, 'Check and send the letter: Outcome');
  expect(await handler.letter()).toContain('Twenty points, from today.');
  await handler.answer({ way: 'post' });
  await sentByPost('Outcome');
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Decision changed by a person');
  await handler.follow('Diagram');
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
});

test('the regular checks of the decision are opened by themselves, made, put right and ended, and can be begun again', async () => {
  const register = '/organisation/automated-decisions';
  const checks = await until(
    'the first check',
    async () => {
      await handler.open(register);
      const section = handler.page.getByRole('region', { name: /^Assessments/ });
      return /CHK-\d{4}-\d{5}/.exec(await section.innerText())?.[0];
    },
    { every: 500 },
  );
  await handler.take(checks, 'Check the automated decision');
  await handler.answer({
    ...{ on: today, lookedAt: 'Twenty scores.', outcome: 'concern', findings: 'Two leave out stairs.' },
    ...{ toDo: 'Mend the table of points.', meanwhile: 'by-a-person', dueOn: inDays(14) },
  });
  await handler.page.locator('[name="owner"]').selectOption({ label: 'Grace Whitlow' });
  await handler.press('Save and continue');
  await handler.seen(`/cases/${checks}`, 'Until it is put right, a person takes this decision.');
  await handler.open(register);
  expect(await handler.text()).toContain('A concern is being put right');
  await handler.finish(checks, 'Put right what the check found', {
    ...{ outcome: 'done', on: today, evidence: 'The table, and twenty scores again.' },
  });
  await handler.seen(register, 'Next check on');
  await handler.open(`/cases/${checks}/actions/retire`);
  await handler.answer({ on: today, reasons: 'Officers score by hand.' });
  await handler.press('Save and continue');
  await handler.seen(`/cases/${checks}`, 'No machine takes the decision any more');
  await handler.open(register);
  const arrived = handler.page.waitForEvent('load');
  await handler.page.getByRole('button', { name: /^Begin regular checks of Assessments/ }).click();
  await arrived;
  expect(await handler.told()).toMatch(/^The checks have begun as CHK-\d{4}-\d{5}\.$/);
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});

/** From the open check of a letter to the day it was posted. */
async function sentByPost(letter: string): Promise<void> {
  await handler.press('Send the letter');
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '9 Sample Rise' })
    .getAttribute('value');
  await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
  await handler.press('Confirm');
  await handler.finish(
    reference,
    `Print and post the letter: ${letter}`,
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
}
