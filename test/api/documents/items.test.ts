import archiver from 'archiver';
import { buffer } from 'node:stream/consumers';
import { PDFDocument } from 'pdf-lib';
import type { DocumentRow } from '../../../register/documents';
import type { Viewer } from '../../../register/viewer';
import { openedCase } from '../support/opened-case';
import type { TestServer } from '../support/server';
import { testServer } from '../support/server';
import { entered, left, Run } from '../../register/support/record';
import { member, ORGANISATION, signedIn } from '../support/staff';
import type { Page, Visitor } from '../support/visitor';

const MIB = 1_048_576;

let server: TestServer;
let handler: Visitor;
let viewer: Viewer;
let reference: string;

beforeAll(async () => {
  server = await testServer();
  const { id, email } = await member(server.register, ['handler']);
  viewer = { staffId: id, organisationId: ORGANISATION, roles: ['handler'] };
  handler = await signedIn(server.url, { id, email });
});
afterAll(() => server.stop());

beforeEach(async () => {
  ({ reference } = await openedCase(server.register, viewer.staffId));
  await handler.get(`/cases/${reference}/documents`);
});

const at = (rest = ''): string => `/cases/${reference}/documents${rest}`;
const items = async (): Promise<DocumentRow[]> =>
  (await server.register.documents.list(viewer, reference)) ?? [];
const item = async (name: string): Promise<DocumentRow> => {
  const found = (await items()).find((one) => one.name === name);
  if (!found) throw new Error(`There is no item ${name}.`);
  return found;
};

function filesOf(
  files: Record<string, Buffer>,
  fields: Record<string, string> = { purpose: 'found', system: 'housing-management' },
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of Object.entries(files))
    form.append('files', new Blob([new Uint8Array(content)]), name);
  return form;
}

const add = (files: Record<string, Buffer>): Promise<Page> => handler.upload(at(), filesOf(files));

const text = (words: string): Buffer => Buffer.from(words, 'utf8');

async function zip(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = archiver('zip');
  for (const [name, content] of Object.entries(files)) archive.append(content, { name });
  void archive.finalize();
  return buffer(archive);
}

async function pdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  return Buffer.from(await document.save());
}

const email = (attachment: string): Buffer =>
  text(
    [
      'From: Hazel Moss <hazel.moss@mail.test>',
      'To: repairs@new-park-village.example',
      'Subject: The boiler',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'It leaks <again>.',
      '--b',
      'Content-Type: text/plain; name="notes.txt"',
      'Content-Disposition: attachment; filename="notes.txt"',
      '',
      attachment,
      '--b--',
      '',
    ].join('\r\n'),
  );

describe('adding files without scripts', () => {
  it('takes many files at once, and lists each with its number', async () => {
    const answer = await add({ 'letters/one.txt': text('1'), 'two.txt': text('2') });
    expect([answer.status, answer.location]).toEqual([303, `${at()}#items`]);
    const page = await handler.get(at());
    expect(page.html).toContain('letters/one.txt');
    expect(page.html).toContain('two.txt');
    expect(page.html).toContain('2 files were added.');
    expect(page.html).toContain('0 of 2 items are decided.');
  });

  it('asks in which system they were found, and keeps nothing until it knows', async () => {
    const answer = await handler.upload(at(), filesOf({ 'one.txt': text('1') }, { purpose: 'found' }));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('In which system were they found?');
    expect(answer.html).toContain('There is a problem');
    expect(await items()).toEqual([]);
  });

  it('says so when no file was chosen', async () => {
    const answer = await handler.upload(at(), filesOf({}));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Choose at least one file.');
  });

  it('refuses a form that another site made the browser send', async () => {
    const answer = await handler.upload(at(), filesOf({ 'one.txt': text('1') }), 'https://elsewhere.example');
    expect([answer.status, await items()]).toEqual([403, []]);
  });
});

