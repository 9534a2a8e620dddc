import { pdfOf } from '../../dev/seed/page';
import type { ChosenFile, Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

jest.setTimeout(180_000);

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
}, 300_000);
afterAll(() => office?.close(), 60_000);

const file = async (name: string, text: string): Promise<ChosenFile> => ({
  ...{ name, mimeType: 'application/pdf' },
  buffer: await pdfOf(name, text),
});

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

/** Passes a letter by post: the address is confirmed where that is asked, the letter checked, the posting recorded. */
async function post(desk: Desk, reference: string): Promise<void> {
  await desk.finish(
    reference,
    'Print and post the letter',
    { postedOn: today, checkedAddress: true },
    'It is posted',
  );
}

describe('a subject access request, from the phone call to the closed file', () => {
  let reference: string;

  test('a handler logs it while the caller is on the line', async () => {
    await handler.open('/');
    await handler.follow('Log a request');
    await handler.press('Log the request');
    expect(await handler.errors()).toContain('Whose information is it?');

    reference = await log('Marguerite Holloway', 'All you have about the damp, and who you told about me.');
    expect(reference).toMatch(/^SAR-/);
    expect(await handler.text()).toContain('What to do next');
    expect(await handler.text()).toContain('At risk of loss, until evidence is in:');
  });

  test('it is acknowledged by letter and checked, and a system is chosen to be searched', async () => {
    await post(handler, reference);
    await handler.finish(reference, 'Check the request', {
      ...{ route: 'answer', identity: 'no-doubt', fee: 'none', systems: ['housing-management'] },
      scope: 'Repairs since 2024, and whom they were shared with.',
    });
  });
});
