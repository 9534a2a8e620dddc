import { sectionsWritten } from '../support/assessment';
import type { Programs } from './support/programs';
import { programs, today } from './support/programs';
import { ORGANISATION } from './support/staff';

let house: Programs;
let breach: string;

beforeAll(async () => {
  house = await programs([
    ...(['employee', 'data-holder', 'handler', 'governance-officer'] as const),
    ...(['dpo', 'accountable-manager', 'auditor'] as const),
  ]);
  const report = { title: 'A memory stick left on a bus', request: 'I left it on the bus.' };
  const unknown = { discovered: 'now', happened: 'unknown', ongoing: 'unknown', place: 'us' };
  const logged = await house.call('employee', '/cases/breach', { answers: { ...report, ...unknown } });
  breach = String(logged.json.reference);
});
afterAll(() => house?.stop());

const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

interface Linked {
  readonly links: readonly { readonly reference: string; readonly relation: string }[];
}

const linksOf = async (reference: string): Promise<Linked['links']> =>
  ((await house.call('dpo', `/cases/${reference}`)).json as unknown as Linked).links;

describe('an impact assessment that a breach calls into question (Art 35(11))', () => {
  let assessment: string;
  const review = (as: 'dpo' | 'accountable-manager', body: object) =>
    house.call(as, `/cases/${breach}/review-assessment`, body);

  test('is in force', async () => {
    const answers = { title: 'Memory sticks for visits', request: 'For tenants.', controller: ORGANISATION };
    const { json } = await house.call('employee', '/cases/impact-assessment', { answers });
    assessment = String(json.reference);
    await house.finish('employee', assessment, 'screen', { newSystem: 'no', reasons: 'It is small.' });
    await house.task(assessment, 'write-assessment');
    for (const [name, written] of Object.entries(sectionsWritten))
      await house.call('employee', `/cases/${assessment}/assessment/${name}`, { answers: written });
    await house.finish('employee', assessment, 'write-assessment', { complete: true });
    await house.finish('governance-officer', assessment, 'governance-review', { outcome: 'complete' });
    await house.finish('dpo', assessment, 'dpo-advice', {
      measures: [{ measure: 'Blur the doors of flats.', verdict: 'sufficient' }],
      ...{ residual: 'not-high', next: 'on', advice: 'proceed', reasons: 'The measures are enough.' },
    });
    await house.finish('accountable-manager', assessment, 'sign-off', {
      decision: 'approve',
      advice: 'accept',
    });
    await house.finish('employee', assessment, 'note-decision', { startsOn: later(7), read: true });
    expect((await house.call('dpo', `/cases/${assessment}`)).json.stage).toBe('in-force');
  });

  test('is reviewed by one click from the breach, which links the two; sent twice it is done once', async () => {
    const body = { id: crypto.randomUUID(), answers: { assessment } };
    expect((await review('dpo', body)).status).toBe(200);
    expect((await review('dpo', body)).status).toBe(200);
    const task = await house.task(assessment, 'review-assessment');
    expect(task.title).toBe('Review the assessment in force');
    expect(await linksOf(breach)).toMatchObject([{ reference: assessment, relation: 'related' }]);
    expect(await linksOf(assessment)).toMatchObject([{ reference: breach, relation: 'related' }]);
  });

  test('is not sent for review again while it is reviewed, nor by whoever links no cases, nor where there is none', async () => {
    expect(await review('dpo', { answers: { assessment } })).toMatchObject({
      status: 409,
      json: { error: { code: 'not-waiting' } },
    });
    expect((await review('accountable-manager', { answers: { assessment } })).status).toBe(403);
    expect(await review('dpo', { answers: { assessment: 'DPIA-1999-00001' } })).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'assessment' }] } },
    });
    const other = await house.call('dpo', `/cases/${assessment}/review-assessment`, {
      answers: { assessment },
    });
    expect(other.status).toBe(404);
  });
});

