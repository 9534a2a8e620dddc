import { until } from '../../dev/wait';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

let house: Programs;

beforeAll(async () => {
  house = await programs(['handler', 'governance-officer', 'dpo', 'accountable-manager', 'employee']);
});
afterAll(() => house?.stop());

const asker = {
  ...{ subjectName: 'Perrin Oakshott', personType: 'tenant', channel: 'phone', receivedOn: today() },
  ...{ requester: 'self', controller: ORGANISATION, contactPost: '1 Test Close\nWolverhampton\nWV1 1AA' },
};
const wrong = {
  ...{ particulars: [{ what: 'Born 1 May 1980', shouldBe: 'Born 5 May 1980' }], asksRecipients: 'no' },
  request: 'My date of birth is wrong.',
};
const late = { what: 'You did not believe me', wants: 'Look at my certificate' };
const rude = { what: 'The letter was cold' };
const complaint = {
  ...{ ...asker, request: 'You would not correct my date of birth.', issues: [late, rude], about: 'case' },
  ...{ housing: 'yes', acknowledgement: 'now' },
};

const staffId = async (role: 'handler' | 'governance-officer' | 'employee' | 'dpo'): Promise<string> => {
  const colleagues = await house.real.register.staff.colleagues(ORGANISATION);
  const found = colleagues.find(({ roles }) => roles.length === 1 && roles[0] === role);
  if (!found) throw new Error(`nobody here is ${role}`);
  return found.id;
};

test('an internal review is offered under the laws that bind us, by the profile, and under no other (FOIA s.3; EIR reg 2)', async () => {
  const review = (regime: string) =>
    house.call('handler', '/cases/complaint', {
      answers: { ...complaint, subjectName: 'Isolde Brackenreed', about: 'information-request', regime },
    });
  for (const regime of ['foi', 'eir'])
    expect(await review(regime)).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'regime' }] } },
    });
  expect((await review('other')).status).toBe(201);
});

