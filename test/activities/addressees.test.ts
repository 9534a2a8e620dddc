import type { LetterResult } from '../../activities/contract';
import { letterSender } from '../../activities/letters';
import { openFile, type CaseFile } from '../../activities/letters/file';
import type { KeptContents } from '../../activities/letters/kept';
import { createMailer, type Mailer } from '../../activities/mail';
import { createPrinter, type Printer } from '../../activities/pdf';
import type { LetterDefinition } from '../../domain/cases/definition';
import { loadTemplates } from '../../templates/library';
import type { Desk, OpenCase } from './desk';
import { BASE_URL, desk } from './desk';

let d: Desk;
let mailer: Mailer;
let printer: Printer;
beforeAll(async () => {
  d = await desk();
  mailer = createMailer(d.mail.url);
  printer = createPrinter();
});
afterAll(async () => {
  mailer.close();
  await printer.close();
  await d.stop();
});
beforeEach(() => d.mail.clear());

/** A letter as a kind of case may declare it, to whomever. */
const letterTo = (to: LetterDefinition['to'], change: Partial<LetterDefinition> = {}): LetterDefinition => ({
  ...{ title: 'Notice', to, template: 'shared/acknowledge', checked: false, freeParts: {}, mandatory: {} },
  confidential: false,
  ...change,
});

const stepFor = (item: string | null): string => (item ? `notify#1[${item}]/acknowledge#1` : 'acknowledge#1');

/** Sends the letter of a step as far as it goes by itself, with another declaration than its kind's. */
async function sendIn(
  c: OpenCase,
  definition: LetterDefinition,
  item: string | null,
  change: (file: CaseFile) => CaseFile = (file) => file,
): Promise<LetterResult> {
  const { register } = d;
  const file = { ...(await openFile(register, c.ref(stepFor(item)))), definition };
  const send = letterSender({
    ...{ register, mailer, printer, templates: loadTemplates(), baseUrl: BASE_URL, now: () => new Date() },
  });
  return send(change(file), await register.letters.ofStep(c.reference, stepFor(item)));
}

const contents = async (c: OpenCase, item: string | null): Promise<KeptContents> =>
  (await c.letter(stepFor(item)))?.contents as KeptContents;

const profile = () => d.register.organisations.get('new-park-village');
const contactOf = (id: string) => profile().recipients.find((one) => one.id === id)?.contact;

describe('A letter to a recipient of the data (UK GDPR Art 19)', () => {
  test('goes by e-mail to the contact that the profile names', async () => {
    const c = await d.open();
    expect(await sendIn(c, letterTo('recipient'), 'police')).toMatchObject({ state: 'given', way: 'email' });
    const [mail] = await d.mails(c.reference, 1);
    expect(mail?.recipients).toEqual([contactOf('police')?.email]);
    expect((await contents(c, 'police')).data.addressee.name).toBe('Information Management, The police');
  });

  test('that says something personal does not go by plain e-mail, but by post', async () => {
    const c = await d.open();
    const personal = letterTo('recipient', { confidential: true });
    expect(await sendIn(c, personal, 'hmrc')).toMatchObject({ state: 'needs', need: 'posting' });
    expect((await contents(c, 'hmrc')).addressee).toEqual([
      'Information Policy and Disclosure, HM Revenue and Customs',
      ...(contactOf('hmrc')?.address ?? []),
    ]);
    expect(await sendIn(c, personal, 'police')).toMatchObject({ state: 'needs', need: 'posting' });
    expect(await d.mail.messages()).toEqual([]);
  });

  test('that takes a protected link gets an e-mail with the link alone; the words and the copy stay behind it', async () => {
    const c = await d.open();
    const result = await sendIn(c, letterTo('recipient', { confidential: true }), 'contractors');
    expect(result).toMatchObject({ state: 'given', way: 'link' });
    const [mail] = await d.mails(c.reference, 1);
    const { link } = await contents(c, 'contractors');
    expect(mail?.recipients).toEqual([contactOf('contractors')?.email]);
    expect(mail?.text).toContain(`${BASE_URL}/links/`);
    expect(mail?.text).not.toMatch(/Thank you for your request|Wren|Ashdown/);
    expect(mail?.source).not.toContain(link!.code);
    const token = /links\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const opened = await d.register.links.open(token, link!.code);
    expect('opened' in opened ? opened.opened?.target : '').toMatch(/^[0-9a-f-]{36}$/);
  });

  test('that takes notices on its portal waits for a person, who says when it was entered there', async () => {
    const c = await d.open();
    const notice = letterTo('recipient', { effectiveOnDelivery: true });
    const item = 'credit-reference-agencies';
    expect(await sendIn(c, notice, item)).toMatchObject({ state: 'needs', need: 'posting' });
    expect(await c.letter(stepFor(item))).toMatchObject({ way: 'portal', state: 'to-post' });
    const today = new Date().toISOString().slice(0, 10);
    await c.aboutLetter(stepFor(item), 'posting', { postedOn: today });
    const result = await sendIn(c, notice, item);
    expect(result).toMatchObject({ state: 'given', way: 'portal' });
    expect(result.state === 'given' && result.givenAt.slice(0, 10)).toBe(today);
    expect(await d.mail.messages()).toEqual([]);
  });

  test('whose address nobody noted waits for a person as well', async () => {
    const c = await d.open();
    expect(await sendIn(c, letterTo('recipient'), 'solicitors')).toMatchObject({ need: 'posting' });
    expect((await contents(c, 'solicitors')).addressee).toEqual(['Solicitors who act for you']);
  });

  test('stops for a recipient whom the profile does not know', async () => {
    const c = await d.open();
    const failure = sendIn(c, letterTo('recipient'), 'nobody-known');
    await expect(failure).rejects.toMatchObject({ type: 'no-such-recipient', nonRetryable: true });
  });
});