describe('what comes inside other files', () => {
  it('opens a ZIP: each file is an item, the archive itself is none', async () => {
    await add({ 'export.zip': await zip({ 'a/one.txt': 'one', 'two.txt': 'two', '__MACOSX/x': 'x' }) });
    const all = await items();
    const archive = await item('export.zip');
    expect(
      all
        .filter(({ purpose }) => purpose === 'found')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['a/one.txt', 'two.txt']);
    expect(archive.purpose).toBe('other');
    expect((await item('a/one.txt')).parentId).toBe(archive.id);
  });

  it('opens e-mails in a ZIP, and makes an item of each attachment', async () => {
    await add({ 'mailbox.zip': await zip({ 'mail.eml': email('Call back on Tuesday.') }) });
    const mail = await item('mail.eml');
    const attachment = await item('notes.txt');
    expect([mail.purpose, attachment.purpose]).toEqual(['found', 'found']);
    expect(attachment.parentId).toBe(mail.id);
    const page = await handler.get(at(`/${mail.id}`));
    expect(page.html).toContain('From: Hazel Moss &lt;hazel.moss@mail.test&gt;');
    expect(page.html).toContain('It leaks &lt;again&gt;.');
    expect(page.html).toContain('notes.txt');
  });

  it('says why an archive could not be opened, and what to do', async () => {
    const answer = await add({ 'broken.zip': text('this is no archive') });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('The archive cannot be read.');
    expect(answer.html).toContain('add the files one by one');
    expect(await items()).toEqual([]);
  });
});

describe('an upload that can be resumed', () => {
  const content = Buffer.alloc(2 * MIB + 500, 'recording ');
  const announce = (id?: string) =>
    handler.script('POST', at('/uploads'), {
      ...(id ? { id } : {}),
      name: 'call.wav',
      bytes: content.length,
      purpose: 'found',
      system: 'housing-management',
    });
  const piece = (id: unknown, index: number) =>
    handler.script(
      'PUT',
      at(`/uploads/${String(id)}/chunks/${index}`),
      content.subarray(index * MIB, (index + 1) * MIB),
    );

  it('goes on with the piece that is missing after the connection was lost', async () => {
    const { json: begun } = await announce();
    expect(begun).toMatchObject({ state: 'uploading', chunks: 0, chunkBytes: MIB });
    await piece(begun.id, 0);
    const { json: again } = await announce(String(begun.id));
    expect(again).toMatchObject({ id: begun.id, chunks: 1 });
    await piece(begun.id, 1);
    await piece(begun.id, 1);
    await piece(begun.id, 2);
    const { json: done } = await handler.script('POST', at(`/uploads/${String(begun.id)}/finish`), {});
    expect(done).toMatchObject({ state: 'ready', bytes: content.length });
    const kept = await handler.fetch(at(`/${String(begun.id)}/content`));
    expect(Buffer.from(await kept.arrayBuffer()).equals(content)).toBe(true);
  });

  it('shows on the page what has not wholly arrived', async () => {
    const { json: begun } = await announce();
    await piece(begun.id, 0);
    expect((await handler.get(at())).html).toContain('Not all of it has arrived');
  });

  it('can be given up while it is not finished, and not afterwards', async () => {
    const { json: begun } = await announce();
    const id = String(begun.id);
    await piece(id, 0);
    expect((await handler.post(at(`/${id}/discard`), {})).status).toBe(303);
    expect(await items()).toEqual([]);
    await add({ 'whole.txt': text('whole') });
    const { id: whole } = await item('whole.txt');
    expect((await handler.post(at(`/${whole}/discard`), {})).status).toBe(409);
    expect(await items()).toHaveLength(1);
  });

  it('tells a script in JSON why a piece was not taken', async () => {
    const { json: begun } = await announce();
    const answer = await piece(begun.id, 2);
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ error: { code: 'wrong-state' } });
  });

  it('is not reached through another case', async () => {
    const { json: begun } = await announce();
    const other = await openedCase(server.register, viewer.staffId);
    const answer = await handler.script(
      'PUT',
      `/cases/${other.reference}/documents/uploads/${String(begun.id)}/chunks/0`,
      content.subarray(0, MIB),
    );
    expect(answer.status).toBe(404);
  });
});

