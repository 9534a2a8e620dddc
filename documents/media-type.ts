import { extname } from 'node:path';
import type { File } from './file';

/** E-mails: as the standard stores them, and as Outlook does. */
export const RFC822 = 'message/rfc822';
export const OUTLOOK = 'application/vnd.ms-outlook';

export const isEmail = (type: string): boolean => type === RFC822 || type === OUTLOOK;

const office = 'application/vnd.openxmlformats-officedocument';

const byExtension: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': `${office}.wordprocessingml.document`,
  '.docm': 'application/vnd.ms-word.document.macroenabled.12',
  '.xlsx': `${office}.spreadsheetml.sheet`,
  '.xlsm': 'application/vnd.ms-excel.sheet.macroenabled.12',
  '.pptx': `${office}.presentationml.presentation`,
  '.pptm': 'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.odp': 'application/vnd.oasis.opendocument.presentation',
  '.doc': 'application/msword',
  '.xls': 'application/vnd.ms-excel',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.msg': OUTLOOK,
  '.eml': RFC822,
  '.zip': 'application/zip',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.heic': 'image/heic',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.avi': 'video/x-msvideo',
};

const beginnings: readonly (readonly [string, string])[] = [
  ['255044462d', 'application/pdf'],
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['474946383', 'image/gif'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
];

/**
 * What the file is: by its first bytes where they say so, else by its name's ending, else as it was declared.
 * A declared type is whatever a stranger's program wrote.
 */
export function typeOf({ name, mediaType, content }: File): string {
  const start = content.subarray(0, 12).toString('hex');
  const [, known] = beginnings.find(([beginning]) => start.startsWith(beginning)) ?? [];
  return known ?? byExtension[extname(name).toLowerCase()] ?? (mediaType || 'application/octet-stream');
}

/** How a file of that type is called when it leaves under a number. */
export function extensionOf(mediaType: string, name: string): string {
  const [known] = Object.entries(byExtension).find(([, type]) => type === mediaType) ?? [];
  return known ?? (/^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name).toLowerCase() : '.bin');
}
