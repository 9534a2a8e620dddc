import type { Desk } from './support/desk';
import type { Office } from './support/office';
import { openOffice } from './support/office';

const HOUSE = 'nottingham-city-homes.example';
/** Whoever reports it in the demonstration. */
const EMPLOYEE = 'Tom Ellery';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** A day and a time as the page asks for them, in London. */
const moment = (name: string, at: Date) => {
  const local = at.toLocaleString('sv-SE', { timeZone: 'Europe/London' });
  return { [name]: { day: local.slice(0, 10) }, [`${name}-time`]: local.slice(11, 16) };
};

let office: Office;
let employee: Desk;
let dpo: Desk;
let handler: Desk;
let manager: Desk;
let reference: string;

beforeAll(async () => {
  office = await openOffice();
  employee = await office.desk(`employee@${HOUSE}`);
  dpo = await office.desk(`dpo@${HOUSE}`);
  handler = await office.desk(`handler@${HOUSE}`);
  manager = await office.desk(`manager@${HOUSE}`);
});
afterAll(() => office?.close());

test('an employee reports a breach from a phone on one short page, where not knowing is an answer', async () => {
  await employee.page.setViewportSize({ width: 360, height: 740 });
  await employee.open('/requests/new/breach');
  await employee.answer({
    ...{
      title: 'Arrears list sent to a stranger',
      request: 'I attached the arrears list instead of the agenda.',
    },
    ...{ discovered: 'now', happened: 'unknown', ongoing: 'unknown', place: 'us' },
  });
  await employee.press('Report it');
  const told = await employee.told();
  reference = /Logged as (BR-\d{4}-\d{5})\./.exec(told)?.[1] ?? '';
  expect(told).toContain('Outside office hours call');
  expect(reference).toMatch(/^BR-/);
});

test('the DPO sees the four moments and the hours, and confirms the moment of awareness with who and why', async () => {
  await dpo.seen(`/cases/${reference}`, 'Triage the breach');
  const page = await dpo.text();
  for (const words of [
    'Happened',
    'Discovered',
    'Reported',
    'Aware',
    'until triage confirms or moves it',
    '0 hours',
  ])
    expect(page).toContain(words);
  expect(page).toContain('Report without undue delay, at the latest');
  expect(page).not.toMatch(/hours left/);
  await dpo.finish(reference, 'Triage the breach', {
    ...{ outcome: 'breach', summary: 'One list, one stranger.', role: 'controller' },
    whose: 'nottingham-city-homes',
    ...moment('awareAt', new Date()),
    ...{ awareBasis: 'The sender was certain at once.', measures: ['recall'], instructions: 'Recall it.' },
  });
});

test('it is contained while it is assessed, advised on and decided', async () => {
  await handler.finish(reference, 'Contain the breach: Recall the message', {
    ...{ outcome: 'done', ...moment('at', new Date()), evidence: 'Recalled.' },
  });
  await handler.finish(reference, 'Assess the breach', {
    ...{
      facts: 'An arrears list went to one stranger.',
      foundOut: 'The sender saw it.',
      nature: ['confidentiality'],
    },
    ...{ cause: 'email-wrong-recipient', cyber: 'no', systems: ['housing-management'] },
    ...{ dataCategories: ['economic'], peopleCategories: ['customers'], people: '42' },
    ...{ consequences: 'Fraud by telephone.', likelihood: 'likely', actions: 'Recalled.' },
    ...{
      dpc: '3',
      ei: '1',
      cbConfidentiality: '0.25',
      cbIntegrity: '0',
      cbAvailability: '0',
      malicious: 'no',
    },
    ...{ proposal: 'risk', reasons: 'Telling data.' },
  });
  await dpo.finish(reference, 'Give the DPO’s advice', { advice: 'agree', reasons: 'A risk is likely.' });
  await manager.seen(`/cases/${reference}`, 'SE 3.25 = DPC 3 × EI 1 + CB 0.25 (high). An aid to judgement');
  await manager.take(reference, 'Decide on the risk and who is told');
  expect(await manager.text()).toContain('An arrears list went to one stranger.');
  await manager.finish(reference, 'Decide on the risk and who is told', {
    ...{ decision: 'risk', departs: 'no', reasons: 'As advised.' },
  });
});

