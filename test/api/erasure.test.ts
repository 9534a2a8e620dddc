import { longDate } from '../../domain/clock';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

let house: Programs;

beforeAll(async () => {
  house = await programs(
    ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'data-holder'],
    ['document-store'],
  );
});
afterAll(() => house?.stop());

const photographs = {
  what: 'Photographs of your home',
  ground: 'no-longer-needed',
  decision: 'erase',
  reasons: 'The survey that they were taken for is over.',
};
const repairs = {
  what: 'The notes of your repairs',
  ground: 'no-longer-needed',
  decision: 'keep',
  keptUnder: 'legal-claims',
  keptUntil: 'Until your claim about the damp is settled.',
  reasons: 'You have told us that you will claim.',
};
const litigation = {
  hold: 'litigation',
  answer: 'exception',
  exception: 'legal-claims',
  reasons: 'A letter before action came in May.',
};
const erasing = {
  erase: 'yes',
  systems: ['document-store'],
  instructions: 'Erase the photographs of the survey and every copy of them.',
  suppression: 'no',
  madePublic: 'yes',
  publicWhere: 'The newsletter of spring, on our website',
};

type Task = { readonly id: string; readonly shows: readonly { label: string; text: string }[] };

/** What is wrong, at which field, when these answers are sent. */
async function faults(as: 'handler' | 'data-holder', reference: string, element: string, answers: object) {
  const { id } = await house.task(reference, element);
  const { status, json } = await house.call(as, `/tasks/${id}`, { answers });
  return {
    status,
    fields: (json.error as { fields: { field: string; message: string }[] } | undefined)?.fields,
  };
}

async function shown(reference: string, element: string): Promise<Task['shows']> {
  const { id } = await house.task(reference, element);
  return ((await house.call('handler', `/tasks/${id}`)).json as unknown as Task).shows;
}