test('A letter to the regulator goes to its address in the profile', async () => {
  const c = await d.open();
  expect(await sendIn(c, letterTo('regulator'), null)).toMatchObject({ state: 'needs', need: 'posting' });
  const { shownAs, address } = profile().regulator;
  expect((await contents(c, null)).addressee).toEqual([shownAs, ...address]);
});

describe('A matter without a person', () => {
  const withoutPerson = (file: CaseFile): CaseFile => ({
    ...file,
    dossier: { ...file.dossier, subject: null, requester: null },
  });

  test.each([['police', 'recipient'] as const, [null, 'regulator'] as const])(
    'has letters to others all the same (%s)',
    async (item, to) => {
      const c = await d.open();
      const result = await sendIn(c, letterTo(to), item, withoutPerson);
      expect(['given', 'needs']).toContain(result.state);
      expect((await contents(c, item)).text).not.toMatch(/Wren|Ashdown/);
    },
  );

  test('has nobody to whom a requester’s letter could go', async () => {
    const c = await d.open();
    const failure = sendIn(c, letterTo('requester'), null, withoutPerson);
    await expect(failure).rejects.toMatchObject({ type: 'no-such-person', nonRetryable: true });
  });
});

describe('What a draft begins with', () => {
  const parts = { reasons: 'Why', other: 'What else' };

  test('is what was last written where the definition says so, fixed words, or nothing', async () => {
    const c = await d.open();
    const proposes = { reasons: { form: 'extend', field: 'reasons' }, other: 'Please call us.' };
    const letter = letterTo('requester', { checked: true, freeParts: parts, proposes });
    await c.answer('extend', { ground: 'number' }, { reasons: 'Four systems.' });
    await c.answer('extend', { ground: 'complexity' }, { reasons: ' Nine systems. ' });
    await sendIn(c, letter, null);
    expect((await contents(c, null)).parts).toEqual({ reasons: 'Nine systems.', other: 'Please call us.' });
  });

  test('falls back to the words that the definition keeps for an empty answer', async () => {
    const c = await d.open();
    const proposes = { reasons: { form: 'extend', field: 'reasons', otherwise: 'It takes longer.' } };
    await sendIn(c, letterTo('requester', { checked: true, freeParts: parts, proposes }), null);
    expect((await contents(c, null)).parts).toEqual({ reasons: 'It takes longer.', other: '' });
  });
});

test('What people answered goes into the letter’s data, sealed words included, letters’ own answers left out', async () => {
  const c = await d.open();
  await c.answer(
    'triage',
    { route: 'answer', identity: 'no-doubt', systems: ['cctv'] },
    { scope: 'All.' },
    'triage#1',
  );
  await c.answer('search-system', { result: 'nothing' }, {}, 'search#1[cctv]/search-system#1');
  await c.answer('withdraw', { on: '2026-12-21' }, { reasons: 'No need now.' });
  const item = 'police';
  await c.aboutLetter(stepFor(item), 'posting', { postedOn: '2026-12-21' });
  await sendIn(c, letterTo('recipient'), item);
  const { said, every } = (await contents(c, item)).data;
  const cctv = profile().systems.find(({ id }) => id === 'cctv')!.label;
  expect(said.triage).toMatchObject({
    code: { identity: 'no-doubt', systems: ['cctv'], scope: 'All.' },
    text: { systems: cctv, scope: 'All.' },
  });
  expect(said.triage!.text.identity).not.toBe('no-doubt');
  expect(said.withdraw).toMatchObject({ text: { on: '21 December 2026', reasons: 'No need now.' } });
  expect(every['search-system']).toMatchObject([{ item: cctv, code: { result: 'nothing' } }]);
  expect(Object.keys(said)).not.toContain('letter-posting');
});
