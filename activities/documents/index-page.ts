import type { IsoDate } from '../../domain/clock/types';
import { isEmail } from '../../documents';
import type { Templates } from '../../templates/library';

/** One line of the index: neutral, of released items only. */
export interface IndexLine {
  readonly number: string;
  readonly file: string;
  readonly kind: string;
  readonly redacted: boolean;
  /** Pages in the printable copy, or where else to look. */
  readonly pages: string;
}

export interface Index {
  readonly reference: string;
  readonly sender: string;
  readonly date: IsoDate;
  readonly items: readonly IndexLine[];
}

export const indexHtml = (templates: Templates, index: Index, paginated: boolean): string =>
  templates.render('layout/bundle-index', { ...index, paginated });

/** The same for a spreadsheet (RFC 4180). Every value is ours: numbers, file names and kinds. */
export function indexCsv({ items }: Index): string {
  const rows = items.map(({ number, file, kind, redacted }) =>
    [number, file, kind, redacted ? 'yes' : 'no'].join(','),
  );
  return ['number,file,kind,blacked out in part', ...rows, ''].join('\r\n');
}

/** What sort of thing a file is, in a word that says nothing of its contents. */
export function kindOf(mediaType: string): string {
  if (mediaType === 'application/pdf') return 'Document (PDF)';
  if (isEmail(mediaType)) return 'E-mail';
  if (/spreadsheet|ms-excel|csv/.test(mediaType)) return 'Spreadsheet';
  if (/presentation|powerpoint/.test(mediaType)) return 'Presentation';
  if (/word|opendocument\.text/.test(mediaType)) return 'Document';
  const [family = ''] = mediaType.split('/');
  return { image: 'Picture', video: 'Video', audio: 'Sound recording', text: 'Text' }[family] ?? 'File';
}
