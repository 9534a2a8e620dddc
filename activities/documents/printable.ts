import Handlebars from 'handlebars';
import { PDFDocument } from 'pdf-lib';
import { isEmail, readEmail, typeOf } from '../../documents';
import type { Printer } from '../pdf';

const escape = (text: string): string => Handlebars.escapeExpression(text);

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escape(title)}</title><style>
@page { size: A4; margin: 18mm; }
body { font-family: "Helvetica Neue", Arial, sans-serif; font-size: 10.5pt; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-family: inherit; }
img { max-width: 100%; max-height: 250mm; }
th { text-align: left; padding-right: 1em; vertical-align: top; }
</style></head><body>${body}</body></html>`;

export interface Printable {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  /** `Item 003`: what a page is called that has no words of its own. */
  readonly title: string;
}

/** Larger files are not printed: laying out pages needs the whole of them in memory. */
export const LARGEST_PRINTED = 64 * 1_048_576;

/** Whether a file of this type can be printed at all (not sound, video, office files). */
export const isPrintable = (type: string): boolean =>
  type === 'application/pdf' ||
  isEmail(type) ||
  /^image\/(jpeg|png|gif|webp)$/.test(type) ||
  type.startsWith('text/') ||
  type === 'application/json';

/** The item as PDFs to be put one behind the other, or null for what cannot be printed (sound, video, office files). */
export async function printed(printer: Printer, item: Printable): Promise<Buffer[] | null> {
  const { content, title } = item;
  const type = typeOf(item);
  if (type === 'application/pdf') return (await opens(content)) ? [content] : null;
  if (isEmail(type)) return email(printer, { content, type }, title);
  if (/^image\/(jpeg|png|gif|webp)$/.test(type))
    return [
      await printer.print(
        page(title, `<img alt="${escape(title)}" src="data:${type};base64,${content.toString('base64')}">`),
      ),
    ];
  if (type === 'text/html') return [await printer.print(content.toString('utf8'))];
  if (type.startsWith('text/') || type === 'application/json')
    return [await printer.print(page(title, `<pre>${escape(content.toString('utf8'))}</pre>`))];
  return null;
}

async function opens(content: Buffer): Promise<boolean> {
  try {
    return (await PDFDocument.load(content, { updateMetadata: false })).getPageCount() > 0;
  } catch {
    return false;
  }
}

/** Several PDFs as one. */
export async function joined(pdfs: readonly Buffer[]): Promise<Buffer> {
  const [only, ...more] = pdfs;
  if (only && more.length === 0) return only;
  const whole = await PDFDocument.create();
  for (const one of pdfs) {
    const source = await PDFDocument.load(one);
    for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
  }
  return Buffer.from(await whole.save());
}

/**
 * An e-mail without what is attached to it; null for one that cannot be read: attachments are items of their own, each with its own decision. Its
 * HTML is printed apart from its headers, so that it cannot paint over them.
 */
async function email(
  printer: Printer,
  { content, type }: { readonly content: Buffer; readonly type: string },
  title: string,
): Promise<Buffer[] | null> {
  const read = await readEmail(content, type).catch(() => null);
  if (!read) return null;
  const { from, to, cc, date, subject, text, html } = read;
  const people = (list: typeof to): string =>
    (list ?? [])
      .map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? '')))
      .join(', ');
  const lines = [
    ['From', people(from ? [from] : [])],
    ['To', people(to)],
    ['Copy to', people(cc)],
    ['Date', date ?? ''],
    ['Subject', subject ?? ''],
  ].filter(([, value]) => value !== '');
  const table = lines.map(
    ([label, value]) => `<tr><th scope="row">${label}</th><td>${escape(value ?? '')}</td></tr>`,
  );
  const words = text ? `<pre>${escape(text)}</pre>` : '';
  const first = await printer.print(page(title, `<table>${table.join('')}</table><hr>${words}`));
  return text || !html ? [first] : [first, await printer.print(html)];
}