describe('an erasure request beside an access request, worked by programs from intake to closure', () => {
  let access: string;
  let restriction: string;
  let reference: string;
  let due: string;

  test('is opened from the access request of the same person, with a clock of its own', async () => {
    const asked = await house.call('handler', '/cases/subject-access', {
      answers: {
        ...{ subjectName: 'Perrin Oakshott', personType: 'tenant', request: 'My file.', channel: 'phone' },
        ...{ receivedOn: today(), requester: 'self', controller: ORGANISATION },
        contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
      },
    });
    access = String(asked.json.reference);
    const opened = await house.call('handler', `/cases/${access}/open/erasure`, {
      answers: { request: 'And then erase the photographs and the repair notes.' },
    });
    expect(opened.status).toBe(201);
    reference = String(opened.json.reference);
    expect(reference).toMatch(/^ERA-\d{4}-\d{5}$/);
    const page = (await house.call('handler', `/cases/${reference}`)).json as { dueOn: string };
    due = longDate(page.dueOn);
    expect((await house.call('handler', `/cases/${access}`)).json).toMatchObject({
      marks: [{ reference, text: expect.stringContaining('a copy that is asked for goes first') }],
    });
    await house.post(reference, 'acknowledge');
    await house.finish('handler', reference, 'triage', { identity: 'no-doubt' });
  });

  test('the assessment shows both dates, and is not finished while a hold on record is unanswered', async () => {
    expect(await shown(reference, 'assess-erasure')).toEqual([
      { label: 'Other open cases of the person', text: expect.stringContaining(`${access}: due on`) },
      { label: 'This case', text: expect.stringContaining(`${reference}: due on ${due}`) },
    ]);
    const answers = { ...erasing, parts: [photographs], holds: [] };
    expect(await faults('handler', reference, 'assess-erasure', answers)).toEqual({
      status: 422,
      fields: [{ field: 'holds', message: expect.stringContaining(access) }],
    });
    const hold = { hold: 'access-request', case: access, answer: 'ends-first', reasons: 'Copy first.' };
    const said = (parts: object[], holds: object[]) =>
      faults('handler', reference, 'assess-erasure', { ...erasing, parts, holds });
    expect(await said([photographs], [hold, { ...litigation, exception: 'archiving' }])).toMatchObject({
      fields: [{ field: 'holds.1.exception' }],
    });
    expect(await said([photographs], [hold, litigation])).toMatchObject({
      fields: [{ field: 'holds.1.exception', message: expect.stringContaining('No part above') }],
    });
    expect(await said([{ ...photographs, ground: 'none' }], [hold])).toMatchObject({
      fields: [{ field: 'parts.0.ground' }],
    });
    expect(await said([photographs], [{ ...hold, answer: 'extension' }])).toMatchObject({
      fields: [{ field: 'holds.0.answer', message: expect.stringContaining('Art 12A(4)') }],
    });
    const paused = await house.call('handler', `/cases/${access}/open/restriction`, {
      answers: { request: 'Do not use the photographs meanwhile.' },
    });
    restriction = String(paused.json.reference);
    await house.post(restriction, 'acknowledge');
    const other = { hold: 'restriction', case: restriction, answer: 'ends-first', reasons: 'It ends soon.' };
    await house.finish('handler', reference, 'assess-erasure', {
      ...erasing,
      parts: [photographs, repairs],
      holds: [hold, other, litigation],
    });
  });

  test('what is kept is advised on by the DPO and decided by the manager (Arts 12(4), 39(1)(a))', async () => {
    await house.finish('dpo', reference, 'dpo-advice', { advice: 'agree', reasons: 'The claim is real.' });
    await house.finish('accountable-manager', reference, 'decide', {
      ...{ decision: 'approve', departs: 'no', limitReasons: 'no' },
    });
  });

  test('nothing is erased before the copy is made, unless the DPO decides it (DPA s.173)', async () => {
    expect(await faults('handler', reference, 'release-erasure', { outcome: 'release' })).toEqual({
      status: 422,
      fields: [{ field: 'outcome', message: expect.stringContaining('its copy is made first') }],
    });
    const cannotWait = { outcome: 'cannot-wait', reasons: 'They ask for it to be gone at once.' };
    await house.finish('handler', reference, 'release-erasure', cannotWait);
    const { id } = await house.task(reference, 'decide-copy-first');
    const answers = { decision: 'erase-now', reasons: 'I think so.' };
    expect(await house.call('handler', `/tasks/${id}`, { answers })).toMatchObject({
      status: 409,
      json: { error: { code: 'not-your-role' } },
    });
    await house.finish('dpo', reference, 'decide-copy-first', {
      ...{ decision: 'copy-first', reasons: 'Nothing would be lost by waiting.' },
    });
    await house.call('governance-officer', `/cases/${reference}/actions/hold`, {
      answers: { reasons: 'A claim is expected.' },
    });
    await house.call('handler', `/cases/${access}/actions/withdraw`, {
      answers: { on: today(), reasons: 'They have seen the file at the desk.' },
    });
    await house.post(access, 'confirm-withdrawal');
    await house.outcome(access);
    expect(await faults('handler', reference, 'release-erasure', { outcome: 'release' })).toMatchObject({
      fields: [{ field: 'outcome', message: expect.stringContaining('A legal hold is on this case') }],
    });
    await house.call('governance-officer', `/cases/${reference}/actions/release-hold`, {
      answers: { reasons: 'It was another claim.' },
    });
    expect(await faults('handler', reference, 'release-erasure', { outcome: 'release' })).toMatchObject({
      fields: [
        { field: 'outcome', message: expect.stringMatching(new RegExp(`${restriction}.*was to be over`)) },
      ],
    });
    await house.call('handler', `/cases/${restriction}/actions/withdraw`, {
      answers: { on: today(), reasons: 'They need it no more.' },
    });
    await house.post(restriction, 'confirm-withdrawal');
    await house.outcome(restriction);
    expect(await faults('handler', reference, 'release-erasure', cannotWait)).toMatchObject({
      fields: [{ field: 'outcome', message: expect.stringContaining('nothing waits for a copy') }],
    });
    await house.finish('handler', reference, 'release-erasure', { outcome: 'release' });
  });

  test('the system’s owner shows how it was disposed of, with a certificate where somebody else did it', async () => {
    const done = {
      ...{ outcome: 'expires', on: today(), records: 14, expiresOn: in40Days(), medium: 'both' },
      ...{ methods: ['deleted'], evidence: 'Deleted from the store; the prints went to the shredder.' },
    };
    expect(await faults('data-holder', reference, 'carry-out', done)).toMatchObject({
      fields: [{ field: 'methods', message: expect.stringContaining('on paper') }],
    });
    const methods = ['deleted', 'shredded-by-contractor'];
    expect(await faults('data-holder', reference, 'carry-out', { ...done, methods })).toMatchObject({
      fields: [{ field: 'certificate' }],
    });
    await house.finish('data-holder', reference, 'carry-out', { ...done, methods, certificate: 'SH-20931' });
  });

  test('the person learns what is erased, what is kept, why and until when, and until when the backup lasts', async () => {
    await house.post(reference, 'outcome-letter', { explanation: '' });
    const letter = await house.letter(reference, 'outcome-letter');
    for (const words of [
      'Photographs of your home',
      `a backup copy stays until ${longDate(in40Days())}`,
      'The notes of your repairs',
      'Article 17(3)(e) of the UK GDPR',
      'How long we keep it: Until your claim about the damp is settled.',
      'Article 17(2) of the UK GDPR',
      'section 164A',
      'You also have the right to complain to the regulator',
      'ask a court to order',
    ])
      expect(letter).toContain(words);
    expect(letter).not.toContain('SH-20931');
  });

  test('other controllers are told of what was public (Art 17(2)), while the backup is waited for', async () => {
    const at = await shown(reference, 'tell-controllers');
    expect(at[0]).toEqual({ label: 'Where it was made public', text: erasing.publicWhere });
    await house.finish('handler', reference, 'tell-controllers', {
      ...{ outcome: 'told', on: today(), told: 2, steps: 'The council and the archive were written to.' },
    });
    const { json } = await house.call('handler', `/cases/${reference}`);
    expect(json).toMatchObject({ clockState: 'stopped', outcome: null });
  });
});

