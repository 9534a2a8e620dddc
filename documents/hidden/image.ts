import type { HiddenCode } from './codes';

/** Camera data (where, when, with what) and descriptions in JPEG, PNG, WebP, TIFF and HEIC. */
export function hiddenInImage(content: Buffer): HiddenCode[] {
  const kinds = content[0] === 0xff ? jpeg(content) : content[0] === 0x89 ? png(content) : other(content);
  return [...new Set(kinds)];
}

function jpeg(content: Buffer): HiddenCode[] {
  const found: HiddenCode[] = [];
  for (let at = 2; at + 4 <= content.length && content[at] === 0xff;) {
    const marker = content[at + 1] ?? 0;
    if (marker === 0xda) break;
    const start = content.subarray(at + 4, at + 34).toString('latin1');
    if (marker === 0xe1) found.push(start.startsWith('Exif\0') ? 'exif' : 'metadata');
    if (marker === 0xed || marker === 0xfe) found.push('metadata');
    at += 2 + content.readUInt16BE(at + 2);
  }
  return found;
}

function png(content: Buffer): HiddenCode[] {
  const found: HiddenCode[] = [];
  for (let at = 8; at + 8 <= content.length; at += 12 + content.readUInt32BE(at)) {
    const chunk = content.subarray(at + 4, at + 8).toString('latin1');
    if (chunk === 'eXIf') found.push('exif');
    if (['tEXt', 'zTXt', 'iTXt'].includes(chunk)) found.push('metadata');
  }
  return found;
}

/** TIFF is made of such tags; in the others they stand in a part of that name. */
function other(content: Buffer): HiddenCode[] {
  const isTiff = ['49492a00', '4d4d002a'].includes(content.subarray(0, 4).toString('hex'));
  return isTiff || content.includes('EXIF') || content.includes('Exif') ? ['exif'] : [];
}
