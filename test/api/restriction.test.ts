import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

let house: Programs;
let reference: string;

beforeAll(async () => {
  house = await programs(
    ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'data-holder'],
    ['housing-management'],
  );
});
afterAll(() => house?.stop());

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const request = {
  subjectName: 'Perrin Oakshott',
  personType: 'tenant',
  request: 'Do not use my rent account until you have checked it.',
  grounds: ['accuracy'],
  ...{ channel: 'phone', receivedOn: today(), requester: 'self', controller: ORGANISATION },
  contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
};

const assessment = {
  restrict: 'all',
  grounds: ['accuracy'],
  what: 'The rent account from 2024 to 2026.',
  systems: ['housing-management'],
  instructions: 'Mark the rent account as restricted.',
  recipients: ['contractors'],
  reviewOn: day(90),
  reasons: 'The bank statements differ from the account.',
};

describe('a restriction request, worked by programs from intake to closure (UK GDPR Arts 18, 19)', () => {
  test('is logged by any channel, and its assessment begins with why they ask', async () => {
    const logged = await house.call('handler', '/cases/restriction', { answers: request });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    expect(reference).toMatch(/^RES-\d{4}-\d{5}$/);
    await house.post(reference, 'acknowledge');
    await house.finish('handler', reference, 'triage', { identity: 'no-doubt' });
    const { id } = await house.task(reference, 'assess-grounds');
    expect((await house.call('handler', `/tasks/${id}`)).json.starting).toMatchObject({
      grounds: ['accuracy'],
    });
    const never = { ...assessment, reviewOn: day(800) };
    expect(await house.call('handler', `/tasks/${id}`, { answers: never })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'reviewOn' }] } },
    });
    await house.finish('handler', reference, 'assess-grounds', assessment);
    await house.finish('governance-officer', reference, 'second-check', { outcome: 'right' });
  });

  test('no use is permitted, and nothing ended, before anything is restricted', async () => {
    await house.task(reference, 'carry-out', 'housing-management');
    expect(
      await house.call('handler', `/cases/${reference}/actions/end-restriction`, {
        answers: { why: 'claim-over', reasons: 'The court decided.' },
      }),
    ).toMatchObject({ status: 409, json: { error: { code: 'not-waiting' } } });
  });

  test('the system is marked by its owner, who sees what to do and no more', async () => {
    const { id } = await house.task(reference, 'carry-out', 'housing-management');
    const seen = JSON.stringify((await house.call('data-holder', `/tasks/${id}`)).json);
    expect(seen).toContain('Mark the rent account as restricted.');
    expect(seen).not.toMatch(/bank statements|Do not use my rent account/);
    await house.finish('data-holder', reference, 'carry-out', {
      ...{ outcome: 'done', on: today(), records: 1 },
      evidence: 'A banner on the account.',
    });
  });

  test('recipients are told, and the person that it is in force (Arts 18(2)–(3), 19)', async () => {
    await house.finish('handler', reference, 'choose-notice', { way: 'tell', notice: 'Do not use it.' });
    await house.post(reference, 'notify-recipient', { notice: 'Do not use it.' });
    await house.finish('handler', reference, 'confirm-recipient', {
      ...{ outcome: 'acted', on: today(), answer: 'They marked it as well.' },
    });
    expect((await house.call('handler', `/cases/${reference}`)).json).toMatchObject({
      carriedOut: {
        systems: [{ item: 'housing-management', state: 'done', records: 1, on: today() }],
        recipients: [{ state: 'acted', on: today() }],
      },
    });
    await house.post(reference, 'outcome-letter');
    const letter = await house.letter(reference, 'outcome-letter');
    for (const words of [
      'The restriction is in force now.',
      'Housing management system: marked as restricted on',
    ])
      expect(letter).toContain(words);
  });

  test('a use is asked for, and decided by the DPO with its ground (Art 18(2))', async () => {
    const asked = await house.call('handler', `/cases/${reference}/actions/permit-use`, {
      answers: { use: 'Show it to the tribunal.', ground: 'legal-claims', reasons: 'A claim is pending.' },
    });
    expect(asked).toMatchObject({ status: 200 });
    const { id } = await house.task(reference, 'decide-use');
    const permit = {
      decision: 'permit',
      ground: 'legal-claims',
      limits: 'This once.',
      reasons: 'The claim.',
    };
    expect((await house.call('handler', `/tasks/${id}`, { answers: permit })).status).toBe(409);
    expect(JSON.stringify((await house.call('dpo', `/tasks/${id}`)).json)).toContain(
      'Show it to the tribunal.',
    );
    await house.finish('dpo', reference, 'decide-use', permit);
  });

  test('each use stands on the case with who decided it, when, on which ground and how (Art 18(2))', async () => {
    await house.call('handler', `/cases/${reference}/actions/permit-use`, {
      answers: { use: 'Show it to a neighbour.', ground: 'consent', reasons: 'They say so.' },
    });
    const waiting = { state: 'waiting', ground: 'consent', decidedOn: null, decidedBy: null, limits: null };
    const permitted = {
      ...{
        state: 'permitted',
        ground: 'legal-claims',
        use: 'Show it to the tribunal.',
        limits: 'This once.',
      },
      ...{ askedOn: today(), askedBy: expect.any(String), decidedOn: today(), decidedBy: expect.any(String) },
    };
    const stands = async () => (await house.call('handler', `/cases/${reference}`)).json.restrictedUses;
    expect(await stands()).toMatchObject([permitted, waiting]);
    await house.finish('dpo', reference, 'decide-use', { decision: 'not-permitted', reasons: 'No consent.' });
    expect(await stands()).toMatchObject([permitted, { state: 'not-permitted', decidedOn: today() }]);
  });

  test('is reviewed once the rectification that it waits for is closed (Art 18(1)(a))', async () => {
    const particular = { what: 'Owes 40 pounds', shouldBe: 'Owes nothing' };
    const opened = await house.call('handler', `/cases/${reference}/open/rectification`, {
      answers: { request: 'The balance is wrong.', particulars: [particular] },
    });
    const correction = String(opened.json.reference);
    await house.post(correction, 'acknowledge');
    await house.finish('handler', correction, 'triage', { identity: 'no-doubt', restriction: 'no' });
    const found = { finding: 'accurate', remedy: 'nothing', reasons: 'The receipts show it.' };
    await house.finish('handler', correction, 'assess-accuracy', {
      ...{ particulars: [{ ...particular, ...found }], change: 'no' },
    });
    await house.finish('dpo', correction, 'dpo-advice', {
      advice: 'agree',
      reasons: 'The receipts are clear.',
    });
    const approved = { decision: 'approve', departs: 'no', limitReasons: 'no' };
    await house.finish('accountable-manager', correction, 'decide', approved);
    await house.post(correction, 'outcome-letter');
    await house.finish('handler', correction, 'close-case', { confirmed: true });
    await house.finish('dpo', reference, 'review-restriction', {
      ...{ decision: 'keep', nextReviewOn: day(60), reasons: 'They asked us to look once more.' },
    });
  });

  test('its end is reviewed, and the person is told before anything is lifted (Art 18(3))', async () => {
    const ended = await house.call('handler', `/cases/${reference}/actions/end-restriction`, {
      answers: { why: 'accuracy-verified', reasons: 'The audit is done.' },
    });
    expect(ended).toMatchObject({ status: 200 });
    const { id } = await house.task(reference, 'review-restriction');
    const lift = {
      decision: 'lift',
      instructions: 'Take the banner away.',
      reasons: 'The account was right.',
    };
    expect(
      await house.call('dpo', `/tasks/${id}`, { answers: { ...lift, endings: ['claim-over'] } }),
    ).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'endings' }] } } });
    await house.finish('dpo', reference, 'review-restriction', { ...lift, endings: ['accuracy-verified'] });
    await house.post(reference, 'lift-notice', { reasons: 'It was right.' }, 7);
    await house.finish('data-holder', reference, 'carry-out-lift', {
      ...{ outcome: 'done', on: today(), records: 1 },
      evidence: 'The banner is gone.',
    });
    await house.post(reference, 'notify-lifted');
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('lifted');
  });
});

