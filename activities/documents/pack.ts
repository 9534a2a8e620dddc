import { Readable } from 'node:stream';
import archiver from 'archiver';

/** A file's content: as it is, or opened when its turn comes. */
export type Content = Buffer | (() => AsyncIterable<Buffer>);

export interface PackedFile {
  readonly name: string;
  readonly content: Content;
}

/**
 * A ZIP that opens anywhere, made while it is read: of a file no more than a few pieces are in memory, however large it
 * is. Times are one fixed moment: when a file was found is nobody's business. What goes wrong with a file ends the stream.
 */
export async function* pack(files: readonly PackedFile[], at: Date): AsyncGenerator<Buffer> {
  const zip = archiver('zip', { zlib: { level: 6 } });
  const guarded = async function* (content: () => AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    try {
      yield* content();
    } catch (error) {
      // Thrown on, it would be nobody's: the archive tells whoever reads it.
      zip.destroy(error as Error);
    }
  };
  for (const { name, content } of files)
    zip.append(Buffer.isBuffer(content) ? content : Readable.from(guarded(content)), { name, date: at });
  zip.finalize().catch((error: Error) => zip.destroy(error));
  for await (const part of zip) yield part as Buffer;
}

/** What a file begins with: enough to tell what it is. */
export async function firstPiece(content: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const piece of content) return piece;
  return Buffer.alloc(0);
}
