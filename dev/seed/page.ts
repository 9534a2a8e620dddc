import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A one-page PDF with a heading and a line of text. */
export async function pdfOf(heading: string, text: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  page.drawText(heading, { x: 60, y: 760, size: 16, font });
  page.drawText(text, { x: 60, y: 730, size: 11, font });
  return Buffer.from(await pdf.save());
}
