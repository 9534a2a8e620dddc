import type { LetterContents, LetterDraft } from '../../register/letters';
import type { Viewer } from '../../register/viewer';
import type { TestRecord } from './support/record';
import { NOTTINGHAM, testRecord } from './support/record';

let record: TestRecord;
let handler: Viewer;
let reference: string;
beforeAll(async () => {
  record = await testRecord();
  handler = await record.member(['handler']);
  ({ reference } = await record.open({ viewer: handler }));
});
afterAll(() => record.close());

const words: LetterContents = {
  ...{
    subject: 'Your request',
    html: '<p>Thank you.</p>',
    text: 'Thank you.',
    addressee: ['Invented Person'],
    parts: {},
  },
};
const draft = (step: string): LetterDraft => ({
  ...{
    reference,
    step,
    letter: 'acknowledge',
    template: 'subject-access/acknowledge',
    templateHash: 'abc',
    contents: words,
    need: null,
  },
});

describe('A letter', () => {
  it('is made once for its step, whatever the second making says, also when two are made at once', async () => {
    const { letters } = record.register;
    const made = await Promise.all([1, 2, 3].map(() => letters.prepare(draft('acknowledge#1'))));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const again = await letters.prepare({
      ...draft('acknowledge#1'),
      contents: { ...words, text: 'Other words.' },
    });
    expect(again.contents.text).toBe('Thank you.');
  });

  it('can be edited until it is on its way, and never after', async () => {
    const { letters } = record.register;
    const { id, sha256 } = await letters.prepare(draft('respond#1'));
    const edited = await letters.change(id, {
      state: 'checked',
      contents: { ...words, text: 'Thank you again.' },
    });
    expect(edited.sha256).not.toBe(sha256);
    await letters.change(id, { state: 'sending', way: 'email', messageId: '<1@custodian.example>' });
    await expect(letters.change(id, { contents: words })).rejects.toMatchObject({ code: 'wrong-state' });
    const given = await letters.change(id, { state: 'given', givenAt: '2026-11-02T13:00:00Z' });
    expect(given).toMatchObject({
      state: 'given',
      givenAt: '2026-11-02T13:00:00.000Z',
      sha256: edited.sha256,
    });
    await expect(letters.change(id, { contents: words })).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('is shown exactly as kept, and each showing is on record', async () => {
    const { letters, cases } = record.register;
    const { id } = await letters.prepare(draft('closing-letter#1'));
    const auditor = await record.member(['auditor']);
    expect((await letters.show(auditor, id))?.contents).toEqual(words);
    const last = (await cases.events(handler, reference))?.at(-1);
    expect(last).toMatchObject({ type: 'letter-viewed', actorId: auditor.staffId, data: { id } });
    expect(await letters.show(await record.member(['dpo'], [], NOTTINGHAM), id)).toBeNull();
    expect(await letters.show(await record.member(['data-holder']), id)).toBeNull();
  });
});

describe('A link that leaves the house', () => {
  const issue = () =>
    record.register.links.issue({
      reference,
      purpose: 'download',
      target: 'a-document',
      expiresAt: '2026-11-09T12:00:00Z',
    });

  it('opens with its code, counts each use, and keeps neither token nor code', async () => {
    const { links } = record.register;
    const { token, code, id } = await issue();
    expect(code).toMatch(/^\d{6}$/);
    expect(await links.open(token, code)).toMatchObject({ opened: { id, uses: 1, reference } });
    expect(await links.open(token, code)).toMatchObject({ opened: { uses: 2 } });
    const rows = await record.sql('SELECT to_jsonb(l) AS row FROM access_link l');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(`"${code}"`);
  });

  it('is locked for good after five wrong codes, even for guesses made at once', async () => {
    const { links, cases } = record.register;
    const { token, code } = await issue();
    const wrong = code === '000000' ? '000001' : '000000';
    const answers = await Promise.all(Array.from({ length: 9 }, () => links.open(token, wrong)));
    const refused = answers.map((answer) => answer.refused);
    expect(refused.filter((one) => one === 'wrong-code')).toHaveLength(5);
    expect(refused.filter((one) => one === 'locked')).toHaveLength(4);
    expect(await links.open(token, code)).toMatchObject({ refused: 'locked' });
    const locked = (await cases.events(handler, reference))?.filter(({ type }) => type === 'link-locked');
    expect(locked).toHaveLength(1);
  });

  it('does not open when it is unknown, revoked or expired, with the right code either', async () => {
    const { links } = record.register;
    expect(await links.open('no such token', '000000')).toMatchObject({ refused: 'unknown' });
    const revoked = await issue();
    await expect(
      links.revoke(await record.member(['dpo'], [], NOTTINGHAM), revoked.id),
    ).rejects.toMatchObject({ code: 'not-found' });
    await links.revoke(handler, revoked.id);
    expect(await links.open(revoked.token, revoked.code)).toMatchObject({ refused: 'revoked' });
    const old = await issue();
    expect(await links.alive(old.token)).toBe(true);
    record.turnTo('2026-11-09T12:00:00Z');
    expect(await links.alive(old.token)).toBe(false);
    expect(await links.open(old.token, old.code)).toMatchObject({ refused: 'expired' });
    record.turnTo('2026-11-02T12:00:00Z');
  });
});
