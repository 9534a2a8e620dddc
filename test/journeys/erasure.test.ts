import { pdfOf } from '../../dev/seed/page';
import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const today = { day: new Date().toISOString().slice(0, 10) };

let office: Office;
let handler: Desk;
let officer: Desk;
let dpo: Desk;
let manager: Desk;
let holder: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
  manager = await office.desk(`manager@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
});
afterAll(() => office?.close());

test('a handler logs what is to be erased while the caller is on the line', async () => {
  await handler.open('/requests/new/erasure');
  await handler.answer({
    ...{ subjectName: 'Linnea Hartwell', personType: 'council-tenant', channel: 'phone', receivedOn: today },
    request: 'Erase the photographs of my home and the notes of my repairs.',
    ...{ requester: 'self', controller: 'nottingham-city-council' },
    contactPost: '17 Sample Rise\nNottingham\nNG1 9ZX',
  });
  await handler.press('Log the request');
  reference = /Logged as (ERA-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
  expect(reference).toMatch(/^ERA-/);
  await handler.finish(
    reference,
    'Print and post the letter: Acknowledgement',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
  await handler.finish(reference, 'Check the request', { identity: 'no-doubt' });
});

test('a file is added to the case, and a legal hold is placed on it', async () => {
  await handler.open(`/cases/${reference}/documents`);
  await handler.answer({ purpose: 'request' });
  await handler.choose('files', [
    {
      name: 'her-letter.pdf',
      mimeType: 'application/pdf',
      buffer: await pdfOf('Letter', 'Please erase it.'),
    },
  ]);
  await handler.press('Add the files');
  await officer.open(`/cases/${reference}/actions/hold`);
  await officer.answer({ reasons: 'A claim about the damp is expected.' });
  await officer.press('Save and continue');
});

test('the assessment shows the other cases and both dates, and is not finished while the hold is unanswered', async () => {
  await handler.take(reference, 'Assess grounds, exceptions and holds');
  expect(await handler.text()).toMatch(/Other open cases of the person\s+None/);
  expect(await handler.text()).toContain(`Erasure request ${reference}: due on`);
  await handler.answer({
    'parts-0-what': 'Photographs of your home',
    'parts-0-ground': 'no-longer-needed',
    'parts-0-decision': 'erase',
    'parts-0-reasons': 'The survey is over.',
  });
  await handler.page.getByRole('button', { name: 'Add another part' }).click();
  await handler.answer({
    'parts-1-what': 'The notes of your repairs',
    'parts-1-ground': 'no-longer-needed',
    'parts-1-decision': 'keep',
    'parts-1-keptUnder': 'legal-claims',
    'parts-1-keptUntil': 'Until the claim is settled.',
    'parts-1-reasons': 'You have told us that you will claim.',
    ...{ erase: 'yes', systems: ['housing-management'] },
    instructions: 'Erase the photographs of the survey and every copy of them.',
    ...{ suppression: 'no', madePublic: 'no' },
    // Those whom the processing records name are ticked; nobody received the photographs.
    recipients: [],
  });
  await handler.press('Save and continue');
  expect(await handler.errors()).toContain('A legal hold is on this case');
  await handler.answer({
    'holds-0-hold': 'legal-hold',
    'holds-0-answer': 'exception',
    'holds-0-exception': 'legal-claims',
    'holds-0-reasons': 'The hold is for the claim; the photographs have nothing to do with it.',
  });
  await handler.press('Save and continue');
  expect(await handler.told()).toBe('Done: assess grounds, exceptions and holds.');
});

test('the DPO advises on what is kept, the manager decides, and the handler releases the erasure', async () => {
  await dpo.finish(reference, 'Give the DPO’s advice', { advice: 'agree', reasons: 'The claim is real.' });
  await manager.finish(reference, 'Decide on the request', {
    ...{ decision: 'approve', departs: 'no', limitReasons: 'no' },
  });
  await handler.approvedByController(reference, today);
  await handler.take(reference, 'Release the erasure');
  expect(await handler.text()).toContain('Erase the photographs of the survey');
  await handler.answer({ outcome: 'release' });
  await handler.press('Save and continue');
  expect(await handler.told()).toBe('Done: release the erasure.');
});

test('the system’s owner erases it and shows how it was disposed of', async () => {
  await holder.openTask(reference, 'Carry it out on the system: Housing management system');
  expect(await holder.text()).toContain('Erase the photographs of the survey and every copy of them.');
  await holder.answer({ outcome: 'done', on: today, records: '14', medium: 'paper', methods: ['deleted'] });
  await holder.answer({ evidence: 'Deleted from the record and from the recycle bin.' });
  await holder.press('Save and continue');
  expect(await holder.errors()).toContain('Say how what is on paper was disposed of.');
  await holder.answer({ medium: 'electronic' });
  await holder.press('Save and continue');
  expect(await holder.told()).toBe('Done: carry it out on the system.');
});

test('the person is told what is erased, and what is kept, why and until when', async () => {
  await handler.take(reference, 'Check and send the letter: Outcome');
  const draft = await handler.letter();
  for (const words of ['Photographs of your home', 'Article 17(3)(e)', 'Until the claim is settled.'])
    expect(draft).toContain(words);
  await handler.answer({ way: 'post' });
  await handler.press('Send the letter');
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '17 Sample Rise' })
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

test('when the hold is lifted and the case is closed, its file keeps only what proves that it was done', async () => {
  await officer.open(`/cases/${reference}/actions/release-hold`);
  await officer.answer({ reasons: 'The claim has a file of its own.' });
  await officer.press('Save and continue');
  await handler.finish(reference, 'Close the case', { confirmed: true });
  await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  expect(await handler.text()).toContain('Erased in part');
  await handler.open(`/cases/${reference}/history`);
  expect(await handler.text()).toContain('Document removed from the case file');
  expect(await handler.page.getByRole('main').textContent()).toMatch(/Files removed\s+1/);
  await handler.open(`/cases/${reference}/documents`);
  expect(await handler.text()).not.toContain('her-letter.pdf');
  await handler.open(`/cases/${reference}/diagram`);
  await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
