import type { Request, Response } from 'express';
import type { OpenedDocument } from '../../register/documents';

interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Sends a document's content piece by piece, or the part of it that a player asks for (one byte range). The
 * content is never whole in memory. Ends early, without error, when the reader goes away.
 */
export async function sendContent(
  req: Request,
  res: Response,
  { row, content }: OpenedDocument,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const span = rangeOf(req.get('Range'), row.bytes);
  if (span === 'unsatisfiable') {
    res.status(416).set('Content-Range', `bytes */${row.bytes}`).end();
    return;
  }
  const { first, last } = span ?? { first: 0, last: row.bytes - 1 };
  res
    .status(span ? 206 : 200)
    .set({ ...headers, 'Accept-Ranges': 'bytes', 'Content-Length': String(last - first + 1) });
  if (span) res.set('Content-Range', `bytes ${first}-${last}/${row.bytes}`);
  for await (const part of cut(content, first, last)) {
    if (res.closed || res.destroyed) return;
    if (!res.write(part)) await drained(res);
  }
  res.end();
}

/** The bytes from `first` to `last`, both included. */
async function* cut(content: AsyncIterable<Buffer>, first: number, last: number): AsyncIterable<Buffer> {
  let at = 0;
  for await (const piece of content) {
    const part = piece.subarray(Math.max(0, first - at), Math.max(0, last + 1 - at));
    at += piece.length;
    if (part.length > 0) yield part;
    if (at > last) return;
  }
}

/** One range of RFC 9110 §14.1.2; several at once, or none, are answered with the whole. */
export function rangeOf(header: string | undefined, size: number): Span | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [from, until] = [match[1] ?? '', match[2] ?? ''];
  const first = from === '' ? Math.max(0, size - Number(until)) : Number(from);
  const last = from === '' || until === '' ? size - 1 : Math.min(size - 1, Number(until));
  return first > last ? 'unsatisfiable' : { first, last };
}

const drained = (res: Response): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      res.off('drain', go);
      res.off('close', go);
      resolve();
    };
    res.on('drain', go);
    res.on('close', go);
  });
