import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { sectionsWritten } from '../support/assessment';
import { accessibleParts } from '../support/pdf';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { member, ORGANISATION, signedIn } from './support/staff';

let house: Programs;

beforeAll(async () => {
  house = await programs([
    ...(['employee', 'project-lead', 'handler', 'governance-officer'] as const),
    ...(['dpo', 'accountable-manager', 'auditor'] as const),
  ]);
});
afterAll(() => house?.stop());

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const advice = {
  measures: [{ measure: 'Blur the doors of flats.', verdict: 'sufficient' }],
  ...{ residual: 'not-high', next: 'on', advice: 'proceed', reasons: 'The measures are enough.' },
};

describe('an impact assessment, worked by programs from the idea to the end of the project', () => {
  let reference: string;
  let base: string;
  const owners = async () => (await house.real.register.staff.colleagues(ORGANISATION)).map(({ id }) => id);

  test('is started by any employee, who leads it', async () => {
    const answers = {
      title: 'Cameras in the lifts',
      request: 'Cameras in two blocks.',
      controller: ORGANISATION,
    };
    const logged = await house.call('employee', '/cases/impact-assessment', { answers });
    expect(logged).toMatchObject({ status: 201, json: { started: true } });
    reference = String(logged.json.reference);
    base = `/cases/${reference}/assessment`;
    expect(reference).toMatch(/^DPIA-\d{4}-\d{5}$/);
  });

  test('is seen by its project lead and those who govern, and by no other employee', async () => {
    expect((await house.call('employee', `/cases/${reference}`)).status).toBe(200);
    expect((await house.call('dpo', `/cases/${reference}`)).status).toBe(200);
    for (const path of [`/cases/${reference}`, base, `${base}/risks`])
      expect([403, 404]).toContain((await house.call('project-lead', path)).status);
    expect((await house.call('auditor', base)).status).toBe(403);
  });

  test('is required for every new project where the profile says so', async () => {
    await house.finish('employee', reference, 'screen', { newSystem: 'no', reasons: 'It is small.' });
    await house.task(reference, 'write-assessment');
    const page = await house.call('dpo', `/cases/${reference}`);
    expect(page.json.stage).toBe('assessing');
  });

  test('cannot be submitted before every section is written', async () => {
    const { id } = await house.task(reference, 'write-assessment');
    const early = await house.call('employee', `/tasks/${id}`, { answers: { complete: true } });
    expect(early).toMatchObject({
      status: 422,
      json: {
        error: { fields: [{ field: 'complete', message: expect.stringContaining('Not written yet') }] },
      },
    });
  });

  test('is written section by section, each checked by itself', async () => {
    for (const [name, answers] of Object.entries(sectionsWritten))
      expect(await house.call('employee', `${base}/${name}`, { answers })).toMatchObject({ status: 200 });
    const wrong = await house.call('employee', `${base}/consultation`, { answers: { sought: 'no' } });
    expect(wrong).toMatchObject({ status: 422, json: { error: { fields: [{ field: 'whyNot' }] } } });
    const none = { measures: [{ risk: 7, measure: 'Nothing', state: 'in-place' }] };
    const astray = await house.call('employee', `${base}/measures`, { answers: none });
    expect(astray).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'measures.0.risk' }] } },
    });
  });

  test('takes a drawing of the flow of data from its project lead, and from no other employee', async () => {
    const file = { name: 'flow.png', bytes: 4, purpose: 'evidence' };
    const at = `/cases/${reference}/documents`;
    const announced = await house.call('employee', `${at}/uploads`, file);
    expect(announced.status).toBe(201);
    expect([403, 404]).toContain((await house.call('project-lead', `${at}/uploads`, file)).status);
    const { documents } = (await house.call('employee', at)).json as { documents: object[] };
    expect(documents).toMatchObject([{ id: announced.json.id, name: 'flow.png', purpose: 'evidence' }]);
  });

  test('shows both texts where two people changed the same section, and loses neither', async () => {
    const first = await house.call('employee', `${base}/purposes`);
    const { basedOn } = first.json;
    const of = (purposes: string) => ({ ...sectionsWritten.purposes, purposes, basedOn });
    expect(
      (await house.call('governance-officer', `${base}/purposes`, { answers: of('To stop damage.') })).status,
    ).toBe(200);
    const second = await house.call('employee', `${base}/purposes`, { answers: of('To repair sooner.') });
    expect(second).toMatchObject({
      status: 409,
      json: { error: { code: 'changed', meanwhile: { values: { purposes: 'To stop damage.' } } } },
    });
    const { meanwhile } = second.json.error as { meanwhile: { id: string } };
    const both = { ...of('To stop damage, and to repair sooner.'), basedOn: meanwhile.id };
    expect((await house.call('employee', `${base}/purposes`, { answers: both })).status).toBe(200);
    const { json } = await house.call('employee', `${base}/purposes`);
    const versions = json.versions as { values: { purposes: string } }[];
    expect(versions.map(({ values }) => values.purposes)).toEqual([
      'To find out who damages the lifts.',
      'To stop damage.',
      'To stop damage, and to repair sooner.',
    ]);
  });

  test('has no summary for publication before it is approved', async () => {
    expect((await house.call('dpo', `${base}/summary`)).status).toBe(404);
  });

  test('is reviewed and advised on measure by measure, as often as needed', async () => {
    await house.finish('employee', reference, 'write-assessment', { complete: true });
    await house.finish('governance-officer', reference, 'governance-review', { outcome: 'complete' });
    const { id } = await house.task(reference, 'dpo-advice');
    const begun = await house.call('dpo', `/tasks/${id}`);
    expect(begun.json.starting).toMatchObject({ measures: [{ measure: 'Blur the doors of flats.' }] });
    const more = {
      ...advice,
      measures: [{ ...advice.measures[0], verdict: 'more', reason: 'And the lobby?' }],
    };
    expect(await house.call('dpo', `/tasks/${id}`, { answers: more })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'next' }] } },
    });
    await house.finish('dpo', reference, 'dpo-advice', { ...more, next: 'back' });

    const [owner] = await owners();
    const measures = [
      ...(sectionsWritten.measures.measures as object[]),
      { risk: 1, measure: 'Turn the lobby camera away.', state: 'planned', owner, dueOn: later(30) },
    ];
    const { json } = await house.call('employee', `${base}/measures`);
    const saved = await house.call('employee', `${base}/measures`, {
      answers: { measures, basedOn: json.basedOn },
    });
    expect(saved.status).toBe(200);
    await house.finish('employee', reference, 'write-assessment', { complete: true });
    await house.finish('governance-officer', reference, 'governance-review', { outcome: 'complete' });
    const judged = [...advice.measures, { measure: 'Turn the lobby camera away.', verdict: 'sufficient' }];
    await house.finish('dpo', reference, 'dpo-advice', {
      ...advice,
      measures: judged,
      advice: 'do-not-proceed',
    });
  });

  test('is signed off by the accountable manager, who says why the advice is overridden (Art 35(2))', async () => {
    const { id } = await house.task(reference, 'sign-off');
    const lead = await house.call('employee', `/tasks/${id}`, {
      answers: { decision: 'approve', advice: 'accept' },
    });
    expect(lead.status).toBe(409);
    const { json } = await house.call('accountable-manager', `/tasks/${id}`);
    const { actions } = json.starting as { actions: object[] };
    expect(actions).toMatchObject([{ action: 'Turn the lobby camera away.', dueOn: later(30) }]);
    const approval = { decision: 'approve', advice: 'accept', actions };
    expect(await house.call('accountable-manager', `/tasks/${id}`, { answers: approval })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'advice' }] } },
    });
    const reasons = 'The harm to residents without working lifts is greater.';
    await house.finish('accountable-manager', reference, 'sign-off', {
      ...approval,
      advice: 'override',
      reasons,
    });
  });

  test('comes into force, is filed as PDF, and its measures are followed to the end', async () => {
    // A change reported before the decision was read is kept, and reviewed as soon as it was (Art 35(11)).
    await house.task(reference, 'note-decision');
    const early = await house.call('dpo', `/cases/${reference}/actions/report-risk-change`, {
      answers: { what: 'The blocks were sold.' },
    });
    expect(early.status).toBe(200);
    await house.finish('employee', reference, 'note-decision', { startsOn: later(40), read: true });
    const { id } = await house.task(reference, 'review-assessment');
    const shown = (await house.call('employee', `/tasks/${id}`)).json;
    expect(JSON.stringify(shown.shows)).toContain('The blocks were sold.');
    const keep = { asAssessed: 'yes', riskChanged: 'no', outcome: 'keep', reasons: 'The buyer takes over.' };
    expect(await house.call('employee', `/tasks/${id}`, { answers: keep })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'outcome', message: expect.stringContaining('DPO') }] } },
    });
    await house.finish('governance-officer', reference, 'review-assessment', keep);
    const { json } = await house.call('dpo', `/cases/${reference}`);
    expect(json.stage).toBe('in-force');
    const { documents } = (await house.call('dpo', `/cases/${reference}/documents`)).json as {
      documents: { purpose: string }[];
    };
    expect(documents.map(({ purpose }) => purpose).sort()).toEqual([
      'assessment',
      'assessment-summary',
      'evidence',
    ]);
    const measure = await house.task(reference, 'carry-out-measure');
    const { staffId } = (await house.call('project-lead', '/me')).json as { staffId: string };
    await house.call('governance-officer', `/cases/${reference}/actions/name-owner`, {
      answers: { measure: measure.step, owner: staffId, reasons: 'She has the key.' },
    });
    const uploads = `/cases/${reference}/tasks/${measure.id}/documents/uploads`;
    const photograph = { name: 'camera.png', bytes: 4 };
    expect((await house.call('project-lead', uploads, photograph)).status).toBe(201);
    const elsewhere = `/cases/${reference}/documents/uploads`;
    const same = { ...photograph, purpose: 'evidence' };
    expect([403, 404]).toContain((await house.call('project-lead', elsewhere, same)).status);
    const listed = (await house.call('dpo', `/cases/${reference}/documents`)).json.documents as object[];
    expect(listed.at(-1)).toMatchObject({
      ...{ name: 'camera.png', purpose: 'evidence', description: 'Carry out the measure: Measure 1' },
    });
    const evidence = 'A photograph of the camera as it now stands.';
    await house.finish('governance-officer', reference, 'carry-out-measure', {
      ...{ outcome: 'done', doneOn: today(), evidence },
    });
  });

  test('has a summary for publication without risks, measures or systems', async () => {
    const { json } = await house.call('dpo', `${base}/summary`);
    const text = JSON.stringify(json);
    expect(text).toContain('To stop damage, and to repair sooner.');
    for (const secret of [
      'A neighbour sees',
      'lobby camera',
      'Housing management',
      'recorder in the basement',
    ])
      expect(text).not.toContain(secret);
  });

  test('is filed as tagged PDF with a title and a language, and so is its summary', async () => {
    const { documents } = house.real.register;
    for (const purpose of ['assessment', 'assessment-summary']) {
      const { id } = (await documents.ofCase(reference)).find((one) => one.purpose === purpose)!;
      const { content } = await documents.content(id);
      const pdf = await accessibleParts(await buffer(Readable.from(content)));
      expect([purpose, pdf.language, pdf.marked]).toEqual([purpose, 'en-GB', true]);
      expect(pdf.title).toContain('Cameras in the lifts');
      expect(pdf.structure).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']));
      if (purpose === 'assessment')
        expect(pdf.structure).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'Figure']));
    }
  });

  test('stands in the central log as a table for a spreadsheet', async () => {
    const officer = await signedIn(
      house.url,
      await member(house.real.register, ['governance-officer', 'dpo']),
    );
    const table = await officer.fetch('/registers/impact-assessments.csv');
    expect(table.headers.get('content-type')).toContain('text/csv');
    const rows = parse(await table.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toMatchObject([
      {
        ...{ Reference: reference, Project: 'Cameras in the lifts', State: 'In force' },
        ...{ 'Full assessment required': 'yes', 'Risk that remains': 'Medium', Approved: today() },
        ...{ 'Measures open': '0', 'Started without approval': 'no', 'Planned start': later(40) },
      },
    ]);
    const none = await officer.fetch('/registers/impact-assessments.csv?state=not-required');
    expect(parse(await none.text(), { bom: true, columns: true })).toEqual([]);
  });

  test('stands in the central log with what was decided', async () => {
    const { json } = await house.call('auditor', '/registers/impact-assessments');
    expect(json.assessments).toMatchObject([
      {
        reference,
        title: null,
        stage: 'in-force',
        required: true,
        residual: 'medium',
        openMeasures: 0,
        startedUnapproved: false,
      },
    ]);
    const { assessments } = (await house.call('dpo', '/registers/impact-assessments')).json as {
      assessments: { title: string; approvedOn: string; reviewOn: string }[];
    };
    expect(assessments).toMatchObject([{ title: 'Cameras in the lifts', approvedOn: today() }]);
    expect(assessments[0]!.reviewOn > later(360)).toBe(true);
  });

  test('begins another assessment that is built on it, without its owners and dates', async () => {
    const answers = { title: 'Cameras in the yard', request: 'One camera.', controller: ORGANISATION };
    const { json } = await house.call('employee', '/cases/impact-assessment', { answers });
    const other = String(json.reference);
    await house.finish('employee', other, 'screen', { newSystem: 'yes', reasons: 'New.' });
    await house.task(other, 'write-assessment');
    const from = await house.call('employee', `/cases/${other}/assessment/description?from=${reference}`);
    expect(from.json.starting).toMatchObject({ what: sectionsWritten.description.what, from: reference });
    const stranger = await house.call(
      'project-lead',
      `/cases/${other}/assessment/description?from=${reference}`,
    );
    expect([403, 404]).toContain(stranger.status);
    const record = await house.call(
      'employee',
      `/cases/${other}/assessment/description?record=tenancy-management`,
    );
    expect(String((record.json.starting as { what: string }).what)).toContain('managing tenancies');
    const sharing = await house.call(
      'employee',
      `/cases/${other}/assessment/sharing?record=tenancy-management`,
    );
    const { processors } = sharing.json.starting as { processors: { name: string }[] };
    expect(processors.map(({ name }) => name)).toContain(
      house.real.register.organisations.get(ORGANISATION).recipients.find(({ id }) => id === 'contractors')
        ?.name,
    );
  });

  test('under conditions of the regulator, each condition becomes an action that is followed to its end (Art 36(2))', async () => {
    const answers = { title: 'Faces at the door', request: 'Recognition.', controller: ORGANISATION };
    const other = String(
      (await house.call('employee', '/cases/impact-assessment', { answers })).json.reference,
    );
    await house.finish('employee', other, 'screen', { newSystem: 'yes', reasons: 'New.' });
    await house.task(other, 'write-assessment');
    for (const [name, written] of Object.entries(sectionsWritten))
      await house.call('employee', `/cases/${other}/assessment/${name}`, { answers: written });
    await house.finish('employee', other, 'write-assessment', { complete: true });
    await house.finish('governance-officer', other, 'governance-review', { outcome: 'complete' });
    await house.finish('dpo', other, 'dpo-advice', { ...advice, residual: 'high' });
    await house.finish('dpo', other, 'submit-consultation', { on: today(), checked: true });
    const [owner] = await owners();
    const condition = { condition: 'Keep no template of a face.', owner, dueOn: later(20) };
    await house.finish('dpo', other, 'record-advice', {
      ...{ on: today(), outcome: 'conditions', conditions: [condition], advice: 'Under one condition.' },
    });
    const { id } = await house.task(other, 'sign-off');
    const approval = { decision: 'approve', advice: 'accept' };
    expect(await house.call('accountable-manager', `/tasks/${id}`, { answers: approval })).toMatchObject({
      status: 422,
      json: {
        error: { fields: [{ field: 'leftOutReasons', message: expect.stringContaining('no template') }] },
      },
    });
    const { starting } = (await house.call('accountable-manager', `/tasks/${id}`)).json;
    const { actions } = starting as { actions: object[] };
    await house.finish('accountable-manager', other, 'sign-off', { ...approval, actions });
    const measure = await house.task(other, 'carry-out-measure', '1');
    expect(measure.assigneeId).toBe(owner);
    expect(JSON.stringify((await house.call('dpo', `/tasks/${measure.id}`)).json)).toContain(
      'no template of a face',
    );
    const evidence = 'The supplier confirmed it in writing.';
    await house.finish('dpo', other, 'carry-out-measure', { outcome: 'done', doneOn: today(), evidence });
    const { tasks } = (await house.call('dpo', `/cases/${other}`)).json as {
      tasks: { element: string; state: string }[];
    };
    expect(tasks.filter(({ element, state }) => element === 'carry-out-measure' && state === 'open')).toEqual(
      [],
    );
  });

  /** The lead leaves: what waits for them waits for somebody else, who now reads the case; they no longer do. */
  async function handOver(): Promise<void> {
    const { staffId: lead } = (await house.call('project-lead', '/me')).json;
    const answers = { lead, reasons: 'The lead moves to another team.' };
    const path = `/cases/${reference}/actions/hand-over`;
    expect((await house.call('employee', path, { answers })).status).toBe(403);
    expect((await house.call('dpo', path, { answers })).status).toBe(200);
    expect((await house.task(reference, 'review-assessment')).assigneeId).toBe(lead);
    expect((await house.call('project-lead', base)).status).toBe(200);
    for (const at of [`/cases/${reference}`, base])
      expect([403, 404]).toContain((await house.call('employee', at)).status);
    expect(await house.call('dpo', path, { answers })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'lead' }] } },
    });
  }

  test('is reviewed at once when its lead reports a change of risk, handed over to another lead, and closed when the project ends', async () => {
    const reported = await house.call('employee', `/cases/${reference}/actions/report-risk-change`, {
      answers: { what: 'The supplier was bought.' },
    });
    expect(reported.status).toBe(200);
    const { id } = await house.task(reference, 'review-assessment');
    await handOver();
    const keep = { asAssessed: 'yes', riskChanged: 'yes', outcome: 'keep', reasons: 'Looked at.' };
    expect(await house.call('project-lead', `/tasks/${id}`, { answers: keep })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'outcome' }] } },
    });
    const ended = await house.call('project-lead', `/cases/${reference}/actions/end-project`, {
      answers: { on: today() },
    });
    expect(ended.status).toBe(200);
    await house.finish('project-lead', reference, 'close-case', { data: 'Deleted.', confirmed: true });
    expect(await house.outcome(reference)).toBe('approved');
  });
});
