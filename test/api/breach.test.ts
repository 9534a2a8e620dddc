import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import type { Programs } from './support/programs';
import { accessibleParts } from '../support/pdf';
import { programs, today } from './support/programs';
import { member, signedIn } from './support/staff';

let house: Programs;

beforeAll(async () => {
  house = await programs([
    'employee',
    'handler',
    'governance-officer',
    'dpo',
    'accountable-manager',
    'auditor',
  ]);
});
afterAll(() => house?.stop());

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

const report = {
  title: 'Arrears list sent to a stranger',
  request: 'I attached the wrong file.',
  ...{ discovered: 'at', discoveredAt: hoursAgo(80), happened: 'unknown', ongoing: 'unknown', place: 'us' },
};

const assessment = {
  ...{ facts: 'An arrears list went to one stranger.', foundOut: 'The stranger rang.' },
  ...{ nature: ['confidentiality'], cause: 'email-wrong-recipient', cyber: 'no' },
  ...{ dataCategories: ['basic-identifiers', 'economic'], peopleCategories: ['customers'], people: 3 },
  ...{ consequences: 'Embarrassment, and fraud by telephone.', likelihood: 'likely', actions: 'Recalled.' },
  ...{ dpc: '3', ei: '1', cbConfidentiality: '0.25', cbIntegrity: '0', cbAvailability: '0', malicious: 'no' },
  ...{
    proposal: 'high-risk',
    reasons: 'Arrears are telling, and names are on the list.',
    others: ['police'],
  },
};

const notice = {
  ...{ whatHappened: 'A list with your name and arrears went to somebody else.', consequences: 'Fraud.' },
  ...{ measures: 'They deleted it.', advice: 'Trust no caller who knows your arrears.', others: 'none' },
};

/** Somebody whom the organisation knows, with one safe address. */
async function onRecord(name: string, value: string, more: object, flags: string[] = []): Promise<void> {
  const viewer = await house.real.staff('handler');
  const contacts = [{ id: 'email', kind: 'email', value, safety: 'safe', onFile: true } as const];
  const contents = { ...{ name, formerNames: [], references: [], contacts }, ...more };
  await house.real.register.people.create(viewer, { personType: 'tenant', contents, flags });
}

/** The words of a document, as the record keeps them. */
async function textOf(id: string): Promise<string> {
  const opened = await house.real.register.documents.content(id);
  return (await buffer(Readable.from(opened.content))).toString();
}

