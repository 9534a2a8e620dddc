import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

let house: Programs;

beforeAll(async () => {
  house = await programs(
    ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'data-holder'],
    ['surveys', 'housing-management'],
  );
});
afterAll(() => house?.stop());

const request = {
  ...{ subjectName: 'Perrin Oakshott', personType: 'tenant', request: 'Please stop this.' },
  ...{ channel: 'phone', receivedOn: today(), requester: 'self', controller: ORGANISATION },
  contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
};

async function log(kind: string, answers: object): Promise<string> {
  const logged = await house.call('handler', `/cases/${kind}`, {
    answers: { ...request, ...answers },
    person: 'new',
  });
  expect(logged).toMatchObject({ status: 201, json: { started: true } });
  return String(logged.json.reference);
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const stopped = (reference: string, system: string): Promise<void> =>
  house.finish(
    'data-holder',
    reference,
    'stop-at-once',
    { outcome: 'stopped', on: today(), evidence: 'Taken off every list.' },
    system,
  );

describe('an objection to direct marketing, worked by programs from intake to closure (UK GDPR Art 21(2)–(3))', () => {
  let reference: string;

  test('is not logged without what it is against, and then opens a task of hours for each system at once', async () => {
    const without = await house.call('handler', '/cases/objection', { answers: request, person: 'new' });
    expect(without).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'against' }] } } });
    reference = await log('objection', { against: 'direct-marketing' });
    expect(reference).toMatch(/^OBJ-\d{4}-\d{5}$/);
    for (const system of ['surveys', 'housing-management']) {
      const { dueAt, openedAt } = await house.task(reference, 'stop-at-once', system);
      expect(Date.parse(dueAt ?? '') - Date.parse(openedAt)).toBe(4 * 3_600_000);
    }
  });

  test('cannot be put off or refused', async () => {
    for (const [action, answers] of [
      ['extend', { ground: 'complexity', reasons: 'We are busy.' }],
      ['propose-refusal', { ground: 'manifestly-excessive', reasons: 'Again.' }],
    ] as const)
      expect(await house.call('handler', `/cases/${reference}/actions/${action}`, { answers })).toMatchObject(
        { status: 409, json: { error: { code: 'absolute' } } },
      );
  });

  test('the system’s owner sees what must stop and for whom; the mail names nobody', async () => {
    const { id } = await house.task(reference, 'stop-at-once', 'surveys');
    const seen = JSON.stringify((await house.call('data-holder', `/tasks/${id}`)).json);
    expect(seen).toContain('Direct marketing');
    expect(seen).toContain('Perrin Oakshott');
    const mail = await house.real.mail.waitFor(({ subject }) =>
      subject.startsWith(`${reference}: stop this`),
    );
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/Perrin|Oakshott|arketing/);
    await stopped(reference, 'surveys');
    await stopped(reference, 'housing-management');
  });

  test('the suppression entry is recorded, the person hears that it stopped, and the case is closed', async () => {
    await house.finish('handler', reference, 'suppress', {
      ...{ system: 'surveys', kept: ['name', 'address'], on: today() },
      entry: 'Perrin Oakshott, 1 Test Close',
    });
    await house.post(reference, 'confirm-stopped');
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('marketing-stopped');
    expect(await house.letter(reference, 'confirm-stopped')).toContain(
      'we keep only this on a list of people who get no marketing: Name and Postal address',
    );
  });
});

