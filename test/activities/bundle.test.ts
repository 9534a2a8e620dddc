import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { PDFDocument, PDFName } from 'pdf-lib';
import { expand } from '../../documents';
import type { DecisionInput, DocumentPurpose } from '../../register/documents';
import { docx, email, jpeg, outlook, png } from '../documents/files';
import type { Desk, OpenCase } from './desk';
import { desk } from './desk';

let d: Desk;
beforeAll(async () => {
  d = await desk();
});
afterAll(() => d.stop());

const step = 'assemble#1';

interface Added {
  readonly purpose?: DocumentPurpose;
  readonly parentId?: string;
  readonly replacesId?: string;
  readonly hidden?: readonly string[];
}

async function add(
  c: OpenCase,
  name: string,
  mediaType: string,
  content: Buffer,
  more: Added = {},
): Promise<string> {
  const { purpose = 'found', hidden = [], ...rest } = more;
  const input = { id: randomUUID(), reference: c.reference, purpose, name, mediaType, ...rest };
  return (await d.register.documents.add(c.viewer, input, content, hidden)).id;
}

const decide = (c: OpenCase, id: string, decision: DecisionInput['decision'], exemption?: string) =>
  d.register.documents.decide(c.viewer, c.reference, {
    documentIds: [id],
    decision,
    ...(exemption ? { exemption, reason: 'Somebody else.' } : {}),
  });

async function contentOf(id: unknown): Promise<Buffer> {
  const { content } = await d.register.documents.content(String(id));
  return buffer(Readable.from(content));
}

const text = (words: string): Buffer => Buffer.from(words);

async function pdfOf(words: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText(words);
  return Buffer.from(await pdf.save());
}

const assemble = (c: OpenCase) => d.activities.assembleBundle(c.ref(step));

async function unpacked(bundle: unknown): Promise<Map<string, Buffer>> {
  const files = await expand({
    name: 'bundle.zip',
    mediaType: 'application/zip',
    content: await contentOf(bundle),
  });
  return new Map(files.map(({ name, content }) => [name, content]));
}

async function pageCount(pdf: Buffer): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