describe('a breach, worked by programs from the report to closure', () => {
  let reference: string;

  test('is reported by any employee, and its clock runs from the discovery they state (Art 33(1))', async () => {
    const wrong = await house.call('employee', '/cases/breach', {
      answers: { ...report, happened: 'at', happenedAt: hoursAgo(1) },
    });
    expect(wrong).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'discoveredAt' }] } } });
    const logged = await house.call('employee', '/cases/breach', { answers: report });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    expect(reference).toMatch(/^BR-\d{4}-\d{5}$/);
    const { json } = await house.call('dpo', `/cases/${reference}`);
    expect(Date.parse(String((json as { dueAt?: string }).dueAt))).toBe(
      Date.parse(report.discoveredAt) + 72 * 3_600_000,
    );
    expect((await house.call('employee', `/cases/${reference}`)).status).toBe(403);
  });

  test('triage confirms the moment with who and why, and names no controller that we are ourselves', async () => {
    const { id } = await house.task(reference, 'triage');
    const triage = {
      ...{ outcome: 'breach', summary: 'One list, one stranger.', awareAt: report.discoveredAt },
      ...{
        awareBasis: 'The stranger rang the desk, which was certain at once.',
        measures: ['wrong-recipient'],
      },
    };
    const own = { ...triage, role: 'processor', controllers: ['new-park-village'] };
    expect(await house.call('dpo', `/tasks/${id}`, { answers: own })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'controllers' }] } },
    });
    const { staffId: owner } = (await house.call('employee', '/me')).json as { staffId: string };
    const by = hoursAgo(-3);
    const given = (measure: string) => ({ ...triage, role: 'controller', given: [{ measure, owner, by }] });
    expect(await house.call('dpo', `/tasks/${id}`, { answers: given('recall') })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'given.0.measure' }] } },
    });
    const instructions = 'Ring the stranger, and ask them to delete it.';
    await house.finish('dpo', reference, 'triage', { ...given('wrong-recipient'), instructions });
  });

  test('a measure is carried out by whoever is named for it, who sees what is to be done and no more of the case', async () => {
    const { id, dueAt } = await house.task(reference, 'contain', 'wrong-recipient');
    expect(Date.parse(dueAt!) - Date.now()).toBeLessThan(3 * 3_600_000);
    const seen = await house.call('employee', `/tasks/${id}`);
    expect(JSON.stringify(seen.json)).toContain('Ring the stranger');
    expect(JSON.stringify(seen.json)).not.toContain('One list, one stranger.');
    expect((await house.call('employee', `/cases/${reference}`)).status).toBe(403);
    await house.finish('employee', reference, 'contain', {
      ...{ outcome: 'done', at: hoursAgo(0), evidence: 'They confirmed it in writing.' },
    });
  });

  test('is assessed, advised on by the DPO and decided by the accountable manager, with reasons', async () => {
    const higher = (as: 'handler' | 'dpo') =>
      house.call(as, `/cases/${reference}/actions/risk-higher`, { answers: { news: 'It was published.' } });
    expect(await higher('dpo')).toMatchObject({ status: 409, json: { error: { code: 'judged-now' } } });
    expect((await higher('handler')).status).toBe(403);
    await house.finish('handler', reference, 'assess', assessment);
    await house.finish('dpo', reference, 'dpo-advice', { advice: 'agree', reasons: 'The data are telling.' });
    const decision = { decision: 'high-risk', people: 'each', departs: 'no', reasons: 'As advised.' };
    const { id } = await house.task(reference, 'decide');
    expect((await house.call('dpo', `/tasks/${id}`, { answers: decision })).status).toBe(409);
    const excepted = { ...decision, people: 'unintelligible' };
    expect(await house.call('accountable-manager', `/tasks/${id}`, { answers: excepted })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'exceptionReasons' }] } },
    });
    // The 72 hours have passed: the reasons for the delay go into the pack that is made next (Art 33(1)).
    expect(await house.call('accountable-manager', `/tasks/${id}`, { answers: decision })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'delayReasons' }] } },
    });
    await house.finish('accountable-manager', reference, 'decide', {
      ...{ ...decision, delayReasons: 'The desk did not pass it on over the weekend.' },
    });
  });

  test('the reasons for the delay accompany the notification (Art 33(1))', async () => {
    const filing = { how: 'form', filedAt: hoursAgo(0), regulatorReference: 'IC-123456', complete: 'yes' };
    const { id } = await house.task(reference, 'file-notification');
    const { documents } = (await house.call('dpo', `/cases/${reference}/documents`)).json as {
      documents: { id: string; purpose: string }[];
    };
    const pack = documents.find(({ purpose }) => purpose === 'notification')!;
    expect(await textOf(pack.id)).toContain('The desk did not pass it on over the weekend.');
    expect((await house.call('handler', `/tasks/${id}`, { answers: { ...filing, how: '' } })).status).toBe(
      422,
    );
    await house.finish('handler', reference, 'file-notification', filing);
  });

  test('the list of people is checked row by row, and each gets a letter with what the law wants in it (Art 34(2))', async () => {
    const { id } = await house.task(reference, 'prepare-notice');
    const faulty = {
      ...notice,
      people: 'name,email\nIvo Thorn,ivo.thorn@mail.test\n,nobody@mail.test\nAda Fenn,ada',
    };
    const refused = await house.call('handler', `/tasks/${id}`, { answers: faulty });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.json)).toContain(
      'Row 3: the name is missing. Row 4: the e-mail address is not one.',
    );
    await onRecord('Ivo Thorn', 'ivo.thorn@mail.test', { agreesToPlainEmail: true });
    await onRecord('Ada Fenn', 'ada@mail.test', {}, ['domestic-abuse']);
    const people =
      'name,email,what\nIvo Thorn,ivo.thorn@mail.test,"your name and arrears"\nAda Fenn,a.fenn@mail.test,arrears\nSol Reed,sol@mail.test,arrears';
    const unseen = await house.call('handler', `/tasks/${id}`, { answers: { ...notice, people } });
    expect(unseen).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'waitSeen' }] } } });
    expect(JSON.stringify(unseen.json)).toContain(
      'person 2: somebody of that name or address is flagged on record; person 3: what it says may not go',
    );
    await house.finish('handler', reference, 'prepare-notice', { ...notice, people, waitSeen: true });
    const mail = await house.real.mail.waitFor(
      ({ subject }) => subject === `About your personal data, ${reference}`,
    );
    expect(mail.recipients).toEqual(['ivo.thorn@mail.test']);
    expect(mail.text).toContain('your name and arrears');
    expect(mail.text).toContain('Trust no caller who knows your arrears.');
    // Arrears do not go by plain e-mail without agreement, and nothing goes by itself to somebody flagged on record.
    for (const item of ['2', '3']) {
      expect((await house.task(reference, 'tell-person', item)).need).toBe('posting');
      const posted = { postedOn: today(), checkedAddress: true };
      await house.finish('handler', reference, 'tell-person', posted, item);
    }
    const recipients = (await house.real.mail.messages()).flatMap((one) => one.recipients);
    expect(recipients).not.toEqual(expect.arrayContaining(['a.fenn@mail.test']));
    expect(recipients).not.toEqual(expect.arrayContaining(['sol@mail.test']));
    await house.finish('handler', reference, 'tell-other', {
      ...{ outcome: 'told', at: hoursAgo(0), theirReference: 'CR-77', note: 'Reported on 101.' },
    });
  });

  test('lessons end in an action with somebody and a day, and the case is closed when it is done', async () => {
    const dpo = (await house.call('dpo', '/me')).json as { id?: string; staffId?: string };
    await house.finish('dpo', reference, 'lessons', {
      ...{
        rootCause: 'Two files with one name.',
        effects: 'None so far.',
        remedial: 'Deleted by the stranger.',
      },
      actions: [{ what: 'Warn before files go outside.', owner: dpo.id ?? dpo.staffId, due: '2027-01-29' }],
      again: 'no',
    });
    const { id } = await house.task(reference, 'carry-out-action', '1');
    expect(JSON.stringify((await house.call('dpo', `/tasks/${id}`)).json)).toContain(
      'Warn before files go outside.',
    );
    await house.finish('dpo', reference, 'carry-out-action', { outcome: 'done', evidence: 'Switched on.' });
    await house.finish('dpo', reference, 'close-case', { confirmed: true });
    expect(await house.outcome(reference)).toBe('notified-and-told');
  });

  test('the register has its facts, its effects and what was done, for the auditor as well (Art 33(5))', async () => {
    const { staffId, organisationId } = await house.real.staff('auditor');
    const [entry] = await house.real.register.breaches.register({
      staffId,
      organisationId,
      roles: ['auditor'],
    });
    expect(entry).toMatchObject({
      ...{
        reference,
        title: report.title,
        what: 'breach',
        decision: 'high-risk',
        peopleTold: 'each',
        people: 3,
      },
      ...{ facts: assessment.facts, effects: 'None so far.', remedial: 'Deleted by the stranger.' },
      ...{ regulatorReference: 'IC-123456', rootCause: 'Two files with one name.', severity: 3.25 },
      delayReasons: 'The desk did not pass it on over the weekend.',
    });
    expect(entry?.notifiedAt?.slice(0, 10)).toBe(today());
  });

  test('the notification pack is a tagged PDF, with a title and a language, for whoever has it read aloud', async () => {
    const documents = await house.real.register.documents.ofCase(reference);
    const { id } = documents.find(({ purpose }) => purpose === 'notification-pdf')!;
    const { content } = await house.real.register.documents.content(id);
    const { title, language, marked, structure } = await accessibleParts(
      await buffer(Readable.from(content)),
    );
    expect([language, marked]).toEqual(['en-GB', true]);
    expect(title).toContain(reference);
    expect(structure).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']));
  });
});