/** Two requests in one message, of which the withdrawal's answer travels in the objection's letter. */
async function answeredTogether(subjectName: string): Promise<{ objected: string; carried: string }> {
  const objected = await log('objection', { subjectName, against: 'direct-marketing' });
  const withdrawn = await house.call('handler', `/cases/${objected}/open/consent-withdrawal`, {
    answers: { purposes: ['surveys-and-research'], request: 'No surveys either.' },
  });
  const carried = String(withdrawn.json.reference);
  const stopAll = (reference: string): Promise<void> =>
    house.finishEach(
      'handler',
      reference,
      'stop-at-once',
      { outcome: 'stopped', on: today(), evidence: 'Taken off.' },
      'stopOn',
    );
  await stopAll(carried);
  await house.finish('handler', carried, 'confirm-stopped', { way: 'together', with: objected });
  await stopAll(objected);
  await house.finish('handler', objected, 'suppress', {
    ...{ system: 'surveys', kept: ['name'], on: today(), entry: subjectName },
  });
  await house.post(objected, 'confirm-stopped');
  await house.task(objected, 'close-case');
  await house.finish('handler', carried, 'confirm-stopped', { outcome: 'went' });
  await house.task(carried, 'check-erasure');
  return { objected, carried };
}

test('a letter that came back brought no answer that it carried: the clocks of both cases run again (Art 12(3))', async () => {
  const { objected, carried } = await answeredTogether('Linnet Marsh');
  const state = async (reference: string) =>
    (await house.call('handler', `/cases/${reference}`)).json.clockState;
  expect([await state(objected), await state(carried)]).toEqual(['stopped', 'stopped']);

  const back = await house.call('handler', `/cases/${objected}/actions/letter-returned`, {
    answers: { letter: 'confirm-stopped#1', on: today() },
  });
  expect(back.status).toBe(200);
  expect([await state(objected), await state(carried)]).toEqual(['running', 'running']);
  expect((await house.task(carried, 'send-again')).item).toBe('confirm-stopped#1');
  for (const reference of [objected, carried])
    await house.finish('handler', reference, 'send-again', {
      ...{ outcome: 'by-hand', on: today(), how: 'At the desk.' },
    });
  expect([await state(objected), await state(carried)]).toEqual(['stopped', 'stopped']);
});

test('a case that was closed meanwhile is asked all the same how its answer is given, and stays closed', async () => {
  const { objected, carried } = await answeredTogether('Merle Quill');
  await house.finish('handler', carried, 'check-erasure', { outcome: 'nothing-held', reasons: 'Looked.' });
  await house.finish('handler', carried, 'close-case', { confirmed: true });
  await house.outcome(carried);
  const back = await house.call('handler', `/cases/${objected}/actions/letter-returned`, {
    answers: { letter: 'confirm-stopped#1', on: today() },
  });
  expect(back.status).toBe(200);
  expect((await house.task(carried, 'send-again')).item).toBe('confirm-stopped#1');
  await house.finish('handler', carried, 'send-again', {
    ...{ outcome: 'by-hand', on: today(), how: 'At the desk.' },
  });
  expect((await house.call('handler', `/cases/${carried}`)).json).toMatchObject({
    outcome: 'stopped-nothing-held',
  });
});

