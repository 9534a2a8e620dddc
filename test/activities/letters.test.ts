import { longDate } from '../../domain/clock';
import { deemedDelivered } from '../../domain/post';
import type { KeptContents } from '../../activities/letters/kept';
import type { Register } from '../../register';
import type { Desk } from './desk';
import { desk, email, post } from './desk';
import { refusingServer } from './refusing-server';

let d: Desk;
beforeAll(async () => {
  d = await desk();
});
afterAll(() => d.stop());
beforeEach(() => d.mail.clear());

/** A council tenant of Nottingham City Homes, whose controller is the council. */
const council = {
  organisation: 'nottingham-city-homes',
  controller: 'nottingham-city-council',
  personType: 'council-tenant',
};

const today = (): string => new Date().toISOString().slice(0, 10);

/** Line ends are the mail server's. */
const lines = (message = ''): string => message.replace(/\r\n/g, '\n').trim();

describe('An automatic letter', () => {
  test('goes by e-mail at once, with a stable Message-ID, no name in its subject, and both text and HTML', async () => {
    const c = await d.open();
    const result = await c.send('acknowledge#1');
    expect(result).toMatchObject({ state: 'given', way: 'email' });
    const mail = await d.mail.waitFor(({ subject }) => subject.includes(c.reference));
    expect(mail.recipients).toEqual(['wren.ashdown@mail.test']);
    expect(mail.subject).not.toMatch(/Wren|Ashdown/);
    expect(mail.text).toContain('It does not say whether we hold any personal data.');
    expect(mail.text).toContain('A request for access is free of charge.');
    expect(mail.html).toContain('<html lang="en-GB">');
    const letter = await c.letter('acknowledge#1');
    expect(mail.messageId).toBe(letter?.messageId);
    expect(mail.messageId).toMatch(new RegExp(`^<${letter?.id}@[a-z.-]+\\.(example|test)>$`));
  });

  test('is kept exactly as it went, and never sent a second time', async () => {
    const c = await d.open();
    const first = await c.send('acknowledge#1');
    expect(await c.send('acknowledge#1')).toEqual(first);
    const marker = await d.open();
    await marker.send('acknowledge#1');
    await d.mails(marker.reference, 1);
    const mails = await d.mails(c.reference, 1);
    expect(mails).toHaveLength(1);
    const kept = (await c.letter('acknowledge#1'))?.contents as KeptContents;
    expect(lines(mails[0]?.source)).toContain(lines(kept.message));
    expect(mails[0]?.subject).toBe(kept.subject);
    expect(mails[0]?.text.trim()).toBe(kept.text.trim());
  });

  test('cut off between the mail server and the record goes again as the very same message', async () => {
    const c = await d.open();
    const dying = d.activitiesOn(forgetfulOnce());
    await expect(c.send('acknowledge#1', {}, dying.all)).rejects.toThrow();
    await dying.close();
    expect(await c.letter('acknowledge#1')).toMatchObject({ state: 'sending', givenAt: null });
    expect(await c.send('acknowledge#1')).toMatchObject({ state: 'given' });
    const mails = await d.mails(c.reference, 2);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.messageId).toBe(mails[1]?.messageId);
    expect(mails[0]?.header('date')).toBe(mails[1]?.header('date'));
    expect(mails[0]?.html).toBe(mails[1]?.html);
  });

  /** The record, as it is for a process that dies just before it writes down that the server took the message. */
  const forgetfulOnce = (): Register => ({
    ...d.register,
    letters: {
      ...d.register.letters,
      change: async (id, change) => {
        if (change.state === 'given') throw new Error('The process died here.');
        return d.register.letters.change(id, change);
      },
    },
  });

  test('waits while the mail server is away, and says nothing of the person in the failure', async () => {
    const c = await d.open();
    const without = d.activitiesWith('smtp://127.0.0.1:9');
    const failure = await c.send('acknowledge#1', {}, without.all).catch((error: unknown) => error);
    expect(failure).toMatchObject({ type: 'mail-unavailable', nonRetryable: false });
    expect(JSON.stringify(failure)).not.toMatch(/wren|ashdown|mail\.test/i);
    await without.close();
    expect(await c.send('acknowledge#1')).toMatchObject({ state: 'given' });
    expect(await d.mails(c.reference, 1)).toHaveLength(1);
  });
});