test('where everything is erased a second person checks it, and the case is closed as erased', async () => {
  const logged = await house.call('handler', '/cases/erasure', {
    answers: {
      ...{ subjectName: 'Juniper Vale', personType: 'tenant', request: 'Erase my photographs.' },
      ...{ channel: 'letter', receivedOn: today(), requester: 'self', controller: ORGANISATION },
      contactPost: '2 Test Close\nWolverhampton\nWV1 1AA',
    },
  });
  const reference = String(logged.json.reference);
  await house.post(reference, 'acknowledge');
  await house.finish('handler', reference, 'triage', { identity: 'no-doubt' });
  const parts = [{ ...photographs, ground: 'malicious-allegation' }];
  await house.finish('handler', reference, 'assess-erasure', { ...erasing, parts, madePublic: 'no' });
  await house.finish('governance-officer', reference, 'second-check', { outcome: 'right' });
  await house.finish('handler', reference, 'release-erasure', { outcome: 'release' });
  await house.finish('data-holder', reference, 'carry-out', {
    ...{ outcome: 'done', on: today(), records: 3, medium: 'electronic', methods: ['deleted'] },
    evidence: 'Deleted, and looked for again.',
  });
  await house.post(reference, 'outcome-letter');
  await house.finish('handler', reference, 'close-case', { confirmed: true });
  expect(await house.outcome(reference)).toBe('erased');
});

const in40Days = (): string => new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
