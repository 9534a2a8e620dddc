import { unzip } from '../zip';
import type { HiddenCode } from './codes';

interface Sign {
  readonly code: HiddenCode;
  /** Which part of the file. */
  readonly part: RegExp;
  /** What gives it away there; absent: that the part exists. */
  readonly text?: RegExp;
}

const author = /<(dc:creator|cp:lastModifiedBy|cp:keywords|dc:description|Manager|Company)>[^<]/;

/** Office Open XML (docx, xlsx, pptx) and OpenDocument: parts and marks that do not show. */
const signs: readonly Sign[] = [
  {
    code: 'tracked-changes',
    part: /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/,
    text: /<w:(ins|del|moveFrom|moveTo)\b/,
  },
  { code: 'tracked-changes', part: /^xl\/revisions\// },
  {
    code: 'tracked-changes',
    part: /^content\.xml$/,
    text: /<(text:tracked-changes|table:tracked-changes)\b/,
  },
  { code: 'comments', part: /^word\/comments\.xml$/, text: /<w:comment\b/ },
  { code: 'comments', part: /^(xl\/(comments|threadedComments)|ppt\/comments)/ },
  { code: 'comments', part: /^content\.xml$/, text: /<office:annotation\b/ },
  {
    code: 'hidden-text',
    part: /^word\/(document|header\d*|footer\d*)\.xml$/,
    text: /<w:vanish\s*(\/>|w:val="(1|true|on)")/,
  },
  { code: 'hidden-sheets', part: /^xl\/workbook\.xml$/, text: /<sheet\b[^>]*\bstate="(hidden|veryHidden)"/ },
  { code: 'hidden-rows', part: /^xl\/worksheets\/[^/]+\.xml$/, text: /<(row|col)\b[^>]*\bhidden="(1|true)"/ },
  { code: 'hidden-slides', part: /^ppt\/slides\/[^/]+\.xml$/, text: /<p:sld\b[^>]*\bshow="(0|false)"/ },
  { code: 'speaker-notes', part: /^ppt\/notesSlides\/[^/]+\.xml$/ },
  { code: 'macros', part: /(^|\/)vbaProject\.bin$/ },
  { code: 'macros', part: /^Basic\// },
  { code: 'metadata', part: /^docProps\/(core|app)\.xml$/, text: author },
  { code: 'metadata', part: /^docProps\/custom\.xml$/ },
  { code: 'metadata', part: /^meta\.xml$/, text: /<(dc:creator|meta:initial-creator)>[^<]/ },
  { code: 'attachments', part: /^(word|xl|ppt)\/embeddings\// },
];

/** The signs of hidden content in a packed office file. Throws `UnsafeArchive` for one that cannot be unpacked safely. */
export async function hiddenInOffice(content: Buffer): Promise<HiddenCode[]> {
  const parts = await unzip(content, (path) => signs.some(({ part }) => part.test(path)));
  return signs
    .filter(({ part, text }) =>
      parts.some((one) => part.test(one.path) && (!text || text.test(one.content.toString('utf8')))),
    )
    .map(({ code }) => code);
}