describe('An e-mail that the receiving server refuses', () => {
  test('for good (5xx) waits for a person to choose another way, and goes there', async () => {
    const refusing = await refusingServer('550 5.1.1 No such mailbox: wren.ashdown@mail.test');
    const effects = d.activitiesWith(refusing.url);
    const c = await d.open();
    expect(await c.send('acknowledge#1', {}, effects.all)).toMatchObject({
      state: 'needs',
      need: 'undeliverable',
    });
    expect(await c.letter('acknowledge#1')).toMatchObject({ state: 'undeliverable', givenAt: null });
    await c.aboutLetter('acknowledge#1', 'undeliverable', { contact: 'email-1' });
    expect(await c.send('acknowledge#1', {}, effects.all)).toMatchObject({
      state: 'needs',
      need: 'undeliverable',
    });
    await c.aboutLetter('acknowledge#1', 'undeliverable', { contact: 'post-1' });
    expect(await c.send('acknowledge#1', {}, effects.all)).toMatchObject({ state: 'needs', need: 'posting' });
    await effects.close();
    await refusing.stop();
  });

  test('for now (4xx) is tried again by itself, and the failure does not quote the server', async () => {
    const busy = await refusingServer('451 4.7.1 Try later, wren.ashdown@mail.test');
    const effects = d.activitiesWith(busy.url);
    const c = await d.open();
    const failure = await c.send('acknowledge#1', {}, effects.all).catch((error: unknown) => error);
    expect(failure).toMatchObject({ type: 'mail-unavailable', nonRetryable: false });
    expect(JSON.stringify(failure)).not.toContain('wren');
    await effects.close();
    await busy.stop();
    expect(await c.send('acknowledge#1')).toMatchObject({ state: 'given' });
  });
});

describe('Contact safety', () => {
  const contacts = (...list: ReturnType<typeof email>[]) => ({ person: { contacts: list } });

  test.each([['domestic-abuse'], ['safeguarding'], ['informant']])(
    'a person flagged %s gets nothing until somebody confirmed a contact',
    async (flag) => {
      const c = await d.open({ flags: [flag] });
      expect(await c.send('acknowledge#1')).toMatchObject({ state: 'needs', need: 'contact-check' });
      expect((await d.mail.messages()).filter(({ subject }) => subject.includes(c.reference))).toEqual([]);
      await c.aboutLetter(
        'acknowledge#1',
        'contact-check',
        { contact: 'email-1' },
        { reason: 'She said so on the phone.' },
      );
      expect(await c.send('acknowledge#1')).toMatchObject({ state: 'given', way: 'email' });
    },
  );

  test('a never-use contact is passed over, and not used even when somebody confirms it', async () => {
    const c = await d.open(contacts(email({ safety: 'never' }), post()));
    expect(await c.send('acknowledge#1')).toMatchObject({ state: 'needs', need: 'posting' });
    const only = await d.open(contacts(email({ safety: 'never' })));
    expect(await only.send('acknowledge#1')).toMatchObject({ state: 'needs', need: 'contact-check' });
    await only.aboutLetter('acknowledge#1', 'contact-check', { contact: 'email-1' });
    expect(await only.send('acknowledge#1')).toMatchObject({ state: 'needs', need: 'contact-check' });
    expect(await d.mail.messages()).toEqual([]);
  });

  test('a shared contact is used only once a person has confirmed that very contact', async () => {
    const c = await d.open(contacts(email({ safety: 'shared' })));
    expect(await c.send('acknowledge#1')).toMatchObject({ state: 'needs', need: 'contact-check' });
    await c.aboutLetter('acknowledge#1', 'contact-check', { contact: 'email-1' });
    expect(await c.send('acknowledge#1')).toMatchObject({ state: 'given', way: 'email' });
  });

  test('somebody asked in vain is told why, and asked again', async () => {
    const c = await d.open({ person: { contacts: [] } });
    await c.send('acknowledge#1');
    expect(((await c.letter('acknowledge#1'))?.contents as KeptContents).why).toBe('no-safe-contact');
  });
});

