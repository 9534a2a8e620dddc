import { createHash } from 'node:crypto';
import type { Document } from '../generated/client';
import type { Context } from '../context';
import type { Reader } from '../database';
import { RegisterError } from '../errors';
import { caseKey } from '../sealing/keyring';

/** One mebibyte. */
export const CHUNK_BYTES = 1_048_576;

/** Binds a piece to its document and its place in it: pieces cannot be exchanged or put in another order. */
export const piecePlace = (documentId: string, index: number): string =>
  `document/${documentId}/piece/${index}`;

/**
 * The plain content, piece by piece. Throws `key-destroyed`; `tampered` when a piece, or the whole against its
 * hash, is not what was stored.
 */
export async function* piecesOf(
  { keyring }: Context,
  reader: Reader,
  document: Document,
): AsyncGenerator<Buffer> {
  const key = await keyring.load(reader, caseKey(document.caseId));
  const whole = createHash('sha256');
  for (let index = 0; index < document.chunks; index += 1) {
    const piece = await reader.documentChunk.findUnique({
      where: { documentId_index: { documentId: document.id, index } },
    });
    if (!piece) throw tampered(document);
    const plain = key.open(piece.sealed, piecePlace(document.id, index));
    whole.update(plain);
    yield plain;
  }
  if (document.hash && !whole.digest().equals(document.hash)) throw tampered(document);
}

const tampered = ({ id }: Document): RegisterError =>
  new RegisterError('tampered', `The stored content of document ${id} is not what was uploaded.`);
