import PostalMime, { type Attachment } from 'postal-mime';
import type { File } from './file';
import { extensionOf, isEmail, OUTLOOK, RFC822, typeOf } from './media-type';
import { readOutlook, type Message } from './outlook';
import { budgetOf, limits, unzip, UnsafeArchive, type Budget, type Limits } from './zip';

/**
 * The files that a file holds: the attachments of an e-mail, the contents of an archive with those of archives
 * inside it. Empty for a file that holds none. Throws `UnsafeArchive` for one that would grow beyond the limits.
 */
export async function expand(file: File, bounds: Limits = limits): Promise<File[]> {
  const type = typeOf(file);
  if (isEmail(type)) return holds(file, type, bounds);
  if (type === 'application/zip') return unpack(file.content, bounds, budgetOf(bounds), 1);
  return [];
}

/** An e-mail as its parts: headers, text, HTML, attachments. Never fetches anything. Throws for one that cannot be read. */
export const readEmail = async (
  content: Buffer,
  type: string = RFC822,
  bounds: Limits = limits,
): Promise<Message> =>
  type === OUTLOOK
    ? readOutlook(content, bounds)
    : PostalMime.parse(content, { attachmentEncoding: 'arraybuffer' });

/** The attachments; none of a message of Outlook that cannot be read: it stays whole, and a person must look. */
async function holds(file: File, type: string, bounds: Limits): Promise<File[]> {
  try {
    return attachmentsOf(await readEmail(file.content, type, bounds));
  } catch (error) {
    if (type === OUTLOOK && !(error instanceof UnsafeArchive)) return [];
    throw error;
  }
}

function attachmentsOf({ attachments }: Message): File[] {
  return attachments.map((one, index) => ({
    name: safePath(
      one.filename ?? `attachment-${index + 1}${isEmail(one.mimeType) ? extensionOf(one.mimeType, '') : ''}`,
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
