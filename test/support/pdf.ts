import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';

/** What a PDF tells whoever has it read aloud. */
export interface Accessible {
  readonly title: string | undefined;
  /** `en-GB`; undefined where the file does not say. */
  readonly language: string | undefined;
  /** The file says that its content is tagged. */
  readonly marked: boolean;
  /** The sorts of the elements of its structure tree, each once: `H1`, `P`, `Table` … */
  readonly structure: readonly string[];
}

/** Reads it from the file itself. */
export async function accessibleParts(pdf: Uint8Array): Promise<Accessible> {
  const file = await PDFDocument.load(pdf);
  const { catalog } = file;
  const language = catalog.lookup(PDFName.of('Lang'));
  const marking = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  const structure = new Set<string>();
  collect(file, catalog.lookup(PDFName.of('StructTreeRoot')), structure);
  return {
    title: file.getTitle(),
    language:
      language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : undefined,
    marked: marking?.lookup(PDFName.of('Marked')) === PDFBool.True,
    structure: [...structure],
  };
}

/** A tree: an element names its sort, and has one child or a list of them. */
function collect(file: PDFDocument, node: PDFObject | undefined, found: Set<string>): void {
  if (node instanceof PDFArray)
    for (const child of node.asArray()) collect(file, file.context.lookup(child), found);
  if (!(node instanceof PDFDict)) return;
  const sort = node.get(PDFName.of('S'));
  if (sort instanceof PDFName) found.add(sort.decodeText());
  collect(file, node.lookup(PDFName.of('K')), found);
}
