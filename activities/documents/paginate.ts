import { PDFDocument, rgb, StandardFonts, type PDFPage } from 'pdf-lib';
import type { Instant } from '../../domain/clock/types';

export interface Section {
  /** `003` */
  readonly number: string;
  readonly pdfs: readonly Buffer[];
}

export interface Paginated {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** How many pages a section will take. */
export async function pageCount(pdfs: readonly Buffer[]): Promise<number> {
  const counts = pdfs.map(async (pdf) =>
    (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount(),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** The index (whose tags stay) and then the items, every page stamped with reference, item and page number. */
export async function paginate(
  index: Buffer,
  sections: readonly Section[],
  { reference, at }: { readonly reference: string; readonly at: Instant },
): Promise<Paginated> {
  const pdf = await PDFDocument.load(index, { updateMetadata: false });
  const labels = pdf.getPages().map(() => 'index');
  for (const { number, pdfs } of sections)
    for (const one of pdfs) {
      const source = await PDFDocument.load(one, { updateMetadata: false });
      for (const page of await pdf.copyPages(source, source.getPageIndices())) {
        pdf.addPage(page);
        labels.push(`item ${number}`);
      }
    }
  await stamp(pdf, (index) => `${reference}, ${labels[index]}, page ${index + 1} of ${labels.length}`);
  describe(pdf, reference, at);
  return { pdf: Buffer.from(await pdf.save()), pages: labels.length };
}

async function stamp(pdf: PDFDocument, label: (index: number) => string): Promise<void> {
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.getPages().forEach((page, index) => write(page, label(index)));

  function write(page: PDFPage, text: string): void {
    const { x, y } = page.getCropBox();
    const width = font.widthOfTextAtSize(text, 8);
    page.drawRectangle({ x: x + 22, y: y + 8, width: width + 4, height: 11, color: rgb(1, 1, 1) });
    page.drawText(text, { x: x + 24, y: y + 11, size: 8, font, color: rgb(0, 0, 0) });
  }
}

function describe(pdf: PDFDocument, reference: string, at: Instant): void {
  pdf.setTitle(`Copy of personal data, ${reference}`, { showInWindowTitleBar: true });
  pdf.setLanguage('en-GB');
  pdf.setProducer('Custodian');
  pdf.setCreator('Custodian');
  pdf.setCreationDate(new Date(at));
  pdf.setModificationDate(new Date(at));
}