describe('a complaint, worked by programs from intake to closure', () => {
  let original: string;
  let reference: string;
  let before: string | null;

  test('is linked to the case complained of, whose page shows it and whose clock goes on as it is', async () => {
    const opened = await house.call('handler', '/cases/rectification', { answers: { ...asker, ...wrong } });
    original = String(opened.json.reference);
    await house.post(original, 'acknowledge');
    await house.finish('handler', original, 'triage', { identity: 'no-doubt', restriction: 'no' });
    const [said] = wrong.particulars;
    const accurate = { ...said, finding: 'accurate', remedy: 'nothing', reasons: 'As recorded.' };
    await house.finish('handler', original, 'assess-accuracy', { change: 'no', particulars: [accurate] });
    const page = async () => (await house.call('handler', `/cases/${original}`)).json;
    const { dueOn, subject } = await page();
    before = dueOn as string | null;

    const nowhere = { ...complaint, complainedOf: 'REC-2026-99999' };
    expect(await house.call('handler', '/cases/complaint', { answers: nowhere })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'complainedOf', message: expect.stringContaining('no case') }] } },
    });
    const logged = await house.call('handler', '/cases/complaint', {
      ...{ answers: { ...complaint, complainedOf: original }, person: (subject as { id: string }).id },
    });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    expect(reference).toMatch(/^CMP-\d{4}-\d{5}$/);
    const after = await page();
    expect(after.dueOn).toBe(before);
    expect(JSON.stringify(after.links)).toContain(reference);
    expect(JSON.stringify(after.links)).toContain('complaint-about');
  });

  test('is acknowledged in words that send nobody away (DPA s.164A(3))', async () => {
    await house.post(reference, 'acknowledge');
    const letter = await house.letter(reference, 'acknowledge');
    expect(letter).toContain('section 164A');
    expect(letter).toContain('You do not have to wait for us');
    expect(letter).toContain('Housing Ombudsman');
  });

  test('takes longer at stage 1 once the person was told, and nothing else moves (Housing Ombudsman’s Code)', async () => {
    const dates = async (): Promise<Record<string, string | null>> => {
      const { json } = await house.call('handler', `/cases/${reference}/clock`);
      const deadlines = json.deadlines as { timer: string; due: string | null }[];
      return Object.fromEntries(deadlines.map(({ timer, due }) => [timer, due]));
    };
    const record = (answers: object) =>
      house.call('handler', `/cases/${reference}/actions/extend-housing`, { answers });
    await until('the acknowledgement to be recorded', async () => !('complaint.ack' in (await dates())), {
      within: 20_000,
    });
    const { 'housing.stage1': first, ...others } = await dates();
    const longer = { reasons: 'The certificate is at the archive.' };
    expect((await record({})).status).toBe(422);
    expect((await record(longer)).status).toBe(200);
    expect((await record(longer)).status).toBe(409);
    expect((await dates())['housing.stage1']).toBe(first);
    await house.post(reference, 'stage1-notice', longer);
    const then = await until(
      'the notice to move stage 1',
      async () => {
        const { 'housing.stage1': due, ...unmoved } = await dates();
        if (due === first) return undefined;
        expect(unmoved).toEqual(others);
        return due;
      },
      { within: 20_000 },
    );
    expect([first, String(then) > String(first)]).toEqual([expect.any(String), true]);
    const letter = await house.letter(reference, 'stage1-notice');
    for (const words of [
      'at the archive',
      'at the latest',
      'Housing Ombudsman',
      'You do not have to wait for us',
    ])
      expect(letter).toContain(words);
    expect(await record(longer)).toMatchObject({
      status: 409,
      json: { error: { code: 'second-extension' } },
    });
  });

  test('is looked into by somebody who did not decide the original; in a small team otherwise only with the reason', async () => {
    const { id } = await house.task(reference, 'appoint');
    const appointing = { task: 'What was looked at, and why.', identity: 'no-doubt', independent: true };
    const decider = await staffId('handler');
    const refused = await house.call('handler', `/tasks/${id}`, {
      answers: { ...appointing, enquirer: decider },
    });
    expect(refused).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'whyThem', message: expect.stringContaining(original) }] } },
    });
    const enquirer = await staffId('employee');
    await house.finish('handler', reference, 'appoint', { ...appointing, enquirer });
  });

  test('whoever was appointed does it, whatever their role, and the person hears how far it is (s.164A(5))', async () => {
    const { id } = await house.task(reference, 'enquire');
    const seen = JSON.stringify((await house.call('employee', `/tasks/${id}`)).json);
    expect(seen).toContain('You would not correct my date of birth.');
    expect(seen).toContain('Issue 1: You did not believe me – Look at my certificate');
    await house.finish('employee', reference, 'enquire', {
      ...{ enquiries: 'Asked the desk.', outcome: 'go-on', news: 'We have asked the desk.' },
    });
    await house.post(reference, 'progress-letter', { news: 'We have asked the desk.' });
    expect(await house.letter(reference, 'progress-letter')).toContain('We have asked the desk.');
    await house.finish('employee', reference, 'enquire', {
      ...{ enquiries: 'Asked the desk; saw the certificate.', outcome: 'complete' },
    });
  });

  test('has a conclusion, reasons and actions for each issue, which another person decides on (s.164A(4))', async () => {
    const reasons = 'The certificate was shown and not looked at.';
    const upheld = { ...late, conclusion: 'upheld', reasons };
    const actions = [{ what: 'Train the desk', owner: await staffId('governance-officer'), due: inDays(30) }];
    const { id } = await house.task(reference, 'findings');
    const without = { issues: [upheld], actions };
    expect(await house.call('employee', `/tasks/${id}`, { answers: without })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'issues.0.remedy' }] } },
    });
    await house.finish('employee', reference, 'findings', {
      issues: [
        { ...upheld, remedy: 'We look at it again.' },
        { ...rude, conclusion: 'not-upheld', reasons: 'It said what it had to.' },
      ],
      actions,
    });
    await house.finish('accountable-manager', reference, 'decide', { decision: 'approve' });
    await house.post(reference, 'outcome-letter');
    const letter = await house.letter(reference, 'outcome-letter');
    for (const words of [late.what, reasons, 'We look at it again.', 'It said what it had to.', 'section'])
      expect(letter).toContain(words);
    expect(letter).toContain('You do not have to wait for us');
  });

  test('correspondence from the regulator has its own date, and the case is not closed before it is answered', async () => {
    const wrote = await house.call('handler', `/cases/${reference}/actions/regulator-wrote`, {
      answers: {
        ...{ on: today(), due: inDays(14), assignee: await staffId('dpo') },
        ...{ theirReference: 'IC-123', asked: 'Your account of it.' },
      },
    });
    expect(wrote.status).toBe(200);
    expect((await house.task(reference, 'answer-regulator')).dueOn).toBe(inDays(14));
    await house.finish('governance-officer', reference, 'carry-out-action', {
      ...{ outcome: 'done', evidence: 'Held today.' },
    });
    const closing = { lessons: 'Look at what is shown.', confirmed: true };
    const { id } = await house.task(reference, 'close-case');
    expect(await house.call('handler', `/tasks/${id}`, { answers: closing })).toMatchObject({
      status: 409,
      json: { error: { code: 'regulator-waits' } },
    });
    await house.finish('dpo', reference, 'answer-regulator', {
      ...{ on: today(), way: 'email', evidence: 'Sent the letter of outcome.' },
    });
    await house.finish('handler', reference, 'close-case', closing);
    expect(await house.outcome(reference)).toBe('upheld-in-part');
    expect((await house.call('handler', `/cases/${original}`)).json.dueOn).toBe(before);
  });
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
