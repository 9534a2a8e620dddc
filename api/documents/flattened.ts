import { typeOf } from '../../documents';
import { typeByName } from './take';

/** A redaction in any other format is a cover that can be lifted. */
const flat = ['application/pdf', 'image/png', 'image/jpeg'];

/**
 * The content again, if it is a PDF, PNG or JPEG both by its name and by how it begins; null otherwise.
 * Whether something is still readable under a bar, the hidden-content check and the second person must see.
 */
export async function flattened(
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<AsyncIterable<Buffer> | null> {
  const pieces = content[Symbol.asyncIterator]();
  const first = await pieces.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const type = typeOf({ name: '', mediaType: '', content: head });
  return flat.includes(type) && type === typeByName(name) ? rejoined(head, pieces) : null;
}

async function* rejoined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
