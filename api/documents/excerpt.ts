import { readEmail } from '../../documents';
import type { OpenedDocument } from '../../register/documents';
import { previewOf } from './preview';

const SHOWN_CHARACTERS = 100_000;
const READ_BYTES = 8 * 1024 * 1024;

/** The beginning of an item as plain text, for the page that shows it. */
export interface Excerpt {
  readonly text: string;
  /** There is more than what is shown. */
  readonly cut: boolean;
}

/** A text as it stands, or an e-mail with its sender, addressees, date and words. */
export async function excerptOf({ row, content }: OpenedDocument): Promise<Excerpt> {
  const { bytes, cut } = await beginning(content);
  const whole =
    previewOf(row.mediaType) === 'email' ? await emailText(bytes, row.mediaType) : bytes.toString('utf8');
  return { text: whole.slice(0, SHOWN_CHARACTERS), cut: cut || whole.length > SHOWN_CHARACTERS };
}

async function beginning(content: AsyncIterable<Buffer>): Promise<{ bytes: Buffer; cut: boolean }> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    if (size >= READ_BYTES) return { bytes: Buffer.concat(pieces), cut: true };
    pieces.push(piece);
    size += piece.length;
  }
  return { bytes: Buffer.concat(pieces), cut: false };
}

async function emailText(source: Buffer, mediaType: string): Promise<string> {
  const email = await readEmail(source, mediaType).catch(() => null);
  if (!email) return 'This e-mail cannot be shown here. Download it to read it.';
  const heads = [
    ['From', addresses([email.from])],
    ['To', addresses(email.to)],
    ['Cc', addresses(email.cc)],
    ['Date', email.date],
    ['Subject', email.subject],
    ['Attachments', email.attachments.map(({ filename }) => filename ?? 'unnamed').join(', ')],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${heads.join('\n')}\n\n${email.text ?? withoutTags(email.html ?? '')}`;
}

type Mailbox = { name?: string; address?: string } | undefined;

const addresses = (list: readonly Mailbox[] | undefined): string =>
  (list ?? [])
    .flatMap((one) => (one ? [[one.name, one.address && `<${one.address}>`].filter(Boolean).join(' ')] : []))
    .join(', ');

/** Only for reading: the page escapes what comes out. */
const withoutTags = (html: string): string =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