describe('an objection to a public task, worked by programs (UK GDPR Art 21(1))', () => {
  let reference: string;

  test('a restriction meanwhile is offered with what would go on, which the DPO has decided (Art 18(1)(d), (2))', async () => {
    reference = await log('objection', { against: 'public-task', situation: 'I work nights.' });
    await house.post(reference, 'acknowledge');
    await house.finish('handler', reference, 'triage', { identity: 'no-doubt', restriction: 'yes' });
    await house.finish('dpo', reference, 'decide-uses', {
      ...{ uses: ['protecting-another'], reasons: 'The neighbours go on reporting noise.' },
    });
    await house.post(reference, 'propose-restriction', { remarks: '' });
    expect(await house.letter(reference, 'propose-restriction')).toContain(
      'we would still have to use the data for this: Protecting the rights of another person',
    );
  });

  test('a restriction opened from it begins with what was decided to go on, and decides it again (Art 18(2))', async () => {
    const opened = await house.call('handler', `/cases/${reference}/open/restriction`, { answers: {} });
    const restriction = String(opened.json.reference);
    await house.post(restriction, 'acknowledge');
    await house.finish('handler', restriction, 'triage', { identity: 'no-doubt' });
    const { id } = await house.task(restriction, 'assess-grounds');
    const { starting } = (await house.call('handler', `/tasks/${id}`)).json as { starting: object };
    expect(starting).toMatchObject({
      uses: ['rights-of-another'],
      useReasons: `Decided in ${reference}: The neighbours go on reporting noise.`,
    });
    const assessment = {
      ...{ restrict: 'all', grounds: ['objection'], what: 'The noise file.', reasons: 'They objected.' },
      ...{ systems: ['housing-management'], instructions: 'Mark the file.', reviewOn: inDays(60) },
      uses: ['rights-of-another'],
    };
    expect(await house.call('handler', `/tasks/${id}`, { answers: assessment })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'useReasons' }] } },
    });
    await house.finish('handler', restriction, 'assess-grounds', { ...assessment, useReasons: 'Noise.' });
    await house.finish('governance-officer', restriction, 'second-check', { outcome: 'right' });
    await house.finish('data-holder', restriction, 'carry-out', {
      ...{ outcome: 'done', on: today(), records: 1, evidence: 'A banner.' },
    });
    const proposed = await house.task(restriction, 'decide-use', 'rights-of-another');
    const shown = (await house.call('dpo', `/tasks/${proposed.id}`)).json;
    expect(shown.starting).toMatchObject({ ground: 'rights-of-another' });
    expect(JSON.stringify(shown)).toContain('Noise.');
    await house.finish('dpo', restriction, 'decide-use', {
      ...{ decision: 'permit', ground: 'rights-of-another', limits: 'Three homes.', reasons: 'Sound.' },
    });
    expect((await house.call('handler', `/cases/${restriction}`)).json.restrictedUses).toMatchObject([
      { state: 'permitted', ground: 'rights-of-another', askedBy: null, decidedOn: today() },
    ]);
  });

  test('what research alone knows is refused at its field, and the decision is the accountable manager’s', async () => {
    const use = {
      what: 'The noise diary',
      grounds: 'Three households.',
      weighed: 'Their nights count more.',
    };
    const assessment = (finding: string) => ({
      uses: [{ ...use, finding, reasons: 'It protects three households.' }],
      stop: 'no',
    });
    const { id } = await house.task(reference, 'assess-objection');
    expect(
      await house.call('handler', `/tasks/${id}`, { answers: assessment('public-interest-task') }),
    ).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'uses.0.finding' }] } } });
    await house.finish('handler', reference, 'assess-objection', assessment('compelling'));
    await house.finish('dpo', reference, 'dpo-advice', { advice: 'agree', reasons: 'Weighed soundly.' });
    await house.finish('accountable-manager', reference, 'decide', {
      ...{ decision: 'approve', departs: 'no', limitReasons: 'no' },
    });
  });

  test('the person learns why it goes on, and every way to have that looked at (Art 12(4))', async () => {
    await house.post(reference, 'outcome-letter', { opening: '', explanation: '' });
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('overruled');
    const letter = await house.letter(reference, 'outcome-letter');
    for (const words of [
      '“The noise diary” goes on: we have compelling legitimate grounds',
      'It protects three households.',
      'section 164A',
      'complain to the regulator',
      'ask a court to order',
    ])
      expect(letter).toContain(words);
  });
});

test('a message that asks for access and objects as well says what it objects to, and opens both', async () => {
  const both = {
    ...request,
    subjectName: 'Ottoline Marsh',
    alsoAsks: ['objection'],
    oneAnswer: 'separately',
  };
  const without = await house.call('handler', '/cases/subject-access', { answers: both, person: 'new' });
  expect(without).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'against' }] } } });
  const logged = await house.call('handler', '/cases/subject-access', {
    answers: { ...both, against: 'direct-marketing' },
    person: 'new',
  });
  expect(logged.status).toBe(201);
  const found = await house.call('handler', `/cases/${String(logged.json.reference)}`);
  const [link] = found.json.links as { reference: string }[];
  expect(link?.reference).toMatch(/^OBJ-/);
  await house.task(link?.reference ?? '', 'stop-at-once', 'surveys');
});