describe('a change of a project, reported by somebody who may not see its assessment (Art 35(11))', () => {
  const change = { what: 'The sticks are not encrypted any more.', fear: 'Anybody could read them.' };
  const report = (answers: object, as: 'data-holder' | 'auditor' = 'data-holder', id = crypto.randomUUID()) =>
    house.call(as, '/projects/changed', { id, answers });
  const inForce = async () => {
    const { json } = await house.call('dpo', '/registers/impact-assessments');
    return (json.assessments as { reference: string; stage: string }[]).find(
      ({ stage }) => stage === 'in-force',
    )!.reference;
  };
  /** What was last reported of it, for whoever reviews it. */
  const shown = async (reference: string) => {
    const { id } = await house.task(reference, 'review-assessment');
    return JSON.stringify((await house.call('dpo', `/tasks/${id}`)).json);
  };
  const keep = (reference: string) =>
    house.finish('dpo', reference, 'review-assessment', {
      ...{ asAssessed: 'yes', riskChanged: 'no', outcome: 'keep', reasons: 'Looked at.' },
    });

  test('begins the review at once where they choose the project by its name, and is one report however often it is sent', async () => {
    const assessment = await inForce();
    await keep(assessment);
    const id = crypto.randomUUID();
    const reviewed = { status: 200, json: { status: 'reviewed' } };
    expect(await report({ assessment, ...change }, 'data-holder', id)).toMatchObject(reviewed);
    expect(await report({ assessment, ...change }, 'data-holder', id)).toMatchObject(reviewed);
    expect(await shown(assessment)).toContain('The sticks are not encrypted any more.');
    expect([403, 404]).toContain((await house.call('data-holder', `/cases/${assessment}`)).status);
  });

  test('is refused without a word of which project it is, and to whoever reports nothing', async () => {
    expect(await report(change)).toMatchObject({
      status: 422,
      json: { error: { fields: [{ field: 'project' }] } },
    });
    expect(await report({ assessment: breach, ...change })).toMatchObject({ status: 422 });
    expect((await report({ project: 'The sticks', ...change }, 'auditor')).status).toBe(403);
  });

  test('waits for the governance officer where it is described in words, who finds its assessment by one click', async () => {
    const assessment = await inForce();
    await keep(assessment);
    const { status, json } = await report({ project: 'The sticks for visits', ...change });
    expect([status, json.status]).toEqual([201, 'to-match']);
    const waiting = String(json.reference);
    const task = await house.task(waiting, 'screen');
    expect([task.assigneeId, task.roles]).toEqual([null, expect.arrayContaining(['governance-officer'])]);
    expect([403, 404]).toContain((await house.call('data-holder', `/cases/${waiting}`)).status);

    const matched = await house.call('governance-officer', `/cases/${waiting}/review-assessment`, {
      answers: { assessment },
    });
    expect(matched.status).toBe(200);
    expect(await house.outcome(waiting)).toBe('abandoned');
    expect(await linksOf(waiting)).toMatchObject([{ reference: assessment, relation: 'related' }]);
    expect(await shown(assessment)).toContain('What is feared: Anybody could read them.');
  });

  test('is not lost where the assessment is being reviewed already', async () => {
    const assessment = await inForce();
    const { status, json } = await report({ assessment, ...change });
    expect([status, json.status]).toEqual([201, 'to-match']);
    const { contents } = (await house.call('dpo', `/cases/${String(json.reference)}`)).json as {
      contents: { title: string };
    };
    expect(contents.title).toBe('Memory sticks for visits');
  });
});

describe('what people ask on account of a breach', () => {
  const person = {
    ...{ subjectName: 'Marisol Fenwick', personType: 'tenant', channel: 'letter', requester: 'self' },
    ...{ contactPost: '4 Elm Row', receivedOn: today() },
  };

  test('is opened from it: a complaint about it, and a request that follows from it', async () => {
    const complaint = await house.call('dpo', `/cases/${breach}/open/complaint`, {
      answers: {
        ...{ ...person, request: 'My name was on that stick.', issues: [{ what: 'It was left on a bus.' }] },
        ...{ housing: 'no', acknowledgement: 'now' },
      },
    });
    expect(complaint).toMatchObject({ status: 201 });
    const asked = { ...person, request: 'What of mine was on it?' };
    const similar = await house.call('dpo', `/cases/${breach}/open/subject-access`, { answers: asked });
    expect(similar).toMatchObject({ status: 409, json: { error: { code: 'similar-people' } } });
    const [{ subjectId }] = (similar.json.error as { cases: [{ subjectId: string }] }).cases;
    const request = await house.call('dpo', `/cases/${breach}/open/subject-access`, {
      ...{ answers: asked, person: subjectId },
    });
    expect(request).toMatchObject({ status: 201 });
    expect(await linksOf(breach)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ reference: complaint.json.reference, relation: 'complaint-about' }),
        expect.objectContaining({ reference: request.json.reference, relation: 'follows' }),
      ]),
    );
    expect(await linksOf(String(request.json.reference))).toMatchObject([
      { reference: breach, relation: 'follows' },
    ]);
  });
});

describe('the registers for programs', () => {
  test('have every breach with its words, for those who may read the register (Art 33(5))', async () => {
    for (const role of ['dpo', 'auditor', 'accountable-manager'] as const) {
      const { status, json } = await house.call(role, '/registers/breaches');
      expect([status, json.breaches]).toMatchObject([
        200,
        [{ reference: breach, facts: 'I left it on the bus.' }],
      ]);
    }
    expect((await house.call('dpo', '/registers/breaches/trends')).json).toMatchObject({
      ...{ breaches: 1, nearMisses: 0, byCause: [{ id: 'unknown', count: 1 }], notifiedLate: 0 },
    });
    for (const path of ['/registers/breaches', '/registers/breaches/trends'])
      expect((await house.call('handler', path)).status).toBe(403);
  });

  test('have the log of impact assessments, with its filters', async () => {
    const count = async (query: string): Promise<number> => {
      const { json } = await house.call('auditor', `/registers/impact-assessments${query}`);
      return (json.assessments as unknown[]).length;
    };
    // Two reports of a change wait, or waited, to be matched.
    expect(await count('')).toBe(3);
    expect(await count('?state=not-required')).toBe(0);
    expect(await count('?state=in-force&residual=medium')).toBe(1);
    expect((await house.call('employee', '/registers/impact-assessments')).status).toBe(403);
  });

  test('are described', async () => {
    const described = (await (await fetch(`${house.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    expect(Object.keys(described.paths)).toEqual(
      expect.arrayContaining([
        ...['/registers/breaches', '/registers/breaches/trends', '/registers/impact-assessments'],
        ...['/cases/{reference}/review-assessment', '/projects/changed'],
      ]),
    );
  });
});
