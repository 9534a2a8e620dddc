import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { IncomingFile } from '../../../api/documents/multipart';
import { readUpload, safeName } from '../../../api/documents/multipart';

interface Answer {
  error?: string;
  fields?: Record<string, unknown>;
  files?: { name: string; size: number; purpose: unknown }[];
}

async function sizeOf(file: IncomingFile): Promise<number> {
  let size = 0;
  for await (const piece of file.content) size += (piece as Buffer).length;
  return size;
}

const outcomes: Answer[] = [];
const server = createServer((req, res) => {
  const files: NonNullable<Answer['files']> = [];
  const refused = req.headers['x-refuse'] === 'yes';
  readUpload(req, async (file, fields) => {
    if (refused) throw new Error('The record did not take it.');
    files.push({ name: file.name, size: await sizeOf(file), purpose: fields.purpose });
  }).then(
    (fields) => {
      outcomes.push({ fields, files });
      res.end(JSON.stringify({ fields, files }));
    },
    (error: Error) => {
      outcomes.push({ error: error.message });
      res.end(JSON.stringify({ error: error.message }));
    },
  );
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function post(form: FormData, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: form, headers });
  return (await response.json()) as Answer;
}

function formWith(...files: [name: string, bytes: number][]): FormData {
  const form = new FormData();
  form.append('purpose', 'found');
  for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

describe('an upload without scripts', () => {
  it('hands over every file whole, one after another, with the fields that came before it', async () => {
    const answer = await post(formWith(['a.txt', 3], ['folder/b.bin', 3_000_000], ['c.txt', 1]));
    expect(answer.files).toEqual([
      { name: 'a.txt', size: 3, purpose: 'found' },
      { name: 'folder/b.bin', size: 3_000_000, purpose: 'found' },
      { name: 'c.txt', size: 1, purpose: 'found' },
    ]);
  });

  it('keeps all values of a field that comes several times', async () => {
    const form = formWith();
    form.append('item', '1');
    form.append('item', '2');
    expect((await post(form)).fields).toEqual({ purpose: 'found', item: ['1', '2'] });
  });

  it('passes over a file input that was left empty', async () => {
    const form = formWith();
    form.append('files', new Blob([]), '');
    expect((await post(form)).files).toEqual([]);
  });

  it('answers with what the record said when a file is not taken, and does not hang', async () => {
    expect(await post(formWith(['a.bin', 5_000_000]), { 'x-refuse': 'yes' })).toEqual({
      error: 'The record did not take it.',
    });
  });

  it('says that it broke off when the connection ends in the middle of a file', async () => {
    outcomes.length = 0;
    await breakOff();
    while (outcomes.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(outcomes).toEqual([{ error: 'The upload broke off before all of it had arrived.' }]);
  });

  it('refuses a body that is no form', async () => {
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'text' });
    expect(await response.json()).toEqual({ error: 'This is not a form with files.' });
  });
});

/** Sends the head of a form and a part of one file, then hangs up. */
function breakOff(): Promise<void> {
  const head = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nonly a part';
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n${head}`,
        () => {
          socket.destroy();
          resolve();
        },
      );
    });
  });
}

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['folder/inner/report.pdf', 'folder/inner/report.pdf'],
    ['..\\..\\windows\\report.pdf', 'windows/report.pdf'],
    ['/etc/../report.pdf', 'etc/report.pdf'],
    ['re\u0000port\r\n.pdf', 'report.pdf'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['..', 'unnamed'],
  ])('%j is kept as %j', (given, kept) => expect(safeName(given)).toBe(kept));
});
