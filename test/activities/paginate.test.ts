import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from 'pdf-lib';
import { paginate } from '../../activities/documents/paginate';

async function pdfOf(pages: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) pdf.addPage();
  return Buffer.from(await pdf.save());
}

/** What is drawn on each page, as text: pdf-lib writes it in hexadecimal. */
function drawn(pdf: PDFDocument): string[] {
  return pdf.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
    const code = streams
      .map((stream) =>
        stream instanceof PDFRawStream
          ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
          : '',
      )
      .join('\n');
    return [...code.matchAll(/<([0-9A-F]+)> Tj/g)]
      .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1'))
      .join(' ');
  });
}

test('Every page of the copy bears the reference, the item and its number among all pages', async () => {
  const sections = [
    { number: '001', pdfs: [await pdfOf(2)] },
    { number: '002', pdfs: [await pdfOf(1), await pdfOf(1)] },
  ];
  const { pdf, pages } = await paginate(await pdfOf(1), sections, {
    reference: 'SAR-2026-00042',
    at: '2026-12-21T10:00:00Z',
  });
  expect(pages).toBe(5);
  const of = 'SAR-2026-00042,';
  expect(drawn(await PDFDocument.load(pdf))).toEqual([
    `${of} index, page 1 of 5`,
    `${of} item 001, page 2 of 5`,
    `${of} item 001, page 3 of 5`,
    `${of} item 002, page 4 of 5`,
    `${of} item 002, page 5 of 5`,
  ]);
});
