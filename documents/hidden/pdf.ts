import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import type { HiddenCode } from './codes';

/** Links and form fields are part of the page; anything else was written onto it. */
const partOfThePage = ['/Link', '/Widget'];

/** Signs of hidden content in a PDF; `not-examined` for one that is locked. Throws for one that cannot be read. */
export async function hiddenInPdf(content: Buffer): Promise<HiddenCode[]> {
  const pdf = await PDFDocument.load(content, { ignoreEncryption: true, updateMetadata: false });
  if (pdf.isEncrypted) return ['not-examined'];
  const { catalog } = pdf;
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const has = (dict: PDFDict | undefined, name: string): boolean => dict?.has(PDFName.of(name)) ?? false;
  const signs: readonly (readonly [HiddenCode, boolean])[] = [
    ['metadata', describes(pdf)],
    ['attachments', has(names, 'EmbeddedFiles') || has(catalog, 'AF')],
    ['scripts', has(names, 'JavaScript') || has(catalog, 'AA')],
    ['hidden-text', has(catalog, 'OCProperties')],
    [
      'annotations',
      pdf.getPages().some((page) => annotated(page.node.lookupMaybe(PDFName.of('Annots'), PDFArray))),
    ],
  ];
  return signs.filter(([, found]) => found).map(([code]) => code);
}

/** Says who wrote it or what it is about; the name of the program that made it says nothing of anybody. */
function describes(pdf: PDFDocument): boolean {
  const told = [pdf.getAuthor(), pdf.getTitle(), pdf.getSubject(), pdf.getKeywords()];
  if (told.some((one) => one !== undefined && one.trim() !== '')) return true;
  const stream = pdf.catalog.lookup(PDFName.of('Metadata'));
  if (!(stream instanceof PDFRawStream)) return false;
  return /<dc:(creator|title|description|subject)\b/.test(
    Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8'),
  );
}

function annotated(annotations: PDFArray | undefined): boolean {
  return (annotations?.asArray() ?? []).some((_, index) => {
    const subtype = annotations?.lookupMaybe(index, PDFDict)?.lookup(PDFName.of('Subtype'));
    return subtype !== undefined && !partOfThePage.includes(subtype.toString());
  });
}

/** Text shown by a content stream of a page, of a form on it or of an annotation: `(words) Tj`, `[(wo) 3 (rds)] TJ`. */
const showsText = /\bBT\b[^]*?[)>\]]\s*(Tj|TJ|'|")/;

/**
 * Whether text can be copied out of a PDF, whatever covers it. A file that was flattened holds pictures only. Text that
 * stands nowhere on a page counts too: it can be taken out of the file. True as well where it cannot be read.
 */
export async function hasText(content: Buffer): Promise<boolean> {
  try {
    const pdf = await PDFDocument.load(content, { ignoreEncryption: true, updateMetadata: false });
    return (
      pdf.isEncrypted ||
      pdf.context
        .enumerateIndirectObjects()
        .some(([, object]) => object instanceof PDFRawStream && isDrawing(object) && drawsText(object))
    );
  } catch {
    return true;
  }
}

/** Pictures, fonts and the file's own tables draw nothing by themselves. */
function isDrawing({ dict }: PDFRawStream): boolean {
  const [type, subtype] = ['Type', 'Subtype'].map((name) => dict.get(PDFName.of(name))?.toString());
  const isTable = ['/XRef', '/ObjStm', '/Metadata', '/EmbeddedFile'].includes(type ?? '');
  const isFont = ['Length1', 'Length2', 'Length3'].some((name) => dict.has(PDFName.of(name)));
  return !isTable && !isFont && !['/Image', '/Type1C', '/CIDFontType0C', '/OpenType'].includes(subtype ?? '');
}

const drawsText = (stream: PDFRawStream): boolean =>
  showsText.test(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'));
