import { PDFDocument } from 'pdf-lib';
import { pdfOf } from '../../dev/seed/page';
import type { Answers, ChosenFile, Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const today = { day: new Date().toISOString().slice(0, 10) };

let office: Office;
let handler: Desk;
let holder: Desk;
let officer: Desk;
let dpo: Desk;
let manager: Desk;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
  manager = await office.desk(`manager@${HOUSE}`);
});
afterAll(() => office?.close());

const file = async (name: string, text: string): Promise<ChosenFile> => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: await pdfOf(name, text),
});

/** A redacted copy as it should be: a picture of the page, with no text to copy out from under the bars. */
async function flattened(name: string): Promise<ChosenFile> {
  const copy = await PDFDocument.create();
  copy.addPage([595, 842]).drawRectangle({ x: 72, y: 720, width: 200, height: 14 });
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await copy.save()) };
}

/** What the handler types while the caller is on the line; the answer is the reference. */
async function log(subjectName: string, request: string): Promise<string> {
  await handler.open('/requests/new/subject-access');
  await handler.answer({
    ...{ subjectName, personType: 'council-tenant', request, channel: 'phone', receivedOn: today },
    ...{ contactPost: '7 Sample Rise\nNottingham\nNG1 9ZX', requester: 'self' },
    controller: 'nottingham-city-council',
  });
  await handler.press('Log the request');
  return /Logged as (SAR-\d{4}-\d{5})\./.exec(await handler.told())?.[1] ?? '';
}

/** Only the request itself gave this address, so a person says that what is confidential may go there. */
async function confirmAddress(reference: string): Promise<void> {
  await handler.take(reference, 'Confirm where this may safely be sent');
  const address = await handler.page
    .locator('#contact option', { hasText: '7 Sample Rise' })
    .getAttribute('value');
  await handler.answer({ contact: address ?? '', reason: 'It is the address of the tenancy.' });
  await handler.press('Confirm');
}

/** The letter is printed and has gone: staff say when, and that they looked at the envelope. */
const post = (reference: string): Promise<void> =>
  handler.finish(
    reference,
    'Print and post the letter',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );

describe('a subject access request, from the phone call to the closed file', () => {
  let reference: string;

  test('a handler logs it while the caller is on the line', async () => {
    await handler.open('/');
    await handler.follow('Start a case');
    await handler.follow('Subject access request');
    await handler.press('Log the request');
    expect(await handler.errors()).toContain('Whose information is it?');

    reference = await log('Marguerite Holloway', 'All you have about the damp, and who you told about me.');
    expect(reference).toMatch(/^SAR-/);
    expect(await handler.text()).toContain('What to do next');
    expect(await handler.text()).toContain('At risk of loss, until evidence is in:');
  });

  test('it is acknowledged by letter, and somebody chooses what is searched', async () => {
    await post(reference);
    await handler.finish(reference, 'Check the request', {
      ...{ route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
      scope: 'Repairs since 2024, and whom they were shared with.',
    });
  });

  test('the data holder preserves recordings, and answers the search with the files they found', async () => {
    await preserveAll(reference);
    await holder.openTask(reference, 'Search the system: Housing management system');
    const task = new URL(holder.page.url()).pathname;
    await holder.follow('Add what you found');
    await holder.choose('files', [
      await file('damp-survey.pdf', 'Damp survey of the back bedroom.'),
      await file('call-note.pdf', 'Call note that names a neighbour.'),
      await file('advice.pdf', 'Advice of our solicitor on the disrepair claim.'),
    ]);
    await holder.press('Add the files');
    expect(await holder.text()).toContain('damp-survey.pdf');
    await holder.follow('I have added everything');
    expect(new URL(holder.page.url()).pathname).toBe(task);
    await holder.answer({ result: 'found', hits: '3', terms: 'Holloway, 7 Sample Rise', minutes: '40' });
    await holder.press('Save and continue');
    expect(await holder.told()).toBe('Done: search the system.');
  });

  test('the handler releases one item, redacts one and withholds one', async () => {
    await open(reference, 'damp-survey.pdf');
    await decide({ decision: 'release', thirdParty: 'no' });

    await open(reference, 'call-note.pdf');
    const aboutNeighbour = {
      thirdParty: 'yes',
      consent: 'not-asked',
      confidentiality: 'yes',
      capable: 'yes',
    };
    await decide({
      ...{ decision: 'release-redacted', exemption: 'sch2-16', reason: 'It names the neighbour who called.' },
      ...{ ...aboutNeighbour, informationType: 'private', reasonable: 'no' },
    });
    expect(await handler.text()).toContain('the redacted file is missing');
    await handler.choose('file', [await flattened('call-note-redacted.pdf')]);
    await handler.press('Add the redacted file');
    expect(await handler.text()).toContain('goes out in place of this item');

    await open(reference, 'advice.pdf');
    await decide({
      ...{ decision: 'withhold', exemption: 'sch2-19', thirdParty: 'no' },
      reason: 'Advice of our solicitor for the purpose of the claim.',
    });
    await handler.finish(reference, 'Review what was found', { thirdParties: 'no' });
  });

  test('a second person checks, the DPO advises, the manager decides, the council approves', async () => {
    await officer.finish(reference, 'Check the review', { outcome: 'right' });
    await dpo.finish(reference, 'Give the DPO’s advice', {
      advice: 'agree',
      reasons: 'The privilege is ours to claim.',
    });
    await manager.finish(reference, 'Decide on disclosure', {
      ...{ decision: 'approve', departs: 'no', limitReasons: 'no' },
    });
    await handler.approvedByController(reference, today);
  });

  test('an answer that does not fit what was decided is refused at its field', async () => {
    const answers = { records: ['council-tenancies'], delivery: 'post', confirmed: true } as const;
    await handler.take(reference, 'Prepare the response');
    await handler.answer({ result: 'answered', ...answers });
    await handler.press('Save and continue');
    expect(await handler.errors()).toContain('Something is withheld or redacted');

    await handler.answer({ result: 'nothing-found' });
    await handler.press('Save and continue');
    expect(await handler.errors()).toContain('released');

    await handler.answer({ result: 'answered-in-part' });
    await handler.press('Save and continue');
    expect(await handler.told()).toBe('Done: prepare the response.');
  });

  test('the letter is read, written to its end, posted, and the copy handed over', async () => {
    await handler.take(reference, 'Check and send the letter: Response');
    await handler.answer({ 'part-opening': 'Thank you for calling.', way: 'post' });
    await handler.press('Send the letter');
    expect(await handler.errors()).toContain('Explanation');

    await handler.answer({ 'part-explanation': 'One note is redacted and one letter is left out.' });
    await handler.preview('One note is redacted and one letter is left out.');
    expect(await handler.letter()).toContain('Article 15(1A)');
    await handler.press('Send the letter');
    await confirmAddress(reference);
    await post(reference);
    await handler.finish(reference, 'Hand over the copy', {
      ...{
        way: 'post',
        on: today,
        checkedAddress: true,
        checkedEnclosures: true,
        tracking: 'AB 0000 0000 0GB',
      },
    });
    await handler.finish(reference, 'Close the case', { lessons: 'Ask for the damp log first.' });
  });

  test('the closed file shows what was done, every letter as it went, and the way through the diagram', async () => {
    await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
    expect(await handler.text()).toContain('Answered, with some information withheld');

    await handler.follow('History');
    const history = await handler.text();
    for (const line of ['Request logged', 'Finished: Give the DPO’s advice', 'Items decided', 'Case closed'])
      expect(history).toContain(line);
    expect(history.indexOf('Case closed')).toBeLessThan(history.indexOf('Request logged'));

    await handler.follow('Letters');
    await handler.follow('Response');
    expect(await handler.text()).toContain('This is the letter exactly as it went.');
    const letter = await handler.letter();
    expect(letter).toContain('legal professional privilege');
    expect(letter).toContain('One note is redacted and one letter is left out.');

    await handler.follow('Diagram');
    await handler.page.waitForSelector('[data-diagram][data-ready=yes]');
    expect(await handler.text()).toContain('Hand over the copy – Done');
  });
});

/** A refusal owes four things (UK GDPR Art 12(4)): why, our complaint route, the regulator's, and the courts'. */
describe('a request that is refused', () => {
  let reference: string;

  test('is proposed by the handler, advised on by the DPO and decided by the manager', async () => {
    reference = await log('Barnard Quillfeather', 'The same again, for the ninth time.');
    await handler.follow('Propose to refuse');
    await handler.answer({ ground: 'manifestly-excessive', reasons: 'Nine identical requests since March.' });
    await handler.press('Save and continue');
    await dpo.finish(reference, 'Give the DPO’s advice on refusing', {
      ...{ advice: 'agree', reasons: 'Each was answered in full within the month.' },
    });
    await manager.finish(reference, 'Decide on refusing', {
      ...{ decision: 'refuse', departs: 'no', limitReasons: 'no', reasons: 'Excessive, as advised.' },
    });
    await handler.approvedByController(reference, today, 'Obtain the controller’s approval to refuse');
  });

  test('is told in a letter with the four paragraphs of Art 12(4), which cannot go without its reasons', async () => {
    await handler.take(reference, 'Check and send the letter: Refusal');
    await handler.answer({ way: 'post' });
    await handler.press('Send the letter');
    expect(await handler.errors()).toContain('The reasons, in your words');

    const reasons = 'You have asked for the same copies nine times since March.';
    await handler.answer({ 'part-explanation': reasons });
    await handler.preview(reasons);
    await handler.press('Send the letter');
    await confirmAddress(reference);
    await post(reference);
    await handler.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
    expect(await handler.text()).toContain('Refused');

    await handler.follow('Letters');
    await handler.follow('Refusal');
    const letter = await handler.letter();
    for (const paragraph of [reasons, 'complain to us', 'Information Commission', 'court'])
      expect(letter).toContain(paragraph);
  });
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});

/** Every recording that would be overwritten is copied, each on its own task. */
async function preserveAll(reference: string): Promise<void> {
  const task = 'Preserve what may be overwritten';
  await holder.open('/');
  for (let left = await holder.tasks(reference, task); left > 0; left -= 1) {
    await holder.openTask(reference, task);
    await holder.answer({ outcome: 'nothing-held', on: today, evidence: 'Looked on all recorders.' });
    await holder.press('Save and continue');
    expect(await holder.told()).toBe('Done: preserve what may be overwritten.');
  }
}

/** Opens an item, and deals first with what it hides. */
async function open(reference: string, name: string): Promise<void> {
  await handler.open(`/cases/${reference}/documents`);
  await handler.follow(name);
}

async function decide(answers: Answers): Promise<void> {
  await handler.answer(answers);
  await handler.press('Record the decision');
  expect(await handler.errors()).toBe('no error');
}
