import type { Answers, Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
const today = { day: new Date().toISOString().slice(0, 10) };
const posted = { postedOn: today, checkedAddress: true } as const;

let office: Office;
let handler: Desk;
let holder: Desk;
let officer: Desk;

beforeAll(async () => {
  office = await openOffice();
  handler = await office.desk(`handler@${HOUSE}`);
  holder = await office.desk(`systems@${HOUSE}`);
  officer = await office.desk(`governance@${HOUSE}`);
});
afterAll(() => office?.close());

/** Logs a message that asks for two things; answers the references of both cases. */
async function both(kind: string, answers: Answers, other: string): Promise<[string, string]> {
  await handler.open(`/requests/new/${kind}`);
  await handler.answer({ channel: 'phone', receivedOn: today, requester: 'self', ...answers });
  await handler.press('Log the request');
  const first = /Logged as ([A-Z]{3}-\d{4}-\d{5})/.exec(await handler.told())?.[1] ?? '';
  const page = await handler.text();
  expect(page).toContain('asked for in the same message');
  const second = new RegExp(`${other}-\\d{4}-\\d{5}`).exec(page)?.[0] ?? '';
  expect([first, second]).not.toContain('');
  return [first, second];
}

describe('a copy and an erasure, asked for in one message', () => {
  let access: string;
  let erasure: string;

  test('become two linked cases, and the assessment of the erasure shows both dates', async () => {
    [access, erasure] = await both(
      'subject-access',
      {
        ...{ subjectName: 'Odette Marchbanks', personType: 'council-tenant' },
        request: 'Send me my file, and then erase the photographs.',
        contactPost: '41 Sample Rise\nNottingham\nNG1 9ZX',
        controller: 'nottingham-city-council',
        alsoAsks: ['erasure'],
      },
      'ERA',
    );
    await handler.finish(erasure, 'Print and post the letter: Acknowledgement', posted, 'It is posted');
    await handler.finish(erasure, 'Check the request', { identity: 'no-doubt' });
    await handler.take(erasure, 'Assess grounds, exceptions and holds');
    const page = await handler.text();
    for (const one of [`Subject access request ${access}`, `Erasure request ${erasure}`])
      expect(page).toMatch(new RegExp(`${one}: due on \\d+ \\w+ \\d{4}`));
  });

  test('the copy comes first: the erasure is assessed with it in view, and is not released before it', async () => {
    await handler.answer({
      'parts-0-what': 'The photographs of your home',
      'parts-0-ground': 'no-longer-needed',
      'parts-0-decision': 'erase',
      'parts-0-reasons': 'The survey is over.',
      ...{ erase: 'yes', systems: ['housing-management'], instructions: 'Erase the photographs.' },
      ...{ suppression: 'no', madePublic: 'no', recipients: [] },
    });
    await handler.press('Save and continue');
    expect(await handler.errors()).toContain(`Subject access request ${access}`);
    await handler.answer({
      'holds-0-hold': 'access-request',
      'holds-0-case': access,
      'holds-0-answer': 'ends-first',
      'holds-0-reasons': 'The copy is made first.',
    });
    await handler.press('Save and continue');
    expect(await handler.told()).toBe('Done: assess grounds, exceptions and holds.');
    await officer.finish(erasure, 'Check the proposal', { outcome: 'right' });
    await handler.approvedByController(erasure, today);
    await handler.take(erasure, 'Release the erasure');
    await handler.answer({ outcome: 'release' });
    await handler.press('Save and continue');
    expect(await handler.errors()).toContain('its copy is made first');
  });
});

describe('an objection to marketing and a withdrawal of consent, asked for in one message', () => {
  const list = 'Stop it on the system: Consents, surveys and marketing lists';
  let objection: string;
  let withdrawal: string;

  async function stopped(reference: string): Promise<void> {
    await holder.openTask(reference, list);
    await holder.answer({ outcome: 'stopped', on: today, evidence: 'Taken off every list.' });
    await holder.press('Save and continue');
    expect(await holder.told()).toBe('Done: stop it on the system.');
  }

  test('one answer travels inside the other, where the person wants one letter', async () => {
    [objection, withdrawal] = await both(
      'objection',
      {
        ...{ subjectName: 'Lucasta Penfold', personType: 'council-tenant' },
        request: 'No more flyers, and no more surveys. One letter, please.',
        against: 'direct-marketing',
        contactPost: '43 Sample Rise\nNottingham\nNG1 9ZX',
        controller: 'nottingham-city-homes',
        ...{ alsoAsks: ['consent-withdrawal'], purposes: ['surveys-and-marketing'], oneAnswer: 'together' },
      },
      'CON',
    );
    await stopped(withdrawal);
    await handler.take(withdrawal, 'Check and send the letter: What you agreed to has stopped');
    expect(await handler.page.isChecked('[name="way"][value="together"]')).toBe(true);
    await handler.press('Send the letter');
    await stopped(objection);
    await handler.finish(objection, 'Record the suppression entry', {
      ...{ system: 'surveys-and-marketing', kept: ['name', 'address'], entry: 'Lucasta Penfold', on: today },
    });
    await handler.take(objection, 'Print and post the letter: Direct marketing has stopped');
    expect(await handler.text()).toContain(`travels the answer to ${withdrawal}`);
    await handler.answer(posted);
    await handler.press('It is posted');
    await handler.finish(
      withdrawal,
      'Confirm that it went with the other answer',
      { outcome: 'went' },
      'Continue',
    );
  });

  test('what rested on the consent is erased by one click from its task, which fills in what was withdrawn', async () => {
    const check = 'Check whether the data must go';
    await handler.take(withdrawal, check);
    await handler.follow('Open an erasure of what rested on the consent');
    expect(await handler.page.inputValue('[name="request"]')).toContain(
      `Consent was withdrawn (${withdrawal})`,
    );
    await handler.press('Log the request');
    const erasure = /Logged as (ERA-\d{4}-\d{5})/.exec(await handler.told())?.[1] ?? '';
    expect(erasure).toMatch(/^ERA-/);
    expect(await handler.text()).toContain(withdrawal);
    await handler.take(withdrawal, check);
    expect(await handler.page.inputValue('[name="erasure"]')).toBe(erasure);
    await handler.answer({ reasons: 'Nothing else carries it.' });
    await handler.press('Save and continue');
    await handler.finish(withdrawal, 'Close the case', { confirmed: true });
    await handler.seen(`/cases/${withdrawal}`, 'Stopped, and an erasure opened');
  });
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