describe('A letter that somebody checks', () => {
  const step = 'clarification-needed#1/ask-clarification#1';

  test('waits as a draft with the words already written, and goes with the words as edited', async () => {
    const c = await d.open();
    await c.answer('clarify', { why: 'unclear' }, { question: 'Which years do you mean?' });
    expect(await c.send(step, { why: 'unclear' })).toMatchObject({ state: 'needs', need: 'check' });
    const draft = await c.letter(step);
    expect(draft?.contents.parts).toEqual({ question: 'Which years do you mean?' });
    expect(draft?.contents.text).toContain('Which years do you mean?');
    await c.aboutLetter(step, 'check', { way: 'as-usual' }, { 'part-question': 'Which flat do you mean?' });
    expect(await c.send(step, { why: 'unclear' })).toMatchObject({ state: 'given', way: 'email' });
    const mail = await d.mail.waitFor(({ text }) => text.includes('Which flat do you mean?'));
    expect(mail.text).not.toContain('Which years');
    expect(mail.text).toContain('You do not have to narrow your request.');
  });

  test('comes back to whoever left empty what the law wants filled (Art 12A(4)(b))', async () => {
    const c = await d.open();
    const notice = 'extension-needed#1/extension-notice#1';
    await c.answer('extend', { ground: 'complexity' }, { reasons: 'Nine systems.' });
    await c.send(notice, { ground: 'complexity' });
    await c.aboutLetter(notice, 'check', { way: 'as-usual' }, { 'part-reasons': '  ' });
    expect(await c.send(notice, { ground: 'complexity' })).toMatchObject({ state: 'needs', need: 'check' });
    expect(await d.mail.messages()).toEqual([]);
    await c.aboutLetter(notice, 'check', { way: 'as-usual' }, { 'part-reasons': 'Nine systems.' });
    expect(await c.send(notice, { ground: 'complexity' })).toMatchObject({ state: 'given' });
  });

  test('is posted where whoever checked it says so, and given on the day of posting', async () => {
    const c = await d.open();
    await c.send(step);
    await c.aboutLetter(step, 'check', { way: 'post' }, { 'part-question': 'Which years?' });
    expect(await c.send(step)).toMatchObject({ state: 'needs', need: 'posting' });
    expect((await c.letter(step))?.contents.addressee).toEqual([
      'Wren Ashdown',
      '1 Test Close',
      'Wolverhampton',
      'WV1 1AA',
    ]);
    await c.aboutLetter(step, 'posting', { postedOn: today(), checkedAddress: true });
    const result = await c.send(step);
    expect(result).toMatchObject({ state: 'given', way: 'post' });
    expect(result.state === 'given' && result.givenAt.slice(0, 10)).toBe(today());
  });
});

describe('A notice of extension (Art 12A(4))', () => {
  const notice = 'extension-needed#1/extension-notice#1';
  const daysAgo = (days: number): string =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

  async function checkedNotice(receivedOn: string, way: string) {
    const c = await d.open({ receivedOn });
    await c.answer('extend', { ground: 'complexity' }, { reasons: 'Nine systems.' });
    await c.send(notice, { ground: 'complexity' });
    await c.aboutLetter(notice, 'check', { way }, { 'part-reasons': 'Nine systems.' });
    return c;
  }

  test('by post is given when it would be delivered, two working days after posting', async () => {
    const c = await checkedNotice(daysAgo(3), 'post');
    await c.send(notice, { ground: 'complexity' });
    await c.aboutLetter(notice, 'posting', { postedOn: today() });
    const result = await c.send(notice, { ground: 'complexity' });
    expect(result.state === 'given' && result.givenAt.slice(0, 10)).toBe(
      deemedDelivered(today(), 'england-and-wales'),
    );
  });

  test('says the new date, three months from the start (Art 12A(3))', async () => {
    const c = await d.open({ receivedOn: daysAgo(3) });
    await c.answer('extend', { ground: 'complexity' }, { reasons: 'Nine systems.' });
    await c.send(notice, { ground: 'complexity' });
    const due = await d.register.cases.dueWith(c.reference, [{ type: 'extended', at: c.at }]);
    expect(due! > daysAgo(-84)).toBe(true);
    expect((await c.letter(notice))?.contents.text.replace(/\s+/g, ' ')).toContain(
      `at the latest on ${longDate(due!)}`,
    );
  });

  test('does not go once the first month is over, because it would have no effect', async () => {
    const c = await checkedNotice(daysAgo(45), 'as-usual');
    await expect(c.send(notice, { ground: 'complexity' })).rejects.toMatchObject({
      nonRetryable: true,
      type: 'late-extension-notice',
    });
    expect(await d.mail.messages()).toEqual([]);
  });
});

