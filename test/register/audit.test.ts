import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestRecord } from './support/record';
import { entered, left, Run, testRecord } from './support/record';

let record: TestRecord;
beforeEach(async () => void (record = await testRecord()));
afterEach(() => record.close());

/** A case with five events, changed past the register by somebody who switched the trigger off. */
async function tamperedCase(
  change: string,
  values: (reference: string) => unknown[] = () => [],
): Promise<string> {
  const { reference } = await record.open();
  const run = await Run.claim(record, reference);
  await run.write(entered('acknowledge#1'), left('acknowledge#1'), entered('triage#1'), left('triage#1'));
  await record.sql('ALTER TABLE event DISABLE TRIGGER event_append_only');
  await record.sql(change, values(reference));
  return reference;
}

describe('The hash chain', () => {
  it('of every case is whole as the product writes it', async () => {
    await record.open();
    const { reference } = await record.open();
    await (
      await Run.claim(record, reference)
    ).write(
      entered('triage#1'),
      left('triage#1', { clock: [{ type: 'identity-requested', at: '2026-11-02' }] }),
    );
    expect(await record.register.audit.verifyChain()).toEqual({ ok: true, cases: 2, events: 4 });
  });

  it.each([
    ['data', `UPDATE event SET data = '{"route":"forward"}' WHERE sequence = 3`, 3, /changed after/],
    [
      'date of effect',
      `UPDATE event SET "effectiveAt" = "effectiveAt" - interval '1 day' WHERE sequence = 3`,
      3,
      /changed after/,
    ],
    ['actor', `UPDATE event SET "actorId" = gen_random_uuid() WHERE sequence = 1`, 1, /changed after/],
    [
      'clock',
      `UPDATE event SET clock = '[{"type":"extended","at":"2026-11-03"}]' WHERE sequence = 4`,
      4,
      /changed after/,
    ],
    ['key', `UPDATE event SET key = 'other' WHERE sequence = 2`, 2, /changed after/],
    ['hash', `UPDATE event SET hash = '\\x00' WHERE sequence = 2`, 2, /changed after/],
  ])('breaks at the event whose %s was changed', async (_what, change, sequence, why) => {
    const reference = await tamperedCase(change);
    expect(await record.register.audit.verifyChain()).toEqual({
      ok: false,
      reference,
      sequence,
      why: expect.stringMatching(why),
    });
  });

  it.each([
    ['in the middle', 'DELETE FROM event WHERE sequence = 3', 3, /missing/],
    ['at the end', 'DELETE FROM event WHERE sequence = 5', 5, /last events are missing/],
  ])('breaks where an event was taken away %s', async (_where, change, sequence, why) => {
    const reference = await tamperedCase(change);
    expect(await record.register.audit.verifyChain(reference)).toMatchObject({
      ok: false,
      sequence,
      why: expect.stringMatching(why),
    });
  });

  it('breaks when a whole chain was made anew for another case', async () => {
    const other = await record.open();
    const reference = await tamperedCase(
      `UPDATE event SET "caseId" = $1, sequence = sequence + 1, key = key || ' moved' WHERE "caseId" <> $1`,
      () => [other.caseId],
    );
    const verdict = await record.register.audit.verifyChain();
    expect(verdict).toMatchObject({ ok: false });
    expect([reference, other.reference]).toContain('reference' in verdict ? verdict.reference : '');
  });

  it('of an unknown case is no answer', async () => {
    await expect(record.register.audit.verifyChain('SAR-2026-99999')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('npm run audit:verify', () => {
  const verify = (...args: string[]) => {
    const command = ['--import', 'tsx', join(__dirname, '../../commands/audit-verify.ts'), ...args];
    const env = { ...process.env, DATABASE_URL: record.url };
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
    return { status, stdout: stdout.trim(), stderr: stderr.trim() };
  };

  it('says that the log is whole, and names the first broken link with exit code 1', async () => {
    await record.open();
    expect(verify()).toEqual({
      status: 0,
      stderr: '',
      stdout: 'The log is whole: 1 events of 1 cases follow from one another.',
    });
    const reference = await tamperedCase(
      `UPDATE event SET data = '{}' WHERE sequence = 1 AND "caseId" = (SELECT id FROM "case" ORDER BY reference DESC LIMIT 1)`,
    );
    expect(verify(reference)).toEqual({
      ...{ status: 1, stderr: '' },
      stdout: `The log is broken at event 1 of ${reference}: it was changed after it was recorded.`,
    });
    expect(JSON.parse(verify('--json').stdout)).toMatchObject({ ok: false, reference, sequence: 1 });
  });

  it('ends with exit code 2 and one line for an unknown case or flag', () => {
    expect(verify('SAR-2026-99999')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no case SAR-2026-99999.',
    });
    expect(verify('--all')).toMatchObject({ status: 2, stdout: '' });
  });
});
