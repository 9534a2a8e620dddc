import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

const SYSTEM = 'housing-management';
let house: Programs;
let reference: string;

beforeAll(async () => {
  house = await programs(
    ['handler', 'governance-officer', 'dpo', 'accountable-manager', 'data-holder'],
    [SYSTEM],
  );
});
afterAll(() => house?.stop());

const request = {
  ...{
    subjectName: 'Perrin Oakshott',
    personType: 'housing-applicant',
    request: 'The computer has it wrong.',
  },
  ...{ decision: 'assessments', asks: ['information', 'contest'] },
  ...{ channel: 'phone', receivedOn: today(), requester: 'self', controller: ORGANISATION },
  contactPost: '1 Test Close\nWolverhampton\nWV1 1AA',
};

describe('a request about an automated decision, worked by programs from intake to closure (UK GDPR Art 22C)', () => {
  test('begins with what the register says, and records who took part', async () => {
    const logged = await house.call('handler', '/cases/automated-decision', { answers: request });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    expect(reference).toMatch(/^AUT-\d{4}-\d{5}$/);
    await house.post(reference, 'acknowledge');
    await house.finish('handler', reference, 'triage', { identity: 'no-doubt' });
    const { id } = await house.task(reference, 'identify-decision');
    const { starting } = (await house.call('handler', `/tasks/${id}`)).json;
    expect(starting).toMatchObject({ decision: 'assessments', solelyAutomated: 'yes', basis: '6(1)(b)' });
    const { staffId } = (await house.call('handler', '/me')).json;
    await house.finish('handler', reference, 'identify-decision', {
      ...(starting as object),
      ...{
        madeOn: '2026-10-01',
        involvement: 'A handler entered the answers.',
        effect: 'No offer this year.',
      },
      tookPart: [staffId],
    });
  });

  test('the person is given the logic, what it means and their safeguards (Art 22C(2)(a))', async () => {
    await house.post(reference, 'explain', { applied: 'Your answers gave 12 points; an offer takes 20.' });
    const letter = await house.letter(reference, 'explain');
    for (const words of [
      'published criteria',
      'Your answers gave 12 points',
      'ask that a person looks at it',
    ])
      expect(letter).toContain(words);
  });

  test('silence does not take back what they asked for; what they say is recorded (Art 22C(2)(b))', async () => {
    const { id } = await house.task(reference, 'take-representations');
    const silent = await house.call('handler', `/tasks/${id}`, {
      answers: { outcome: 'no-answer', on: today() },
    });
    expect(silent).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'outcome' }] } } });
    await house.finish('handler', reference, 'take-representations', {
      ...{ outcome: 'review', on: today(), representations: 'It does not count my stairs.' },
    });
  });

  test('the reviewer is named, is nobody who took part, and has the review as a task of their own (Art 22C(2)(c))', async () => {
    const { staffId: handler } = (await house.call('handler', '/me')).json;
    const { staffId: manager } = (await house.call('accountable-manager', '/me')).json;
    const named = { competence: 'She may change any score.', noPart: true };
    const { id } = await house.task(reference, 'appoint-reviewer');
    const partial = await house.call('handler', `/tasks/${id}`, { answers: { ...named, reviewer: handler } });
    expect(partial).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'reviewer' }] } } });
    await house.finish('handler', reference, 'appoint-reviewer', { ...named, reviewer: manager });
    const review = await house.task(reference, 'review-decision');
    expect(review.assigneeId).toBe(manager);
    expect((await house.call('handler', `/tasks/${review.id}`, { answers: {} })).status).toBe(409);
  });

  test('whoever cannot review it says why, and another is named', async () => {
    await house.finish('accountable-manager', reference, 'review-decision', {
      ...{ reviewed: 'another', whyAnother: 'I set the threshold.' },
    });
    const { id } = await house.task(reference, 'appoint-reviewer');
    expect(JSON.stringify((await house.call('handler', `/tasks/${id}`)).json.shows)).toContain(
      'I set the threshold.',
    );
    const { staffId } = (await house.call('dpo', '/me')).json;
    await house.finish('handler', reference, 'appoint-reviewer', {
      ...{ reviewer: staffId, competence: 'Knows the criteria.', noPart: true },
    });
  });

  test('nobody but who was named reviews it; who it is considers what was said and changes it (Art 22C(2)(c)–(d))', async () => {
    const review = {
      ...{ reviewed: 'yes', tookNoPart: true, competent: true, outcome: 'changed' },
      considered: ['representations', 'inputs'],
      ...{ findings: 'Stairs were left out.', newDecision: 'Twenty points, from today.' },
      ...{
        reasons: 'The criteria give points for stairs.',
        systems: [SYSTEM],
        instructions: 'Set 20 points.',
      },
    };
    const { id } = await house.task(reference, 'review-decision');
    const other = await house.call('governance-officer', `/tasks/${id}`, { answers: review });
    expect(other).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'reviewed' }] } } });
    const shown = JSON.stringify((await house.call('dpo', `/tasks/${id}`)).json);
    expect(shown).toContain('It does not count my stairs.');
    await house.finish('dpo', reference, 'review-decision', review);
  });

  test('it is carried out, and the outcome says what was considered, what is decided and why', async () => {
    await house.finish('data-holder', reference, 'carry-out', {
      ...{ outcome: 'done', on: today(), records: 1, evidence: 'Set and looked at again.' },
    });
    await house.post(reference, 'outcome-letter');
    const letter = await house.letter(reference, 'outcome-letter');
    for (const words of [
      'What the person said and The data that went into it',
      'Twenty points, from today.',
      'The criteria give points for stairs.',
      'section 164A',
      'You also have the right to complain to the regulator',
    ])
      expect(letter).toContain(words);
    await house.finish('handler', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('decision-changed');
  });
});

