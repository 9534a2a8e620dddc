import { LineCounter, isAlias, isMap, isNode, isPair, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Mistake } from './profile-error';

export type Path = readonly PropertyKey[];

/** A mistake before its place in the file is known. */
export interface Finding {
  readonly path: Path;
  /** Absent: what stands at `path`. */
  readonly found?: string;
  readonly allowed: string;
  readonly article?: string;
}

/** A YAML file that knows where each of its fields stands. */
export interface PlacedDocument {
  readonly value: unknown;
  /** Mistakes of the YAML itself: bad indentation, a key written twice. */
  readonly mistakes: readonly Mistake[];
  place(finding: Finding): Mistake;
}

export function readDocument(text: string, file: string): PlacedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = ({ path, found, allowed, article }: Finding): Mistake => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return {
      file,
      line,
      column: col,
      field: fieldName(path),
      found: found ?? shown(document, path),
      allowed,
      article,
    };
  };
  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    mistakes: document.errors.map(syntax),
    place,
  };

  function syntax(error: { pos: [number, number]; message: string }): Mistake {
    const { line, col } = lines.linePos(error.pos[0]);
    return { file, line, column: col, field: '', found: error.message, allowed: 'well-formed YAML 1.2' };
  }
}

/** `['systems', 3, 'ownerEmail']` → `systems[3].ownerEmail` */
export function fieldName(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** Where the path leads or, where something is missing on the way, the last that is there. */
function offsetOf(document: Document, path: Path): number {
  let node: Node | null = document.contents;
  for (const part of path) {
    const next = child(document, node, part);
    if (!next) break;
    node = next;
  }
  return node?.range?.[0] ?? 0;
}

function child(document: Document, parent: Node | null, part: PropertyKey): Node | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) return nodeOrNone(node.items[Number(part)]);
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isNode(item.key) && String(item.key) === String(part));
  return isPair(pair) ? (nodeOrNone(pair.value) ?? nodeOrNone(pair.key)) : undefined;
}

function nodeOrNone(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}

function shown(document: Document, path: Path): string {
  const value: unknown = path.length > 0 ? document.getIn(path) : document.contents;
  if (value === undefined) return 'nothing';
  const plain: unknown = isNode(value) ? value.toJS(document) : value;
  const text = JSON.stringify(plain);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