describe('A confidential letter', () => {
  const refusal = 'refused#1/refusal-letter#1';

  test('goes by post without the person’s agreement to plain e-mail, and by e-mail with it', async () => {
    const without = await d.open();
    await without.send(refusal, { ground: 'manifestly-unfounded' });
    await without.aboutLetter(
      refusal,
      'check',
      { way: 'as-usual' },
      { 'part-explanation': 'As we explained.' },
    );
    expect(await without.send(refusal, { ground: 'manifestly-unfounded' })).toMatchObject({
      need: 'posting',
    });

    const agreed = await d.open({ person: { agreesToPlainEmail: true } });
    await agreed.send(refusal, { ground: 'manifestly-unfounded' });
    await agreed.aboutLetter(
      refusal,
      'check',
      { way: 'as-usual' },
      { 'part-explanation': 'As we explained.' },
    );
    const allowed = d.register.organisations.get('new-park-village').letters.plainEmail === 'with-agreement';
    expect(await agreed.send(refusal, { ground: 'manifestly-unfounded' })).toMatchObject(
      allowed ? { state: 'given', way: 'email' } : { need: 'posting' },
    );
  });

  test('asks which address is safe where the only one is not confirmed', async () => {
    const c = await d.open({ person: { contacts: [post({ safety: 'unconfirmed' })] } });
    await c.send(refusal);
    await c.aboutLetter(refusal, 'check', { way: 'as-usual' });
    expect(await c.send(refusal)).toMatchObject({ need: 'contact-check' });
    await c.aboutLetter(refusal, 'contact-check', { contact: 'post-1' });
    expect(await c.send(refusal)).toMatchObject({ need: 'posting' });
  });

  test('keeps its four paragraphs whatever is written into it (Art 12(4))', async () => {
    const c = await d.open();
    await c.send(refusal, { ground: 'manifestly-unfounded' });
    await c.aboutLetter(refusal, 'check', {}, { 'part-explanation': '<!-- {{#if false}}' });
    await c.send(refusal, { ground: 'manifestly-unfounded' });
    const text = (await c.letter(refusal))?.contents.text ?? '';
    for (const words of ['manifestly unfounded', 'section 164A', 'complain to the regulator', 'section 167'])
      expect(text).toContain(words);
  });
});

