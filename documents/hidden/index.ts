import type { File } from '../file';
import { OUTLOOK, typeOf } from '../media-type';
import { readOutlook } from '../outlook';
import { limits } from '../zip';
import type { HiddenCode } from './codes';
import { hiddenInImage } from './image';
import { hiddenInOffice } from './office';
import { hasText, hiddenInPdf } from './pdf';

export type { HiddenCode } from './codes';

const oldBinary = ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'];

/**
 * Codes of what is in the file and does not show: each once, in a steady order. `not-examined` where it cannot be
 * looked into, so that a person does. Empty for formats that hide nothing, and for sound and video.
 */
export async function hiddenContent(file: File): Promise<HiddenCode[]> {
  const type = typeOf(file);
  try {
    return [...new Set(await look(type, file.content))];
  } catch {
    return ['not-examined'];
  }
}

async function look(type: string, content: Buffer): Promise<HiddenCode[]> {
  if (oldBinary.includes(type)) return ['not-examined'];
  // Its attachments are items of their own; what cannot be read stays whole.
  if (type === OUTLOOK) return readOutlook(content, limits) && [];
  if (type === 'application/pdf') return hiddenInPdf(content);
  if (type.startsWith('image/')) return hiddenInImage(content);
  const packed = /openxmlformats|opendocument|macroenabled/.test(type);
  return packed ? hiddenInOffice(content) : [];
}

/** The same of a file that was redacted: in a PDF, text that is still there counts as hidden, whatever covers it. */
export async function hiddenInRedacted(file: File): Promise<HiddenCode[]> {
  const found = await hiddenContent(file);
  const text = typeOf(file) === 'application/pdf' && (await hasText(file.content));
  return text ? [...found, 'text-layer'] : found;
}
