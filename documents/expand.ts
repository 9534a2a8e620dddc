import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { File } from './file';
import { typeOf } from './media-type';
import { budgetOf, limits, unzip, UnsafeArchive, type Budget, type Limits } from './zip';

/**
 * The files that a file holds: the attachments of an e-mail, the contents of an archive with those of archives
 * inside it. Empty for a file that holds none. Throws `UnsafeArchive` for one that would grow beyond the limits.
 */
export async function expand(file: File, bounds: Limits = limits): Promise<File[]> {
  const type = typeOf(file);
  if (type === 'message/rfc822') return attachmentsOf(await readEmail(file.content));
  if (type === 'application/zip') return unpack(file.content, bounds, budgetOf(bounds), 1);
  return [];
}

/** An e-mail as its parts: headers, text, HTML, attachments. Never fetches anything. */
export const readEmail = (content: Buffer): Promise<Email> =>
  PostalMime.parse(content, { attachmentEncoding: 'arraybuffer' });

function attachmentsOf({ attachments }: Email): File[] {
  return attachments.map((one, index) => ({
    name: safePath(
      one.filename ?? `attachment-${index + 1}${one.mimeType === 'message/rfc822' ? '.eml' : ''}`,
    ),
    mediaType: one.mimeType,
    content: bytesOf(one),
  }));
}

function bytesOf({ content }: Attachment): Buffer {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content as ArrayBuffer);
}

async function unpack(archive: Buffer, bounds: Limits, budget: Budget, depth: number): Promise<File[]> {
  if (depth > bounds.depth)
    throw new UnsafeArchive('too-deep', 'The archive holds archives within archives.');
  const files: File[] = [];
  for (const { path, content } of await unzip(archive, isContent, bounds, budget)) {
    const file = { name: safePath(path), mediaType: '', content };
    const mediaType = typeOf(file);
    if (mediaType === 'application/zip') files.push(...(await unpack(content, bounds, budget, depth + 1)));
    else files.push({ ...file, mediaType });
  }
  return files;
}

/** Not what operating systems leave in archives. */
const isContent = (path: string): boolean =>
  !/(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path);

/** Without steps up, drives or control characters: a name to show, never a place to write to. */
function safePath(path: string): string {
  const steps = path
    // eslint-disable-next-line no-control-regex -- they are what is to be removed
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .split(/[\\/]+/)
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[a-z]:$/i.test(step));
  return steps.join('/') || 'unnamed';
}