describe('looking at an item', () => {
  it('shows a text on the page, as text whatever it holds', async () => {
    await add({ 'note.txt': text('<script>alert(1)</script>') });
    const page = await handler.get(at(`/${(await item('note.txt')).id}`));
    expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.html).not.toContain('<script>alert(1)');
  });

  it('shows a web page found in a search in a frame where nothing runs', async () => {
    await add({ 'page.html': text('<script>alert(1)</script>') });
    const { id } = await item('page.html');
    expect((await handler.get(at(`/${id}`))).html).toMatch(/<iframe[^>]* sandbox>/);
    const framed = await handler.fetch(at(`/${id}/preview`));
    expect(framed.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it('sends a part of a recording, as a player asks for it', async () => {
    await add({ 'call.wav': text('0123456789') });
    const { id } = await item('call.wav');
    const part = await handler.fetch(at(`/${id}/preview`), { Range: 'bytes=2-5' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-5/10',
      '2345',
    ]);
  });

  it('records every view', async () => {
    await add({ 'note.txt': text('words') });
    const { id } = await item('note.txt');
    await handler.get(at(`/${id}`));
    await handler.fetch(at(`/${id}/content`));
    const events = (await server.register.cases.events(viewer, reference)) ?? [];
    expect(events.filter(({ type }) => type === 'document-viewed').map(({ actorId }) => actorId)).toEqual([
      viewer.staffId,
      viewer.staffId,
    ]);
  });

  it('is not reached through another case', async () => {
    await add({ 'note.txt': text('words') });
    const { id } = await item('note.txt');
    const other = await openedCase(server.register, viewer.staffId);
    for (const rest of ['', '/content', '/preview'])
      expect((await handler.get(`/cases/${other.reference}/documents/${id}${rest}`)).status).toBe(404);
  });
});

const withheld = {
  decision: 'withhold',
  exemption: 'sch2-19',
  reason: 'Advice of our solicitors.',
  thirdParty: 'no',
};

describe('deciding', () => {
  it('records one decision for several items, with exemption and reason', async () => {
    await add({ 'one.txt': text('1'), 'two.txt': text('2') });
    const ids = (await items()).map(({ id }) => id);
    const answer = await handler.post(at('/decisions'), { item: ids, ...withheld });
    expect(answer.status).toBe(303);
    for (const { decision } of await items())
      expect(decision).toMatchObject({ decision: 'withhold', exemption: 'sch2-19', reason: withheld.reason });
    expect((await handler.get(at())).html).toContain('2 of 2 items are decided.');
  });

  it('asks for the exemption and the reason wherever something is kept back, and keeps what was typed', async () => {
    await add({ 'one.txt': text('1') });
    const { id } = await item('one.txt');
    const answer = await handler.post(at('/decisions'), { item: id, decision: 'withhold', thirdParty: 'no' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Under which exemption is something kept back?');
    expect(answer.html).toMatch(/value="withhold" checked/);
    expect(answer.html).toMatch(new RegExp(`value="${id}"[^>]* checked`));
    expect((await item('one.txt')).decision).toBeNull();
  });

  it('asks which items when none was chosen', async () => {
    await add({ 'one.txt': text('1') });
    const answer = await handler.post(at('/decisions'), withheld);
    expect(answer.html).toContain('Choose at least one item.');
  });

  it('does not release another person’s information without consent unless that is reasonable (DPA Sch 2 ¶16)', async () => {
    await add({ 'one.txt': text('1') });
    const { id } = await item('one.txt');
    const about = {
      decision: 'release',
      thirdParty: 'yes',
      consent: 'refused',
      confidentiality: 'yes',
      capable: 'yes',
      informationType: 'private',
    };
    const refused = await handler.post(at(`/${id}/decision`), { ...about, reasonable: 'no' });
    expect([refused.status, (await item('one.txt')).decision]).toEqual([422, null]);
    expect(refused.html).toContain('DPA Sch 2 ¶16');
    await handler.post(at(`/${id}/decision`), { ...about, reasonable: 'yes' });
    const page = await handler.get(at(`/${id}`));
    expect(page.html).toContain('Is it reasonable to disclose it without consent? Yes');
  });

  it('shows what was decided before as well', async () => {
    await add({ 'one.txt': text('1') });
    const { id } = await item('one.txt');
    await handler.post(at(`/${id}/decision`), withheld);
    await handler.post(at(`/${id}/decision`), { decision: 'out-of-scope' });
    const page = await handler.get(at(`/${id}`));
    expect(page.html).toContain('Outside what was asked');
    expect(page.html).toContain('Advice of our solicitors.');
  });

  it('gives the list as a table in which no name is run as a formula', async () => {
    await add({ '=1+1.txt': text('1') });
    const table = await (await handler.fetch(`/cases/${reference}/documents.csv`)).text();
    expect(table).toContain("'=1+1.txt");
    expect(table).toContain('Not decided');
  });
});

describe('once the review is finished', () => {
  it('nothing that was decided can be changed, on the page or by a program, and the page says what to do', async () => {
    await add({ 'one.txt': text('1') });
    const { id } = await item('one.txt');
    await handler.post(at(`/${id}/decision`), withheld);
    const run = await Run.claim(server, reference);
    await run.write(entered('review#1'));
    await run.write(left('review#1'), entered('second-check#1'));
    const changed = await handler.post(at(`/${id}/decision`), { decision: 'release', thirdParty: 'no' });
    expect([changed.status, (await item('one.txt')).decision?.decision]).toEqual([409, 'withhold']);
    const { token } = await server.register.tokens.issue(viewer.staffId, ORGANISATION, 'tests');
    const answer = await fetch(`${server.url}/api/v1${at('/decisions')}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ documents: [id], answers: { decision: 'release', thirdParty: 'no' } }),
    });
    expect([answer.status, (await item('one.txt')).decision?.decision]).toEqual([409, 'withhold']);
    const page = await handler.get(at(`/${id}`));
    expect(page.html).toContain('send it back to review');
    expect(page.html).not.toContain('Decide again');
  });
});

describe('a redacted item', () => {
  const redact = async (name: string): Promise<string> => {
    await add({ [name]: text('secret') });
    const { id } = await item(name);
    await handler.post(at(`/${id}/decision`), { ...withheld, decision: 'release-redacted' });
    return id;
  };
  const replace = (id: string, name: string, content: Buffer): Promise<Page> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    return handler.upload(at(`/${id}/replacement`), form);
  };

  it('says that the redacted file is missing until a flattened one is added', async () => {
    const id = await redact('one.txt');
    expect((await handler.get(at())).html).toContain('The redacted file is missing');
    expect((await replace(id, 'one-redacted.pdf', await pdf())).status).toBe(303);
    expect((await handler.get(at())).html).not.toContain('The redacted file is missing');
    const redacted = await item('one-redacted.pdf');
    expect([redacted.purpose, redacted.replacesId]).toEqual(['redacted', id]);
  });

  it('does not leave while its text can still be copied out from under the bars', async () => {
    const id = await redact('one.txt');
    const covered = await PDFDocument.create({ updateMetadata: false });
    const page = covered.addPage();
    page.drawText('secret');
    page.drawRectangle({ width: 600, height: 800 });
    await replace(id, 'covered.pdf', Buffer.from(await covered.save()));
    expect((await item('covered.pdf')).hidden).toEqual(['text-layer']);
    expect((await server.register.documents.unfinished(reference)).hidden).toBe(1);
    await replace(id, 'flat.pdf', await pdf());
    expect((await server.register.documents.unfinished(reference)).hidden).toBe(0);
  });

  it.each([
    ['a document whose cover can be lifted', 'one.docx', text('PK')],
    ['something that only calls itself a PDF', 'one.pdf', text('plain words')],
  ])('does not take %s', async (_what, name, content) => {
    const id = await redact('one.txt');
    const answer = await replace(id, name, content);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('must be a PDF, PNG or JPEG');
    expect((await items()).some(({ purpose }) => purpose === 'redacted')).toBe(false);
  });
});

describe('hidden content', () => {
  it('is found when a file is added, and must be dealt with by a person', async () => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage();
    document.setAuthor('A Name');
    await document.attach(Buffer.from('inside'), 'inside.txt', { mimeType: 'text/plain' });
    await add({ 'scan.pdf': Buffer.from(await document.save()) });
    const { id, hidden } = await item('scan.pdf');
    expect(hidden).toContain('attachments');
    expect((await handler.get(at(`/${id}`))).html).toContain('This file holds more than it shows');
    expect((await handler.post(at(`/${id}/hidden`), { how: 'reviewed' })).status).toBe(422);
    await handler.post(at(`/${id}/hidden`), { how: 'reviewed', reason: 'A copy of the same letter.' });
    expect((await item('scan.pdf')).hiddenHow).toBe('reviewed');
    expect((await handler.get(at(`/${id}`))).html).not.toContain('This file holds more than it shows');
  });

  it('asks what was done about it', async () => {
    await add({ 'old.doc': text('old') });
    const { id } = await item('old.doc');
    const answer = await handler.post(at(`/${id}/hidden`), {});
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('What was done about it?');
  });

  it('is not said to be replaced before a clean copy is there', async () => {
    await add({ 'old.doc': text('old') });
    const { id } = await item('old.doc');
    await handler.post(at(`/${id}/decision`), { decision: 'release', thirdParty: 'no' });
    const answer = await handler.post(at(`/${id}/hidden`), { how: 'replaced' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Add the clean copy first');
    expect((await item('old.doc')).hiddenHow).toBeNull();
  });
});
