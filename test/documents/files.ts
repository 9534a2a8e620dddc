import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader';
import { buffer } from 'node:stream/consumers';
import archiver from 'archiver';
import type { File } from '../../documents';

/** A real archive with these files in it; office files are such archives. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = archiver('zip', { zlib: { level: 9 } });
  const whole = buffer(zip);
  for (const [name, content] of Object.entries(parts)) zip.append(content, { name });
  await zip.finalize();
  return whole;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const body = (inside: string): string =>
  `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${inside}</w:p></w:body></w:document>`;

/** A small Word file; `parts` adds to it or replaces. */
export async function docx(
  inside = '<w:r><w:t>Words</w:t></w:r>',
  parts: Record<string, string | Buffer> = {},
): Promise<File> {
  return {
    name: 'note.docx',
    mediaType: '',
    content: await zipOf({
      '[Content_Types].xml': `${declaration}<Types/>`,
      'word/document.xml': body(inside),
      ...parts,
    }),
  };
}

export async function xlsx(sheets: string, parts: Record<string, string> = {}): Promise<File> {
  const workbook = `${declaration}<workbook><sheets>${sheets}</sheets></workbook>`;
  return {
    name: 'list.xlsx',
    mediaType: '',
    content: await zipOf({ 'xl/workbook.xml': workbook, ...parts }),
  };
}

export const core = (author: string): string =>
  `${declaration}<cp:coreProperties><dc:creator>${author}</dc:creator></cp:coreProperties>`;

/** A JPEG of one segment before the picture itself. */
export function jpeg(marker: number | null, contents = ''): Buffer {
  const payload = Buffer.from(contents, 'latin1');
  const head = Buffer.from([0xff, marker ?? 0, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  const segment = marker === null ? Buffer.alloc(0) : Buffer.concat([head, payload]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

/** A PNG of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const email = (attachment?: { name: string; content: string }): Buffer =>
  Buffer.from(
    [
      'From: Repairs <repairs@meadow-homes.example>',
      'To: Wren Ashdown <wren@mail.test>',
      'Bcc: hidden@mail.test',
      'Subject: The leak',
      'Date: Mon, 02 Nov 2026 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'We come on Tuesday.',
      ...(attachment
        ? [
            '--b',
            `Content-Type: text/plain; name="${attachment.name}"`,
            `Content-Disposition: attachment; filename="${attachment.name}"`,
            '',
            attachment.content,
          ]
        : []),
      '--b--',
      '',
    ].join('\r\n'),
  );

/** A message as Outlook stores it, with one file attached. */
export function outlook(
  words: string,
  attached: { readonly name: string; readonly content: string },
): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }];
  const put = (folder: Entry, entry: Entry): Entry => {
    folder.children?.push(entries.push(entry) - 1);
    return entry;
  };
  const stream = (folder: Entry, name: string, content: Buffer): Entry =>
    put(folder, {
      name,
      type: TypeEnum.DOCUMENT,
      length: content.length,
      binaryProvider: () => new Uint8Array(content),
    });
  const text = (folder: Entry, tag: string, value: string): Entry =>
    stream(folder, `__substg1.0_${tag}001F`, Buffer.from(value, 'utf16le'));
  const folder = (name: string): Entry =>
    put(root, { name, type: TypeEnum.DIRECTORY, length: 0, children: [] });
  const [root] = entries as [Entry];
  stream(root, '__properties_version1.0', Buffer.alloc(32));
  text(root, '0037', 'The boiler');
  text(root, '0C1A', 'Hazel Moss');
  text(root, '1000', words);
  const to = folder('__recip_version1.0_#00000000');
  stream(to, '__properties_version1.0', Buffer.alloc(8));
  text(to, '3001', 'The repairs team');
  const file = folder('__attach_version1.0_#00000000');
  stream(file, '__properties_version1.0', Buffer.alloc(8));
  text(file, '3707', attached.name);
  stream(file, '__substg1.0_37010102', Buffer.from(attached.content));
  return Buffer.from(burn(entries));
}