describe('the register as a table for a spreadsheet', () => {
  test('has every breach word for word, and says of each near miss that it is one; the page shows those apart', async () => {
    const words = '=SUM(A1) was in the subject, "quoted",\nand nobody read it.';
    const { json } = await house.call('employee', '/cases/breach', {
      answers: { ...report, title: '=1+1, nearly sent', request: words },
    });
    const nearMiss = String(json.reference);
    await house.finish('dpo', nearMiss, 'triage', {
      ...{ outcome: 'near-miss', summary: 'It was held back.', reasons: 'It never left the house.' },
    });
    const dpo = await signedIn(house.url, await member(house.real.register, ['dpo', 'governance-officer']));
    const table = await dpo.fetch('/registers/breaches.csv');
    expect(table.headers.get('content-type')).toContain('text/csv');
    const rows = parse(await table.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.Reference, row['Breach or near miss']])).toEqual([
      [nearMiss, 'A near miss'],
      [expect.stringMatching(/^BR-/), 'A personal data breach, or it may be one'],
    ]);
    // What a spreadsheet would take for a formula is plain text.
    expect(rows[0]).toMatchObject({ 'What it is': "'=1+1, nearly sent", Facts: `'${words}` });
    expect(rows[1]).toMatchObject({
      ...{ 'What it is': report.title, Facts: assessment.facts, 'People, about': '3' },
      ...{ 'Remedial action': 'Deleted by the stranger.', Decision: 'A high risk is likely' },
    });
    const { html } = await dpo.get('/registers/breaches');
    const apart = html.slice(html.indexOf('Near misses'));
    expect([apart.includes(nearMiss), apart.includes(String(rows[1]!.Reference))]).toEqual([true, false]);
  });
});