describe('The copy (UK GDPR Art 15(3))', () => {
  test('holds released items only, under neutral numbers without gaps', async () => {
    const c = await d.open();
    const kept = await add(c, 'Ashdown visit.txt', 'text/plain', text('KEPT BACK'));
    const first = await add(c, 'Ashdown file.txt', 'text/plain', text('RELEASED ONE'));
    const second = await add(c, 'photo.png', 'image/png', png);
    await decide(c, kept, 'withhold', 'sch2-19');
    await decide(c, first, 'release');
    await decide(c, second, 'release');
    const made = await assemble(c);
    expect(made).toMatchObject({ items: 2 });
    const files = await unpacked(made.bundle);
    expect([...files.keys()]).toEqual(['index.html', 'index.csv', '001.txt', '002.png']);
    expect(files.get('001.txt')?.toString()).toBe('RELEASED ONE');
    const everything = Buffer.concat([...files.values()]).toString('latin1');
    expect(everything).not.toMatch(/KEPT BACK|Ashdown/);
  });

  test('never holds the original of a redacted item, whatever was decided before', async () => {
    const c = await d.open();
    const original = await add(c, 'letter.txt', 'text/plain', text('ORIGINAL SECRET'));
    await decide(c, original, 'release');
    await decide(c, original, 'release-redacted', 'sch2-19');
    await expect(assemble(c)).rejects.toMatchObject({ nonRetryable: true, type: 'not-replaced' });
    const flat = await pdfOf('blacked out');
    const redacted = await add(c, 'letter.pdf', 'application/pdf', flat, {
      purpose: 'redacted',
      replacesId: original,
    });
    const made = await assemble(c);
    const files = await unpacked(made.bundle);
    expect(files.get('001.pdf')).toEqual(await contentOf(redacted));
    expect(Buffer.concat([...files.values()]).toString('latin1')).not.toContain('ORIGINAL SECRET');
    expect(files.get('index.csv')?.toString()).toContain('001,001.pdf,Document (PDF),yes');
  });

  test('is not made while an item hides something that nobody has dealt with', async () => {
    const c = await d.open();
    const { content, name } = await docx('<w:ins/>');
    const id = await add(c, name, 'application/octet-stream', content, { hidden: ['tracked-changes'] });
    await decide(c, id, 'release');
    await expect(assemble(c)).rejects.toMatchObject({ nonRetryable: true, type: 'hidden-content' });
    await d.register.documents.dealtWithHidden(c.viewer, id, { how: 'reviewed', reason: 'Spelling only.' });
    expect(await assemble(c)).toMatchObject({ items: 1 });
  });

  test('holds the clean copy in place of an item that hides something, or nothing of it', async () => {
    const c = await d.open();
    const { content, name } = await docx('<w:ins><w:r><w:t>SECRET CHANGE</w:t></w:r></w:ins>');
    const [changed, kept] = [
      await add(c, name, 'application/octet-stream', content, { hidden: ['tracked-changes'] }),
      await add(c, name, 'application/octet-stream', content, { hidden: ['tracked-changes'] }),
    ];
    const say = (id: string, how: 'replaced' | 'not-released') =>
      d.register.documents.dealtWithHidden(c.viewer, id, { how });
    for (const id of [changed, kept]) await decide(c, id, 'release');
    await expect(say(changed, 'replaced')).rejects.toMatchObject({ code: 'invalid' });
    await expect(say(kept, 'not-released')).rejects.toMatchObject({ code: 'invalid' });
    const more = { purpose: 'redacted', replacesId: changed } as const;
    const clean = await add(c, 'clean.png', 'image/png', png, more);
    await say(changed, 'replaced');
    await decide(c, kept, 'out-of-scope');
    await say(kept, 'not-released');
    const made = await assemble(c);
    const files = await unpacked(made.bundle);
    expect([...files.keys()]).toEqual(['index.html', 'index.csv', '001.png']);
    expect(files.get('001.png')).toEqual(await contentOf(clean));
  });

  test('is not made where an item said not to be released is released after all', async () => {
    const c = await d.open();
    const id = await add(c, 'a.txt', 'text/plain', text('words'), { hidden: ['not-examined'] });
    await decide(c, id, 'out-of-scope');
    await d.register.documents.dealtWithHidden(c.viewer, id, { how: 'not-released' });
    await decide(c, id, 'release');
    await expect(assemble(c)).rejects.toMatchObject({ type: 'hidden-content' });
  });

  test('gives an e-mail as its words, never with an attachment that was withheld', async () => {
    const c = await d.open();
    const mail = email({ name: 'report.txt', content: 'WITHHELD REPORT' });
    const id = await add(c, 'mail.eml', 'message/rfc822', mail);
    const child = await add(c, 'report.txt', 'text/plain', text('WITHHELD REPORT'), { parentId: id });
    await decide(c, id, 'release');
    await decide(c, child, 'withhold', 'sch2-19');
    const files = await unpacked((await assemble(c)).bundle);
    expect([...files.keys()]).toEqual(['index.html', 'index.csv', '001.pdf']);
    expect(files.get('001.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.concat([...files.values()]).toString('latin1')).not.toMatch(/WITHHELD|hidden@mail/);
  });

  test('gives a message of Outlook as its words as well', async () => {
    const c = await d.open();
    const message = outlook('It leaks.', { name: 'report.txt', content: 'WITHHELD REPORT' });
    await decide(c, await add(c, 'mail.msg', 'application/vnd.ms-outlook', message), 'release');
    const files = await unpacked((await assemble(c)).bundle);
    expect([...files.keys()]).toEqual(['index.html', 'index.csv', '001.pdf']);
    expect(Buffer.concat([...files.values()]).toString('latin1')).not.toContain('WITHHELD');
  });

  test('is one paginated PDF as well: the index first, in tags, then what can be printed', async () => {
    const c = await d.open();
    const items: [string, string, Buffer][] = [
      ['a.pdf', 'application/pdf', await pdfOf('one page')],
      ['b.txt', 'text/plain', text('words')],
      ['c.jpg', 'image/jpeg', jpeg(null)],
      ['d.html', 'text/html', text('<p>words</p><script>document.body.innerHTML = "SCRIPT RAN"</script>')],
      ['e.mp4', 'video/mp4', text('not for paper')],
    ];
    for (const [name, type, content] of items) await decide(c, await add(c, name, type, content), 'release');
    const made = await assemble(c);
    const pdf = await contentOf(made.pdf);
    expect(await pageCount(pdf)).toBe(5);
    const loaded = await PDFDocument.load(pdf);
    expect(loaded.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
    expect(loaded.catalog.has(PDFName.of('MarkInfo'))).toBe(true);
    expect(loaded.getTitle()).toBe(`Copy of personal data, ${c.reference}`);
    expect((await unpacked(made.bundle)).get('005.mp4')?.toString()).toBe('not for paper');
  });

  test('is made once: the same step answers the same files', async () => {
    const c = await d.open();
    await decide(c, await add(c, 'a.txt', 'text/plain', text('words')), 'release');
    const first = await assemble(c);
    expect(await assemble(c)).toEqual(first);
    const rows = await d.register.documents.ofCase(c.reference);
    expect(rows.filter(({ purpose }) => purpose === 'bundle')).toHaveLength(1);
    expect(first.bundleHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is no file at all where nothing is released', async () => {
    const c = await d.open();
    expect(await assemble(c)).toEqual({ items: 0, bundle: null, pdf: null });
  });
});

describe('Printing', () => {
  test('runs no script and loads nothing that a stranger’s page asks for', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const c = await d.open();
      const page = `<img src="${at}/pixel.png"><link rel="stylesheet" href="${at}/a.css"><iframe src="${at}/frame"></iframe><script>fetch("${at}/script")</script>`;
      await decide(c, await add(c, 'page.html', 'text/html', text(page)), 'release');
      expect(await assemble(c)).toMatchObject({ items: 1 });
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });
});
