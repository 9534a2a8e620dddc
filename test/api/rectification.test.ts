import { until } from '../../dev/wait';
import type { Letter } from '../../register/letters';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

const patience = { within: 30_000 };
let house: Programs;

beforeAll(async () => {
  house = await programs(
    ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'data-holder'],
    ['housing-management'],
  );
});
afterAll(() => house?.stop());

const wrong = {
  what: 'Born 1 May 1980',
  shouldBe: 'Born 5 May 1980',
  seenAt: 'A letter about my rent',
  evidence: 'Birth certificate, shown at the desk',
};
const unfair = { what: 'I was rude', shouldBe: 'I was upset' };

const request = {
  subjectName: 'Perrin Oakshott',
  personType: 'tenant',
  request: 'My date of birth is wrong, and the note of my call is unfair.',
  particulars: [wrong, unfair],
  asksRecipients: 'yes',
  ...{ channel: 'phone', receivedOn: today(), requester: 'self', controller: ORGANISATION },
  contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
};

const assessment = {
  particulars: [
    { ...wrong, finding: 'fact-wrong', remedy: 'correct', reasons: 'The certificate shows 5 May.' },
    {
      ...unfair,
      ...{
        finding: 'opinion',
        remedy: 'annotate',
        statement: 'Perrin Oakshott says: I was upset, not rude.',
      },
      reasons: 'It is the view of whoever took the call, and is recorded as such.',
    },
  ],
  change: 'yes',
  systems: ['housing-management'],
  instructions: 'Change the date of birth to 5 May 1980. Add the note.',
  recipients: ['contractors'],
};

