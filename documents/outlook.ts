import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import type { Address, Attachment, Email } from 'postal-mime';
import { UnsafeArchive, type Limits } from './zip';

/** An e-mail as its parts, whichever program stored it. */
export type Message = Pick<
  Email,
  'from' | 'to' | 'cc' | 'date' | 'subject' | 'text' | 'html' | 'attachments'
>;

/**
 * An e-mail that Outlook stored (`.msg`) as its parts. Throws for one that cannot be read, or whose words are only in
 * Outlook's own format, and `UnsafeArchive` for one that would grow beyond the limits.
 */
export function readOutlook(content: Buffer, { entries, bytesEach, bytesTogether }: Limits): Message {
  const reader = new MsgReader(toArrayBuffer(content));
  const found = reader.getFileData();
  if (found.error !== undefined || found.dataType !== 'msg') throw new Error('not a message of Outlook');
  const { subject, body: text, attachments = [], recipients = [] } = found;
  const html = found.bodyHtml ?? (found.html && Buffer.from(found.html).toString('utf8'));
  if (!text && !html && found.compressedRtf) throw new Error('words in rich text only');
  const sizes = attachments.map(({ contentLength = 0 }) => contentLength);
  if (attachments.length > entries)
    throw new UnsafeArchive('too-many-files', 'The e-mail holds too many files.');
  if (Math.max(0, ...sizes) > bytesEach || sizes.reduce((sum, size) => sum + size, 0) > bytesTogether)
    throw new UnsafeArchive('too-large', 'The e-mail holds more than it may.');
  const sent = found.clientSubmitTime ?? found.messageDeliveryTime;
  return {
    from: mailbox(found.senderName, found.senderSmtpAddress ?? found.senderEmail),
    to: recipients.filter(({ recipType }) => (recipType ?? 'to') === 'to').map(addressee),
    cc: recipients.filter(({ recipType }) => recipType === 'cc').map(addressee),
    ...(sent && { date: sent }),
    ...{ subject, text, html },
    attachments: attachments.map((one) => attachmentOf(reader, one)),
  };
}

const toArrayBuffer = (content: Buffer): ArrayBuffer => new Uint8Array(content).buffer;

const addressee = ({ name, smtpAddress, email }: FieldsData): Address => mailbox(name, smtpAddress ?? email);

const mailbox = (name = '', address = ''): Address => ({ name, address });

function attachmentOf(reader: MsgReader, one: FieldsData): Attachment {
  const { fileName, content } = reader.getAttachment(one);
  return {
    filename: fileName || null,
    mimeType: one.innerMsgContent ? 'application/vnd.ms-outlook' : (one.attachMimeTag ?? ''),
    disposition: 'attachment',
    content: new Uint8Array(content).buffer,
  };
}
