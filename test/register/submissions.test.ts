import { randomUUID } from 'node:crypto';
import type { SubmissionInput } from '../../register/submissions';
import type { Viewer } from '../../register/viewer';
import type { TestRecord } from './support/record';
import { acted, MONDAY, noon, NOTTINGHAM, Run, testRecord } from './support/record';

let record: TestRecord;
let handler: Viewer;
let reference: string;
beforeAll(async () => {
  record = await testRecord();
  handler = await record.member(['handler']);
  ({ reference } = await record.open({ viewer: handler }));
});
afterAll(() => record.close());
beforeEach(() => record.turnTo(noon(MONDAY)));

const note = (change: Partial<SubmissionInput> = {}): SubmissionInput => ({
  ...{
    id: randomUUID(),
    viewer: handler,
    role: 'handler',
    reference,
    form: 'note',
    action: 'note',
    codes: { kind: 'call' },
  },
  ...{ personal: { note: 'They called again.' }, ...change },
});

describe('A submission', () => {
  it('is stored once; the same again is the same, and other answers under its id are refused', async () => {
    const input = note();
    const stored = await record.register.submissions.store(input);
    expect(await record.register.submissions.store(input)).toEqual(stored);
    const others = [
      { personal: { note: 'Other words.' } },
      { codes: { kind: 'visit' } },
      { effectiveAt: '2026-11-01' },
    ];
    for (const change of others) {
      await expect(record.register.submissions.store({ ...input, ...change })).rejects.toMatchObject({
        code: 'id-used-before',
      });
    }
    const read = await record.register.submissions.read(handler, input.id);
    expect(read).toMatchObject({ state: 'stored', personal: { note: 'They called again.' } });
  });

  it('is handled when the workflow’s event is recorded, also after it was refused in between', async () => {
    const input = note();
    await record.register.submissions.store(input);
    await record.register.submissions.settleRefused(input.id, { code: 'reloading', message: 'Try again.' });
    const run = await Run.claim(record, reference);
    await run.write(acted('note', {}, { key: input.id, submission: input.id, actor: handler.staffId }));
    const state = await record.register.submissions.state(handler.organisationId, input.id);
    expect(state).toMatchObject({ state: 'handled', refusal: null });
    const claimed = await record.register.recorder.claim({ reference, generation: 1, at: noon(MONDAY) });
    expect(claimed.handled).toContain(input.id);
    await record.register.submissions.settleRefused(input.id, { code: 'late', message: 'Too late.' });
    expect(await record.register.submissions.state(handler.organisationId, input.id)).toMatchObject({
      state: 'handled',
    });
    expect((await record.register.submissions.ofCase(reference, { form: 'note' })).at(-1)?.personal).toEqual(
      input.personal,
    );
  });

  it('that nothing has handled is pending as the very request that was made', async () => {
    const input = note({
      action: 'complete',
      form: 'triage',
      step: 'triage#1',
      codes: { route: 'answer' },
      effectiveAt: '2026-11-01',
    });
    await record.register.submissions.store(input);
    expect(await record.register.submissions.pending(noon(MONDAY))).not.toContainEqual(
      expect.objectContaining({ request: expect.objectContaining({ id: input.id }) }),
    );
    const pending = await record.register.submissions.pending('2026-11-02T12:00:30.000Z');
    expect(pending.find(({ request }) => request.id === input.id)).toEqual({
      ...{ reference, storedAt: noon(MONDAY) },
      request: {
        ...{ id: input.id, actor: handler.staffId, role: 'handler', action: 'complete', step: 'triage#1' },
        ...{ codes: { route: 'answer' }, effectiveAt: '2026-11-01' },
      },
    });
    await record.register.submissions.settleRefused(input.id, {
      code: 'case-closed',
      message: 'The case is closed.',
    });
    const after = await record.register.submissions.pending('2026-11-02T12:00:30.000Z');
    expect(after.some(({ request }) => request.id === input.id)).toBe(false);
  });

  it('is read by whoever wrote it and by case workers, and by nobody else', async () => {
    const input = note();
    await record.register.submissions.store(input);
    const read = (viewer: Viewer) => record.register.submissions.read(viewer, input.id);
    expect(await read(handler)).not.toBeNull();
    expect(await read(await record.member(['dpo']))).not.toBeNull();
    expect(await read(await record.member(['auditor']))).toBeNull();
    expect(await read(await record.member(['employee']))).toBeNull();
    expect(await read(await record.member(['dpo'], [], NOTTINGHAM))).toBeNull();
  });

  it('for a case of another organisation is refused as though there were none', async () => {
    const viewer = await record.member(['handler'], [], NOTTINGHAM);
    await expect(record.register.submissions.store(note({ viewer }))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
