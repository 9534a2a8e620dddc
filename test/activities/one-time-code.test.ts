import type { KeptContents } from '../../activities/letters/kept';
import { addHours, endOfDay, addDays, londonDate } from '../../domain/calendar';
import type { Desk, OpenCase } from './desk';
import { desk, email, post } from './desk';
import { refusingServer } from './refusing-server';

const NOW = '2026-11-23T09:00:00.000Z';
let d: Desk;
let now = NOW;
beforeAll(async () => {
  d = await desk(() => new Date(now));
});
afterAll(() => d.stop());
beforeEach(() => {
  now = NOW;
});

const step = 'code-wanted#1/send-code#1';

async function codeOf(c: OpenCase): Promise<string> {
  const contents = (await c.letter(step))?.contents as KeptContents;
  return String(contents.data.details.code);
}

const codes = (c: OpenCase) => d.register.links.list(c.viewer, c.reference);
const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('A one-time code', () => {
  test('goes by e-mail to the contact that was chosen, in neutral words, and works for 30 minutes', async () => {
    const c = await d.open();
    expect(await c.send(step, { contact: 'email-1' })).toMatchObject({ state: 'given', way: 'email' });
    const [mail] = await d.mails(c.reference, 1);
    const code = await codeOf(c);
    expect(mail?.recipients).toEqual(['wren.ashdown@mail.test']);
    expect(mail?.subject).not.toMatch(/Wren|Ashdown|request/);
    expect(mail?.text).toContain(code);
    expect(mail?.text).toContain('until 09:30 on Monday 23 November 2026 (GMT)');
    expect(mail?.text).toMatch(/If it was not you, ignore the code.*call us/s);
    expect(mail?.text).not.toMatch(/subject access|tenancy|your data|search/i);

    now = addHours(NOW, 0.49);
    expect(await d.register.links.readBack(c.reference, step, code)).toMatchObject({ opened: { uses: 1 } });
  });

  test('that was not read back in time is dead; one that was stays right while recording is slow', async () => {
    const [late, early] = [await d.open(), await d.open()];
    for (const c of [late, early]) await c.send(step, { contact: 'email-1' });
    const { links } = d.register;
    await links.readBack(early.reference, step, await codeOf(early));
    now = addHours(NOW, 0.5);
    expect(await links.readBack(late.reference, step, await codeOf(late))).toMatchObject({
      refused: 'expired',
    });
    expect(await links.readBack(early.reference, step, await codeOf(early))).toMatchObject({ opened: {} });
  });

  test('is locked by five wrong answers, also by those given at once, and nobody else’s step opens it', async () => {
    const c = await d.open();
    await c.send(step, { contact: 'email-1' });
    const { links } = d.register;
    const code = await codeOf(c);
    const other = 'code-wanted#2/send-code#1';
    expect(await links.readBack(c.reference, other, code)).toMatchObject({ refused: 'unknown' });
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => links.readBack(c.reference, step, wrongFor(code))),
    );
    expect(answers.filter(({ refused }) => refused === 'wrong-code')).toHaveLength(5);
    expect(await links.readBack(c.reference, step, code)).toMatchObject({ refused: 'locked' });
  });

  test('goes by post where that was chosen, is made when the letter is, and works for ten days', async () => {
    const c = await d.open();
    expect(await c.send(step, { contact: 'post-1' })).toMatchObject({ state: 'needs', need: 'posting' });
    const until = endOfDay(addDays(londonDate(NOW), 10));
    expect(await codes(c)).toEqual([expect.objectContaining({ purpose: 'one-time-code', expiresAt: until })]);
    const letter = await c.letter(step);
    expect(letter?.contents.text).toContain(await codeOf(c));
    expect(letter?.contents.text).toContain('1 Test Close');
    expect(letter?.contents.text).toContain('3 December 2026');
  });

  test.each([
    ['the mailbox that asks', { contact: 'asks-1' }],
    ['a contact that others read', { contact: 'shared-1' }],
    ['a contact on file that nobody has confirmed', { contact: 'unconfirmed-1' }],
    ['a telephone', { contact: 'phone-1' }],
    ['a contact that is not the person’s', { contact: 'email-9' }],
    ['no contact in particular', {}],
  ])('does not go to %s, and nowhere else instead', async (_what, chosen) => {
    const c = await d.open({
      person: {
        contacts: [
          email(),
          post(),
          email({ id: 'asks-1', value: 'asks@mail.test', onFile: false }),
          email({ id: 'shared-1', value: 'shared@mail.test', safety: 'shared' }),
          email({ id: 'unconfirmed-1', value: 'old@mail.test', safety: 'unconfirmed' }),
          { id: 'phone-1', kind: 'phone', value: '07700 900123', safety: 'safe', onFile: true },
        ],
      },
    });
    expect(await c.send(step, chosen)).toMatchObject({ state: 'needs', need: 'contact-check' });
    expect((await c.letter(step))?.contents).toMatchObject({ why: 'no-longer-safe' });
    expect(await codes(c)).toEqual([]);
  });

  test('does not go back to the mailbox that an e-mailed request came from, though it is on file', async () => {
    const c = await d.open({ contents: { request: 'Everything.', contactId: 'email-1' } });
    expect(await c.send(step, { contact: 'email-1' })).toMatchObject({ need: 'contact-check' });
    const byPhone = await d.open({
      contents: { request: 'Everything.', contactId: 'email-1' },
      codes: { channel: 'phone', requester: 'self', delivery: 'not-said' },
    });
    expect(await byPhone.send(step, { contact: 'email-1' })).toMatchObject({ state: 'given' });
  });

  test('waits for somebody to confirm the contact of a flagged person, and is not even made before', async () => {
    const c = await d.open({ flags: ['safeguarding'] });
    expect(await c.send(step, { contact: 'email-1' })).toMatchObject({ need: 'contact-check' });
    expect((await c.letter(step))?.contents).toMatchObject({ why: 'flagged' });
    expect(await codes(c)).toEqual([]);
    await c.aboutLetter(step, 'contact-check', { contact: 'post-1' }, { reason: 'Seen with her officer.' });
    expect(await c.send(step, { contact: 'email-1' })).toMatchObject({ need: 'posting' });
  });

  test('is not sent where somebody finds that no contact is safe', async () => {
    const c = await d.open({ flags: ['informant'] });
    await c.send(step, { contact: 'email-1' });
    await c.aboutLetter(step, 'contact-check', { contact: 'none' }, { reason: 'They have moved.' });
    expect(await c.send(step, { contact: 'email-1' })).toMatchObject({ state: 'given', way: 'not-sent' });
    expect(await c.letter(step)).toMatchObject({ state: 'draft', need: null, givenAt: null });
    expect(await codes(c)).toEqual([]);
  });

  test('that the mail server refused is dead, and what goes another way has a code of its own', async () => {
    const refusing = await refusingServer('550 5.1.1 No such mailbox');
    const effects = d.activitiesWith(refusing.url);
    const c = await d.open();
    const refused = await c.send(step, { contact: 'email-1' }, effects.all);
    expect(refused).toMatchObject({ need: 'undeliverable' });
    const first = await codeOf(c);
    await c.aboutLetter(step, 'undeliverable', { contact: 'post-1' }, { reason: 'The e-mail bounced.' });
    expect(await c.send(step, { contact: 'email-1' })).toMatchObject({ need: 'posting' });
    const second = await codeOf(c);
    const alive = ((await codes(c)) ?? []).filter(({ revokedAt }) => revokedAt === null);
    expect(alive).toHaveLength(1);
    expect(await d.register.links.readBack(c.reference, step, second)).toMatchObject({ opened: {} });
    if (first !== second)
      expect(await d.register.links.readBack(c.reference, step, first)).toMatchObject({
        refused: 'wrong-code',
      });
    await effects.close();
    await refusing.stop();
  });
});
