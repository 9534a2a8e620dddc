import { buffer } from 'node:stream/consumers';
import { londonDate } from '../../domain/calendar';
import type { Codes } from '../../domain/cases/process';
import { extensionOf, isEmail, typeOf } from '../../documents';
import type { DocumentRow } from '../../register/documents';
import type { Templates } from '../../templates/library';
import type { DocumentActivities, StepRef } from '../contract';
import type { Printer } from '../pdf';
import type { EffectRegister } from '../ports';
import { indexCsv, indexHtml, kindOf, type Index, type IndexLine } from './index-page';
import { firstPiece, pack, type Content, type PackedFile } from './pack';
import { pageCount, paginate } from './paginate';
import { isPrintable, joined, LARGEST_PRINTED, printed } from './printable';
import { releasedItems, type Released } from './released';
import { storedBefore, storeOnce } from './store';

export interface DocumentDeps {
  readonly register: EffectRegister;
  readonly templates: Templates;
  readonly printer: Printer;
}

/** An item with its content and, where it can be printed, its pages. */
interface Prepared {
  readonly released: Released;
  /** Neutral name in the ZIP: `003.pdf`. */
  readonly file: string;
  readonly content: Content;
  readonly mediaType: string;
  readonly pdfs: readonly Buffer[] | null;
  readonly pages: number;
}

/** More than this many bytes of pages are not laid out at once: what is left over stands in the ZIP only. */
const MOST_PRINTED = 4 * LARGEST_PRINTED;

export function createDocuments(deps: DocumentDeps): DocumentActivities {
  const { register, templates, printer } = deps;

  return {
    async assembleBundle(step) {
      const rows = await register.documents.ofCase(step.reference);
      const items = releasedItems(rows);
      if (items.length === 0) return { items: 0, bundle: null, pdf: null };
      const before = [storedBefore(rows, step, 'bundle'), storedBefore(rows, step, 'bundle-pdf')] as const;
      const [bundle, pdf] = before[0] && before[1] ? before : await make(step, items);
      return answer(items.length, bundle as DocumentRow, pdf as DocumentRow);
    },
  };

  async function make(
    step: StepRef,
    items: readonly Released[],
  ): Promise<readonly [DocumentRow, DocumentRow]> {
    const prepared: Prepared[] = [];
    let room = MOST_PRINTED;
    for (const item of items) {
      const one = await prepare(item, room);
      room -= (one.pdfs ?? []).reduce((sum, { length }) => sum + length, 0);
      prepared.push(one);
    }
    const index = await indexOf(step);
    const [zip, pdf] = [zipOf(step, index, prepared), await pdfOf(step, index, prepared)];
    return [
      await storeOnce(
        register,
        step,
        { purpose: 'bundle', mediaType: 'application/zip', name: `${step.reference}.zip` },
        zip,
      ),
      await storeOnce(
        register,
        step,
        { purpose: 'bundle-pdf', mediaType: 'application/pdf', name: `${step.reference}.pdf` },
        pdf,
      ),
    ];
  }

  /** `room`: how many bytes of printed pages may still be held until all of them are laid out. */
  async function prepare(released: Released, room: number): Promise<Prepared> {
    const { number, file: row } = released;
    const open = (): AsyncIterable<Buffer> => contentOf(row.id);
    const { name } = row;
    const mediaType = typeOf({ name, mediaType: row.mediaType, content: await firstPiece(open()) });
    const asWords = isEmail(mediaType);
    const prints = asWords || (isPrintable(mediaType) && row.bytes <= Math.min(LARGEST_PRINTED, room));
    const content = prints ? await buffer(open()) : null;
    const pdfs = content
      ? await printed(printer, { name, mediaType: row.mediaType, content, title: `Item ${number}` })
      : null;
    const pages = pdfs ? await pageCount(pdfs) : 0;
    // The file of an e-mail holds its attachments, whatever was decided of them: only its words leave.
    if (asWords && pdfs)
      return { released, file: `${number}.pdf`, content: await joined(pdfs), mediaType, pdfs, pages };
    const file = `${number}${extensionOf(mediaType, name)}`;
    return { released, file, content: open, mediaType, pdfs, pages };
  }

  async function* contentOf(id: string): AsyncIterable<Buffer> {
    yield* (await register.documents.content(id)).content;
  }

  async function indexOf({ reference, at }: StepRef): Promise<Omit<Index, 'items'>> {
    const { organisationId } = await register.cases.dossier(reference);
    return { reference, sender: register.organisations.get(organisationId).name, date: londonDate(at) };
  }

  function zipOf(
    { at }: StepRef,
    head: Omit<Index, 'items'>,
    prepared: readonly Prepared[],
  ): AsyncIterable<Buffer> {
    const index = { ...head, items: linesOf(prepared, 0) };
    const files: PackedFile[] = [
      { name: 'index.html', content: Buffer.from(indexHtml(templates, index, false)) },
      { name: 'index.csv', content: Buffer.from(indexCsv(index)) },
      ...prepared.map(({ file: name, content }) => ({ name, content })),
    ];
    return pack(files, new Date(at));
  }

  async function pdfOf(
    { reference, at }: StepRef,
    head: Omit<Index, 'items'>,
    prepared: readonly Prepared[],
  ): Promise<Buffer> {
    const index = await settledIndex(head, prepared);
    const sections = prepared.flatMap(({ released: { number }, pdfs }) => (pdfs ? [{ number, pdfs }] : []));
    return (await paginate(index, sections, { reference, at })).pdf;
  }

  /** The index names pages that come after it, so it is printed until its own length is the one it counted on. */
  async function settledIndex(head: Omit<Index, 'items'>, prepared: readonly Prepared[]): Promise<Buffer> {
    for (let length = 1; ;) {
      const index = await printer.print(
        indexHtml(templates, { ...head, items: linesOf(prepared, length) }, true),
      );
      const pages = await pageCount([index]);
      if (pages <= length) return index;
      length = pages;
    }
  }
}

/** The lines of the index; `before` is the number of pages that come before the first item. */
function linesOf(prepared: readonly Prepared[], before: number): IndexLine[] {
  let next = before + 1;
  return prepared.map(({ released: { number, redacted }, file, mediaType, pages }) => {
    const first = next;
    next += pages;
    const range =
      pages === 0 ? 'Not printed: see the file' : pages === 1 ? `${first}` : `${first} to ${next - 1}`;
    return { number, file, kind: kindOf(mediaType), redacted, pages: range };
  });
}

const answer = (items: number, bundle: DocumentRow, pdf: DocumentRow): Codes => ({
  items,
  ...{ bundle: bundle.id, bundleHash: bundle.sha256, pdf: pdf.id, pdfHash: pdf.sha256 },
});
