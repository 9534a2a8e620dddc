import type { Desk, OpenCase } from './desk';
import { desk } from './desk';

let d: Desk;
beforeAll(async () => {
  d = await desk();
  for (const role of ['governance-officer', 'dpo', 'accountable-manager'] as const) await d.staff(role);
});
afterAll(() => d.stop());
beforeEach(() => d.mail.clear());

/** Tells of the point, and answers the mails that came of it. */
async function tell(c: OpenCase, point: string) {
  const { told } = await d.activities.tell(c.ref('deadline-near#1/tell#1', { point }));
  return d.mails(c.reference, Number(told));
}

describe('Escalation', () => {
  test('tells those whom the ladder names, each once, with a link and nobody’s name', async () => {
    const c = await d.open();
    const mails = await tell(c, 'one-day@2026-12-18');
    const told = mails.flatMap(({ recipients }) => recipients);
    expect(told).toEqual(
      expect.arrayContaining(['governance-officer@new-park-village.test', 'dpo@new-park-village.test']),
    );
    expect(new Set(told).size).toBe(told.length);
    for (const { source, text } of mails) {
      expect(text).toContain(`http://custodian.test/cases/${c.reference}`);
      expect(source).not.toMatch(/Wren|Ashdown|leak|mail\.test/i);
    }
  });

  test('says by when it is due, and reaches the accountable manager once it is overdue', async () => {
    const long = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
    const c = await d.open({ receivedOn: long });
    const mails = await tell(c, 'overdue@2026-12-22');
    expect(mails.flatMap(({ recipients }) => recipients)).toContain(
      'accountable-manager@new-park-village.test',
    );
    expect(mails[0]?.subject).toBe(`${c.reference}: is overdue`);
    expect(mails[0]?.text).toMatch(/It was due on \d{1,2} \w+ \d{4}, \d+ working days ago/);
  });

  test('tells an absent colleague’s deputy instead', async () => {
    const dpo = await d.staff('dpo');
    const deputy = await d.staff('governance-officer');
    const today = new Date().toISOString().slice(0, 10);
    await d.register.staff.setAbsence(dpo.staffId, dpo.organisationId, {
      from: today,
      until: null,
      deputyId: deputy.staffId,
    });
    const c = await d.open();
    const told = (await tell(c, 'one-day@2026-12-18')).flatMap(({ recipients }) => recipients);
    expect(told).not.toContain('dpo@new-park-village.test');
    expect(told).toContain('governance-officer@new-park-village.test');
    await d.register.staff.setAbsence(dpo.staffId, dpo.organisationId, null);
  });

  test('of a restricted case tells only who may know of it, and no shared mailbox', async () => {
    const handler = await d.staff('handler');
    const c = await d.open({ restrictedTo: [handler.staffId] });
    expect(
      await d.activities.tell(c.ref('deadline-near#1/tell#1', { point: 'one-day@2026-12-18' })),
    ).toMatchObject({ told: 0 });
  });

  test('a chaser reaches whoever handles the case about a task without a system, in the words of a wait', async () => {
    const c = await d.open();
    const step = 'check-identity#1';
    const asked = { type: 'identity-requested', at: c.at } as const;
    await c.record({ key: 'asked', type: 'acted', action: 'note', clock: [asked] });
    await c.record({ key: `${step}:entered`, type: 'step-entered', step, element: 'check-identity' });
    await c.record({
      key: 'assigned',
      type: 'acted',
      action: 'assign',
      data: { assignee: c.viewer.staffId },
    });
    const mails = await tell(c, `chase.${step}@2026-12-18`);
    expect(mails.flatMap(({ recipients }) => recipients)).toContain('handler@new-park-village.test');
    expect(mails[0]?.text).toContain(
      'The task “Check who is asking” waits for an answer, which is expected by',
    );
    await d.mail.clear();
    const [towards] = await tell(c, 'ten-days@2026-12-18');
    expect(towards?.subject).toMatch(/is due on .* if our request is not upheld$/);
  });

  test('tells the same under the same Message-ID when it is tried again', async () => {
    const c = await d.open();
    const first = await tell(c, 'one-day@2026-12-18');
    await tell(c, 'one-day@2026-12-18');
    const all = await d.mails(c.reference, 2 * first.length);
    expect(all).toHaveLength(2 * first.length);
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(first.length);
  });
});

describe('The identity match', () => {
  test('answers counts, strength and reasons as codes, and nothing of anybody', async () => {
    const csv =
      'name,date_of_birth,address,reference\nWren Ashdown,1980-05-01,"1 Test Close, Wolverhampton WV1 1AA",T-4711\n';
    const imported = await d.register.people.importIndex('new-park-village', csv);
    expect(imported.faults).toBeUndefined();
    const c = await d.open({ person: { dateOfBirth: '1980-05-01', references: ['T-4711'] } });
    const answer = await d.activities.matchIdentity(c.ref('match-identity#1'));
    expect(answer).toMatchObject({ best: 'strong' });
    expect(answer.reasons).toEqual(expect.arrayContaining(['name-equal', 'date-of-birth-equal']));
    expect(JSON.stringify(answer)).not.toMatch(/Wren|Ashdown|1980|4711/);
  });
});