describe('a rectification request, worked by programs from intake to closure', () => {
  let reference: string;

  test('is logged with what is wrong, what it should be, where it was seen and what shows it', async () => {
    const without = await house.call('handler', '/cases/rectification', {
      answers: { ...request, particulars: [] },
    });
    expect(without).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'particulars' }] } } });
    const logged = await house.call('handler', '/cases/rectification', { answers: request });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    expect(reference).toMatch(/^REC-\d{4}-\d{5}$/);
    await house.post(reference, 'acknowledge');
    await house.finish('handler', reference, 'triage', { identity: 'no-doubt', restriction: 'yes' });
  });

  test('the person hears that they may ask for a restriction, which nobody places for them (Art 18(1)(a))', async () => {
    await house.post(reference, 'propose-restriction');
    expect(await house.letter(reference, 'propose-restriction')).toContain(
      'It is for you to decide: nothing is restricted unless you ask for it.',
    );
  });

  test('the assessment begins with what was said, and follows the rules of Art 16', async () => {
    const { id } = await house.task(reference, 'assess-accuracy');
    const { json } = await house.call('handler', `/tasks/${id}`);
    expect(json.starting).toMatchObject({ particulars: [wrong, unfair] });

    const [first, second] = assessment.particulars;
    const against = { ...assessment, particulars: [{ ...first, remedy: 'nothing' }, second] };
    const refused = await house.call('handler', `/tasks/${id}`, { answers: against });
    expect(refused).toMatchObject({
      status: 422,
      json: {
        error: { fields: [{ field: 'particulars.0.remedy', message: expect.stringContaining('Art 16') }] },
      },
    });
    const still = { particulars: assessment.particulars, change: 'no' };
    expect(await house.call('handler', `/tasks/${id}`, { answers: still })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'change' }] } },
    });
    await house.finish('handler', reference, 'assess-accuracy', assessment);
  });

  test('a notice of extension that came back extends nothing until it is given another way (Art 12A(4))', async () => {
    const act = (action: string, answers: object) =>
      house.call('handler', `/cases/${reference}/actions/${action}`, { answers });
    const stands = async () => {
      const { dueOn, extended } = (await house.call('handler', `/cases/${reference}`)).json;
      return { dueOn, extended };
    };
    const unextended = await stands();
    await act('extend', { ground: 'complexity', reasons: 'Three registers are involved.' });
    await house.post(reference, 'extension-notice', { reasons: 'Three registers are involved.' });
    const extended = await until(
      'the extension to count',
      async () => {
        const now = await stands();
        return now.extended ? now : undefined;
      },
      patience,
    );
    expect(String(extended.dueOn) > String(unextended.dueOn)).toBe(true);

    expect(await act('letter-returned', { letter: 'no-such-letter#1', on: today() })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'letter' }] } },
    });
    const sent = (await house.call('handler', `/cases/${reference}/letters`)).json.letters as Letter[];
    const step = sent.find(({ letter }) => letter === 'extension-notice')?.step ?? '';
    expect((await act('letter-returned', { letter: step, on: today() })).status).toBe(200);
    expect(await stands()).toEqual(unextended);
    const [letter] = (
      (await house.call('handler', `/cases/${reference}/letters`)).json.letters as Letter[]
    ).filter((one) => one.step === step);
    expect(letter).toMatchObject({ state: 'returned', returnedAt: expect.stringContaining(today()) });
    // It was never given, so it cannot come back a second time.
    expect(await act('letter-returned', { letter: step, on: today() })).toMatchObject({ status: 422 });

    expect((await house.task(reference, 'send-again')).item).toBe(step);
    await house.finish('handler', reference, 'send-again', { outcome: 'post', on: today(), how: 'To work.' });
    expect(await stands()).toEqual(extended);
    const again = (await house.call('handler', `/cases/${reference}/letters`)).json.letters as Letter[];
    expect(again.find((one) => one.step === step)).toMatchObject({ state: 'given', way: 'post' });
  });

  test('what is refused in part is advised on by the DPO and decided by the manager (Arts 12(4), 39(1)(a))', async () => {
    await house.finish('dpo', reference, 'dpo-advice', { advice: 'agree', reasons: 'An opinion stays one.' });
    const { id } = await house.task(reference, 'decide');
    const forbidden = await house.call('handler', `/tasks/${id}`, {
      answers: { decision: 'approve', departs: 'no' },
    });
    expect(forbidden).toMatchObject({ status: 409, json: { error: { code: 'not-your-role' } } });
    await house.finish('accountable-manager', reference, 'decide', {
      ...{ decision: 'approve', departs: 'no', limitReasons: 'no' },
    });
  });

  test('the system’s owner sees what to do and no more of the case, and says what was done', async () => {
    const { id } = await house.task(reference, 'carry-out', 'housing-management');
    const seen = JSON.stringify((await house.call('data-holder', `/tasks/${id}`)).json);
    expect(seen).toContain('Change the date of birth to 5 May 1980.');
    expect(seen).toContain('Perrin Oakshott');
    expect(seen).not.toMatch(/unfair|certificate|upset, not rude/);
    const mail = await house.real.mail.waitFor(({ subject }) =>
      subject.startsWith(`${reference}: please act`),
    );
    expect(mail.text).not.toMatch(/Perrin|Oakshott|May 1980/);
    await house.finish('data-holder', reference, 'carry-out', {
      ...{ outcome: 'done', on: today(), records: 2 },
      evidence: 'Changed in the tenancy and the rent account, and looked at again.',
    });
  });

  test('the person is answered with the four paragraphs for what was refused, and learns the recipients they asked for', async () => {
    await house.post(reference, 'outcome-letter');
    const letter = await house.letter(reference, 'outcome-letter');
    for (const words of [
      'Born 1 May 1980',
      'We have corrected it. The certificate shows 5 May.',
      'Perrin Oakshott says: I was upset, not rude.',
      '“I was rude”: It is the view of whoever took the call',
      'Housing management system: done on',
      'You asked who they are: Contractors and partner agencies.',
      'section 164A',
      'You also have the right to complain to the regulator',
      'ask a court to order',
    ])
      expect(letter).toContain(words);
  });

  test('an answer that came back is none: the clock runs again until it is given (Art 12(3))', async () => {
    const act = (letter: string) =>
      house.call('handler', `/cases/${reference}/actions/letter-returned`, {
        answers: { letter, on: today() },
      });
    const state = async () => (await house.call('handler', `/cases/${reference}`)).json.clockState;
    await until('the clock to stop', async () => (await state()) === 'stopped', patience);
    expect((await act('outcome-letter#1')).status).toBe(200);
    expect(await state()).toBe('running');
    await house.finish('handler', reference, 'send-again', {
      ...{ outcome: 'not-given', on: today(), how: 'Nobody opened the door.' },
    });
    expect(await state()).toBe('running');
    await house.call('handler', `/cases/${reference}/actions/note`, { answers: { note: 'Tried again.' } });
    expect(await state()).toBe('running');
  });

  test('the recipient is told on paper or behind a link, and the case is closed as rectified in part (Art 19)', async () => {
    await house.finish('handler', reference, 'choose-notice', {
      ...{ way: 'tell', notice: 'Use 5 May 1980 as the date of birth.' },
    });
    await house.post(reference, 'notify-recipient', { notice: 'Use 5 May 1980 as the date of birth.' });
    expect(await house.letter(reference, 'notify-recipient')).toContain(
      'Article 19 of the UK GDPR requires us',
    );
    await house.finish('handler', reference, 'confirm-recipient', {
      ...{ outcome: 'acted', on: today(), answer: 'Changed on the same day.' },
    });
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('rectified-in-part');
  });

  test('asked after closing who received it, a letter says so, and the case stays closed (Art 19)', async () => {
    const before = (await house.call('handler', `/cases/${reference}`)).json;
    const offered = before.actions as { name: string; refusal: unknown }[];
    expect(offered.find(({ name }) => name === 'tell-who')?.refusal).toBeNull();
    expect(offered.find(({ name }) => name === 'extend')?.refusal).toMatchObject({ code: 'case-closed' });
    const asked = await house.call('handler', `/cases/${reference}/actions/tell-who`, {
      answers: { recipients: ['contractors'], reasons: 'She rang after our letter.' },
    });
    expect(asked.status).toBe(200);
    await house.post(reference, 'name-recipients');
    const words = await until(
      'the letter to be given',
      async () => {
        const letters = (await house.call('handler', `/cases/${reference}/letters`)).json.letters as Letter[];
        const given = letters.some(({ letter, state }) => letter === 'name-recipients' && state === 'given');
        return given ? house.letter(reference, 'name-recipients') : undefined;
      },
      patience,
    );
    expect(words).toContain('Contractors and partner agencies');
    const { stage, outcome, closedAt, retainUntil, dueOn } = before;
    expect((await house.call('handler', `/cases/${reference}`)).json).toMatchObject({
      ...{ stage, outcome, closedAt, retainUntil, dueOn },
      view: { closed: true, waiting: [] },
    });
  });
});