test('the notification is a pack that a person files, and records', async () => {
  await handler.seen(`/cases/${reference}/notification`, 'no interface for programs');
  const pack = await handler.text();
  for (const words of [
    'An arrears list went to one stranger.',
    'Initial report',
    '42',
    'Report without undue delay',
  ])
    expect(pack).toContain(words);
  await dpo.open(`/cases/${reference}/actions/move-aware`);
  await dpo.answer({ ...moment('awareAt', new Date()), reasons: 'Only then was it certain.' });
  await dpo.press('Save and continue');
  await handler.seen(`/cases/${reference}/notification`, 'was moved since this was made');
  await handler.finish(reference, 'File the notification with the regulator', {
    ...{ complete: 'yes', how: 'form', ...moment('filedAt', new Date()), regulatorReference: 'IC-1' },
  });
});

test('a risk found higher once the notification is complete is judged anew, and the regulator hears of it', async () => {
  await dpo.open(`/cases/${reference}/actions/risk-higher`);
  await dpo.answer({ news: 'The stranger passed the list on.' });
  await dpo.press('Have it judged anew');
  await handler.take(reference, 'Assess the breach');
  expect(await handler.text()).toContain('The stranger passed the list on.');
  await handler.finish(reference, 'Assess the breach', { likelihood: 'very-likely', reasons: 'It spreads.' });
  await dpo.finish(reference, 'Give the DPO’s advice', { advice: 'agree', reasons: 'Still no high risk.' });
  await manager.finish(reference, 'Decide on the risk and who is told', {
    ...{ decision: 'risk', departs: 'no', reasons: 'As advised.' },
  });
  await handler.seen(`/cases/${reference}/notification`, 'The stranger passed the list on.');
  await handler.finish(reference, 'File the notification with the regulator', {
    ...{ complete: 'yes', how: 'form', ...moment('filedAt', new Date()), regulatorReference: 'IC-1' },
  });
});

test('lessons are learned, the case is closed, and the register and the trends have it', async () => {
  await dpo.take(reference, 'Learn from it');
  await dpo.page.locator('[name="actions-0-owner"]').selectOption({ label: EMPLOYEE });
  await dpo.finish(reference, 'Learn from it', {
    ...{ rootCause: 'Two files with one name.', effects: 'None so far.', remedial: 'Recalled.', again: 'no' },
    ...{ 'actions-0-what': 'Warn before files go outside.', 'actions-0-due': { day: inDays(30) } },
  });
  await employee.openTask(reference, 'Carry out an action from a breach');
  await employee.follow('Add files that show what was done');
  await employee.choose('files', [
    { name: 'rule.txt', mimeType: 'text/plain', buffer: Buffer.from('A warning is shown.') },
  ]);
  await employee.press('Add the files');
  await employee.seen(new URL(employee.page.url()).pathname, 'rule.txt');
  await employee.follow('I have added everything');
  await employee.answer({ outcome: 'done', evidence: 'Switched on, as the file shows.' });
  await employee.press('Save and continue');
  expect(await employee.told()).toMatch(/^Done: /);
  await dpo.seen(`/cases/${reference}/documents`, 'Evidence: Carry out an action from a breach: Action 1');
  await dpo.finish(reference, 'Close the case', { confirmed: true });
  await dpo.seen(`/cases/${reference}`, 'Nothing: this case is closed.');
  await dpo.open('/registers/breaches');
  const register = await dpo.text();
  for (const words of [
    reference,
    'An arrears list went to one stranger.',
    'None so far.',
    'The regulator was notified',
  ])
    expect(register).toContain(words);
  await dpo.open('/registers/breaches/trends');
  expect(await dpo.text()).toContain('E-mail to the wrong recipient');
  await dpo.open(`/cases/${reference}`);
  await dpo.follow('Diagram');
  await dpo.page.waitForSelector('[data-diagram][data-ready=yes]');
  expect(await dpo.text()).toContain('Assess the breach – Done');
});

test('no page broke the content security policy or failed in a script', () => {
  expect(office.problems).toEqual([]);
});