describe('The answer (Art 15)', () => {
  const step = 'respond#1';

  async function prepared(codes: Record<string, unknown>, personal = {}, opening = {}) {
    const c = await d.open(opening);
    const { subject } = await d.register.cases.dossier(c.reference);
    const { processingRecords } = d.register.organisations.get(c.viewer.organisationId);
    const record = processingRecords.find(({ personTypes }) =>
      personTypes.includes(subject?.personType ?? ''),
    );
    const data = { result: 'answered', delivery: 'post', records: [record?.id ?? ''], ...codes } as never;
    await c.answer('prepare-response', data, personal, 'prepare-response#1');
    await c.send(step, data);
    await c.aboutLetter(step, 'check', { way: 'as-usual' }, { 'part-opening': '', 'part-explanation': '' });
    return { c, data, record };
  }

  test('draws its lines from the records that the handler chose', async () => {
    const { c, data, record } = await prepared({}, { recipients: 'Meadow Repairs' });
    expect(await c.send(step, data)).toMatchObject({ need: 'posting' });
    const { text } = (await c.letter(step))!.contents;
    expect(text).toContain(record!.purpose);
    expect(text).toContain('Meadow Repairs');
    expect(text).toContain(record!.retention.basis);
  });

  test('by protected link sends only the link: the code stays here, to be given another way', async () => {
    const { c, data } = await prepared({ delivery: 'link', result: 'nothing-found' });
    expect(await c.send(step, data)).toMatchObject({ state: 'given', way: 'link' });
    const mail = await d.mail.waitFor(({ subject }) => subject.includes(c.reference));
    const { link } = (await c.letter(step))!.contents as KeptContents;
    expect(link?.code).toMatch(/^\d{6}$/);
    expect(mail.source).not.toContain(link!.code);
    expect(mail.text).not.toContain('search found');
    const token = /links\/([\w-]+)/.exec(mail.text)?.[1] ?? '';
    const answer = await d.register.links.open(token, link!.code);
    const target = 'opened' in answer ? answer.opened?.target : undefined;
    expect(target).toMatch(/^[0-9a-f-]{36}$/);
    const { content } = await d.register.documents.content(target!);
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(piece);
    expect(Buffer.concat(pieces).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test.each(['collection', 'read-aloud'])(
    'for %s is finished and kept, to be handed over with the copy',
    async (delivery) => {
      const { c, data } = await prepared({ delivery });
      expect(await c.send(step, data)).toMatchObject({ state: 'given', way: delivery });
      expect(await c.send(step, data)).toMatchObject({ state: 'given', way: delivery });
      expect(await c.letter(step)).toMatchObject({ state: 'checked', givenAt: null });
      expect(await d.mail.messages()).toEqual([]);
    },
  );

  test('names the controller and its DPO for council tenants (Art 28)', async () => {
    const { c, data } = await prepared({}, {}, council);
    await c.send(step, data);
    expect((await c.letter(step))!.contents.text).toContain('Nottingham City Council');
  });
});

describe('Letters to others', () => {
  test('each third party gets a letter of their own, at the address given for them, without the requester’s name', async () => {
    const c = await d.open();
    const contacts = 'Ivo Thorn, ivo.thorn@mail.test\nAda Fenn, 2 Test Close, Wolverhampton';
    await c.answer(
      'review',
      { thirdParties: 'yes', thirdPartyCount: 2 },
      { thirdPartyContacts: contacts },
      'review#1',
    );
    const [first, second] = ['consult#1[1]/consult-third-party#1', 'consult#1[2]/consult-third-party#1'];
    for (const step of [first!, second!]) {
      await c.send(step);
      await c.aboutLetter(step, 'check', { way: 'as-usual' }, { 'part-information': 'A note of a visit.' });
    }
    expect(await c.send(first!)).toMatchObject({ state: 'given', way: 'email' });
    const mail = await d.mail.waitFor(({ recipients }) => recipients.includes('ivo.thorn@mail.test'));
    expect(mail.text).not.toMatch(/Wren|Ashdown/);
    expect(await c.send(second!)).toMatchObject({ need: 'posting' });
    expect((await c.letter(second!))?.contents.addressee).toEqual([
      'Ada Fenn',
      '2 Test Close',
      'Wolverhampton',
    ]);
  });

  test('the owner of a system gets the checklist and a link, and nobody’s name (DPA s.173)', async () => {
    const c = await d.open();
    const system = d.register.organisations.get('new-park-village').systems[0]!;
    expect(await c.send(`search#1[${system.id}]/ask-owner#1`)).toMatchObject({
      state: 'given',
      way: 'email',
    });
    const mail = await d.mail.waitFor(({ subject }) => subject.includes(c.reference));
    expect(mail.recipients).toEqual([system.ownerEmail]);
    expect(mail.text).toContain(`http://custodian.test/cases/${c.reference}`);
    expect(mail.text).toContain('section 173');
    expect(mail.source).not.toMatch(/Wren|Ashdown|leak/);
  });

  test('an owner who must not know of the case hears nothing of it: the governance team does', async () => {
    const { systems, governance } = d.register.organisations.get('new-park-village');
    const system = systems.at(-1)!;
    const owner = await d.staff('data-holder', 'new-park-village', [system.id]);
    const c = await d.open({ keptFrom: [owner.staffId] });
    await c.send(`preserve#1[${system.id}]/ask-preservation#1`);
    const mail = await d.mail.waitFor(({ subject }) => subject.includes(c.reference));
    expect(mail.recipients).toEqual([governance.email]);
  });

  test('a forwarded request tells the controller when it was received, because its time counts from then', async () => {
    const c = await d.open(council);
    const step = 'forward#1/forward-request#1';
    await c.send(step);
    await c.aboutLetter(step, 'check', { way: 'as-usual' }, { 'part-message': '' });
    expect(await c.send(step)).toMatchObject({ state: 'given' });
    expect((await c.letter(step))?.contents.text).toMatch(/The request was received on \d{1,2} \w+ \d{4}/);
  });
});
