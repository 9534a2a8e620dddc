import { CHUNK_BYTES } from './pieces';

/** Cuts a stream into pieces of the record's size; only the last may be smaller. */
export async function* inPieces(content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of content) {
    waiting.push(part);
    size += part.length;
    if (size < CHUNK_BYTES) continue;
    const all = Buffer.concat(waiting);
    const full = size - (size % CHUNK_BYTES);
    for (let at = 0; at < full; at += CHUNK_BYTES) yield all.subarray(at, at + CHUNK_BYTES);
    waiting = [all.subarray(full)];
    size -= full;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
