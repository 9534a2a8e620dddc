import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { BadRequest } from '../errors';

/** A file as it comes in: its content must be read before the next one can arrive. */
export interface IncomingFile {
  /** Name of the form's field. */
  readonly field: string;
  /** Name as given, with its folders where a folder was chosen. */
  readonly name: string;
  /** What the sender says it is; nothing relies on it. */
  readonly claimedType: string;
  readonly content: Readable;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const LIMITS = { fields: 100, fieldSize: 128 * 1024, files: 2000, parts: 2100, headerPairs: 50 } as const;

/**
 * Reads an upload: hands over each file as it arrives, with the fields that stood before it in the form,
 * and answers all fields. Nothing is kept in memory or on disk here. Empty file inputs are passed over.
 * Rejects with BadRequest when the body is not a form, breaks off, or holds too many parts; rejects with
 * what `onFile` rejects with.
 */
export function readUpload(
  req: IncomingMessage,
  onFile: (file: IncomingFile, fields: Fields) => Promise<void>,
): Promise<Fields> {
  return new Promise((resolve, reject) => {
    const parser = open(req);
    const fields: Record<string, string | string[]> = {};
    let work = Promise.resolve();

    const fail = (reason: unknown): void => {
      req.unpipe(parser);
      req.resume();
      reject(reason instanceof Error ? reason : new BadRequest('The files could not be read.'));
    };
    parser.on('field', (name, value) => addTo(fields, name, value));
    parser.on('file', (field, content, info) => {
      if (!info.filename) return content.resume();
      content.on('error', () => fail(broken()));
      const file = { field, name: safeName(info.filename), claimedType: info.mimeType, content };
      work = work.then(() => onFile(file, fields));
      work.catch(fail);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      parser.on(limit, () =>
        fail(new BadRequest('That is too many files at once. Send a ZIP file, or fewer files.')),
      );
    parser.on('error', () => fail(broken()));
    parser.on('close', () => work.then(() => resolve(fields), fail));
    req.on('aborted', () => fail(broken()));
    req.pipe(parser);
  });
}

const broken = (): BadRequest =>
  new BadRequest('The upload broke off before all of it had arrived.', 'broken-off');

function open(req: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: req.headers, limits: LIMITS, preservePath: true, defParamCharset: 'utf8' });
  } catch {
    throw new BadRequest('This is not a form with files.');
  }
}

function addTo(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}

const LONGEST = 400;

/** A name that can be shown and stored: folders kept, nothing that climbs out of them, nothing unprintable. */
export function safeName(given: string): string {
  const parts = given
    .replace(/\\/g, '/')
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.join('/').slice(-LONGEST) || 'unnamed';
}