test('after a death a restriction in force ends without a notice, and its marks are removed (recital 27)', async () => {
  const logged = await house.call('handler', '/cases/restriction', {
    answers: {
      ...request,
      subjectName: 'Tamsin Elderkin',
      contactPost: '3 Other Close\nWolverhampton\nWV2 3BB',
    },
  });
  const restricted = String(logged.json.reference);
  await house.post(restricted, 'acknowledge');
  await house.finish('handler', restricted, 'triage', { identity: 'no-doubt' });
  await house.finish('handler', restricted, 'assess-grounds', { ...assessment, recipients: [] });
  await house.finish('governance-officer', restricted, 'second-check', { outcome: 'right' });
  await house.finish('data-holder', restricted, 'carry-out', {
    ...{ outcome: 'done', on: today(), records: 1, evidence: 'A banner on the account.' },
  });
  await house.task(restricted, 'outcome-letter');
  const died = { on: today(), reasons: 'The registrar told us.' };
  const record = () => house.call('handler', `/cases/${restricted}/actions/record-death`, { answers: died });
  expect(await record()).toMatchObject({ status: 200 });
  expect(await record()).toMatchObject({ status: 409, json: { error: { code: 'in-hand' } } });
  const letter = await house.task(restricted, 'outcome-letter');
  expect(await house.call('handler', `/tasks/${letter.id}`, { answers: { way: 'post' } })).toMatchObject({
    status: 409,
    json: { error: { code: 'in-hand' } },
  });

  const { id } = await house.task(restricted, 'decide-after-death');
  expect((await house.call('dpo', `/tasks/${id}`)).json.starting).toEqual({
    systems: ['housing-management'],
  });
  const close = { decision: 'close', systems: ['housing-management'], reasons: 'Nobody can be told.' };
  expect(await house.call('dpo', `/tasks/${id}`, { answers: close })).toMatchObject({
    status: 422,
    json: { error: { fields: [{ field: 'instructions' }] } },
  });
  await house.finish('dpo', restricted, 'decide-after-death', {
    ...close,
    instructions: 'Take the banner away.',
  });
  const unmark = await house.task(restricted, 'finish', 'housing-management');
  const seen = JSON.stringify((await house.call('data-holder', `/tasks/${unmark.id}`)).json);
  expect(seen).toContain('Take the banner away.');
  expect(seen).not.toMatch(/registrar|Nobody can be told|Do not use my rent account/);
  await house.finish('data-holder', restricted, 'finish', {
    ...{ outcome: 'done', on: today(), evidence: 'The banner is gone.' },
  });
  expect(await house.outcome(restricted)).toBe('deceased');
  const { json } = await house.call('handler', `/cases/${restricted}`);
  expect(json).toMatchObject({
    carriedOut: { systems: [{ state: 'done' }, { task: 'Remove the mark from the system', state: 'done' }] },
  });
  expect(
    (await house.call('handler', `/cases/${restricted}/actions/record-death`, { answers: died })).status,
  ).toBe(409);
});
