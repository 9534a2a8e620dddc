import { buffer } from 'node:stream/consumers';
import archiver from 'archiver';

export interface PackedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A ZIP that opens anywhere. Times are one fixed moment: when a file was found is nobody's business. */
export async function pack(files: readonly PackedFile[], at: Date): Promise<Buffer> {
  const zip = archiver('zip', { zlib: { level: 6 } });
  const whole = buffer(zip);
  for (const { name, content } of files) zip.append(content, { name, date: at });
  await zip.finalize();
  return whole;
}