test('systems in which an earlier search found something, and recipients whom its answer named, are suggested', async () => {
  const asked = await house.call('handler', '/cases/subject-access', {
    answers: {
      ...{ subjectName: 'Juniper Vale', personType: 'tenant', request: 'My file.', channel: 'email' },
      contactPost: request.contactPost,
      ...{ receivedOn: today(), requester: 'self', controller: ORGANISATION },
    },
  });
  const access = String(asked.json.reference);
  const { subject } = (await house.call('handler', `/cases/${access}`)).json as { subject: { id: string } };
  await house.finish('handler', access, 'triage', {
    ...{ route: 'answer', identity: 'no-doubt', fee: 'none', scope: 'All.' },
    systems: ['housing-management', 'rent-accounts'],
  });
  const searched = { terms: 'Vale', minutes: 5 };
  await house.finish(
    'handler',
    access,
    'search-system',
    { ...searched, result: 'found', hits: 1 },
    'housing-management',
  );
  await house.finish(
    'handler',
    access,
    'search-system',
    { ...searched, result: 'nothing-found' },
    'rent-accounts',
  );
  await house.post(access, 'acknowledge');
  await house.finishEach(
    'handler',
    access,
    'preserve-evidence',
    { outcome: 'nothing-held', on: today(), evidence: 'Looked.' },
    'preserve',
  );
  await house.finish('handler', access, 'review', { thirdParties: 'no' });
  await house.finish('governance-officer', access, 'second-check', { outcome: 'right' });
  await house.finish('accountable-manager', access, 'decide', { decision: 'approve', departs: 'no' });
  await house.finish('handler', access, 'prepare-response', {
    ...{ result: 'nothing-found', delivery: 'post', confirmed: true },
    recipients: 'health and safety executive.\nAsh and Birch, solicitors\n',
  });
  const logged = await house.call('handler', '/cases/rectification', {
    answers: { ...request, subjectName: 'Juniper Vale', particulars: [wrong] },
    person: subject.id,
  });
  const reference = String(logged.json.reference);
  await house.post(reference, 'acknowledge');
  await house.finish('handler', reference, 'triage', { identity: 'no-doubt', restriction: 'no' });
  const { id } = await house.task(reference, 'assess-accuracy');
  const { json } = await house.call('handler', `/tasks/${id}`);
  expect(json.starting).toMatchObject({
    systems: ['housing-management'],
    recipients: expect.arrayContaining(['contractors', 'health-and-safety-executive']),
    otherRecipients: [{ name: 'Ash and Birch, solicitors' }],
  });
});
