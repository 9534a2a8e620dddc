import { mediaTypeOf } from './media-type';

/** How files that can be flat begin: a redaction in any other format is a cover that can be lifted. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/**
 * The content again, if it is a PDF, PNG or JPEG both by its name and by how it begins; null otherwise.
 * Whether something is still readable under a bar, the hidden-content check and the second person must see.
 */
export async function flattened(name: string, content: AsyncIterable<Buffer>): Promise<AsyncIterable<Buffer> | null> {
  const beginning = beginnings[mediaTypeOf(name)];
  if (!beginning) return null;
  const pieces = content[Symbol.asyncIterator]();
  const first = await pieces.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  return beginning.every((byte, index) => head[index] === byte) ? rejoined(head, pieces) : null;
}

async function* rejoined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