describe('a decision that the register does not name', () => {
  const met = {
    ...{ decision: 'not-in-register', madeOn: '2026-10-01', solelyAutomated: 'yes', significant: 'yes' },
    ...{ basis: '6(1)(b)', specialCategory: 'no' },
    ...{ involvement: 'Nobody looked at it.', effect: 'A longer wait.' },
  };
  const facts = {
    ...{ what: 'Ranking of repairs', logic: 'Older boilers come first.' },
    ...{ significance: 'How long somebody waits.', ranBy: 'Our contractor, on its own system.' },
  };
  let unnamed: string;

  test('is described with what the register would hold, and every page warns that the register must be brought up to date', async () => {
    const logged = await house.call('handler', '/cases/automated-decision', {
      answers: { ...request, decision: undefined, subjectName: 'Ottoline Marsh' },
      person: 'new',
    });
    unnamed = String(logged.json.reference);
    await house.post(unnamed, 'acknowledge');
    await house.finish('handler', unnamed, 'triage', { identity: 'no-doubt' });
    const { id } = await house.task(unnamed, 'identify-decision');
    const without = await house.call('handler', `/tasks/${id}`, { answers: met });
    const fields = (without.json.error as { fields: { field: string }[] }).fields.map(({ field }) => field);
    expect(fields).toEqual(Object.keys(facts));
    await house.finish('handler', unnamed, 'identify-decision', { ...met, ...facts });
    await house.post(unnamed, 'explain', { applied: 'Your boiler is new.' });
    expect(await house.letter(unnamed, 'explain')).toContain('Ranking of repairs. Older boilers come first.');
  });

  test('is entered by the governance officer, who names the entry, before the case is closed', async () => {
    await house.finish('handler', unnamed, 'take-representations', {
      ...{ outcome: 'satisfied', on: today(), representations: 'I see.' },
    });
    await house.post(unnamed, 'outcome-letter');
    const { id } = await house.task(unnamed, 'update-register');
    const entered = { outcome: 'entered', decision: 'assessments' };
    expect((await house.call('handler', `/tasks/${id}`, { answers: entered })).status).toBe(409);
    expect(
      await house.call('governance-officer', `/tasks/${id}`, { answers: { outcome: 'entered' } }),
    ).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'decision' }] } } });
    await house.finish('governance-officer', unnamed, 'update-register', entered);
    await house.finish('handler', unnamed, 'close-case', { confirmed: true });
    expect(await house.outcome(unnamed)).toBe('explained');
  });
});

test('programs can read the register of automated decisions', async () => {
  const { status, json } = await house.call('dpo', '/organisation/automated-decisions');
  expect(status).toBe(200);
  expect(json.decisions).toContainEqual(
    expect.objectContaining({ id: 'assessments', solelyAutomated: true }),
  );
});
