import { isHiddenOpen } from '../../domain/cases/items';
import type { DocumentRow } from '../../register/documents';
import type { Tag } from './words';
import { decisionTag, exemptionOf, hiddenWords, sizeOf, sortOf } from './words';

/** A document as the pages show it. */
export interface ItemView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly sort: string;
  readonly size: string;
  /** The system it was found in, or why it is here. */
  readonly from: string;
  /** Number of the e-mail or archive it came in. */
  readonly parent: number | null;
  readonly state: DocumentRow['state'];
  readonly decision: Tag & { readonly exemption: string };
  /** What it holds beyond what it shows, in words. */
  readonly hidden: string;
  /** Hidden content that nobody has dealt with. */
  readonly hiddenOpen: boolean;
  /** Somebody must say what happens to it. */
  readonly decidable: boolean;
  /** A redacted file may be added for it, or a clean copy of one that hides something. */
  readonly replaceable: boolean;
  /** Released redacted, but the redacted file is not there yet. */
  readonly needsReplacement: boolean;
}

const purposes: Readonly<Record<DocumentRow['purpose'], string>> = {
  found: 'Found',
  evidence: 'Evidence',
  request: 'The request',
  authority: 'Evidence of authority',
  redacted: 'Redacted file',
  bundle: 'The bundle sent',
  'bundle-pdf': 'The bundle sent, to print',
  notification: 'Notification to the regulator, for programs',
  'notification-pdf': 'Notification to the regulator',
  assessment: 'The assessment as approved',
  'assessment-summary': 'Summary for publication',
  'consultation-pack': 'Pack for the prior consultation',
  other: 'Archive, opened',
};

/** Of evidence added with a task, what it shows. */
const whyHere = ({ purpose, description }: DocumentRow): string =>
  description === null ? purposes[purpose] : `${purposes[purpose]}: ${description}`;

/** Items in the order of their numbers, named for the pages. `systems` gives each system's label by its id. */
export function itemViews(rows: readonly DocumentRow[], systems: ReadonlyMap<string, string>): ItemView[] {
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return [...rows]
    .sort((a, b) => a.number - b.number)
    .map((row) => ({ ...itemView(row, numbers, systems), hiddenOpen: isHiddenOpen(row, rows) }));
}

function itemView(
  row: DocumentRow,
  numbers: ReadonlyMap<string, number>,
  systems: ReadonlyMap<string, string>,
): Omit<ItemView, 'hiddenOpen'> {
  const decidable = isDecidable(row);
  const redacted = decidable && row.decision?.decision === 'release-redacted';
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    sort: sortOf(row.mediaType),
    size: sizeOf(row.bytes),
    from: (row.system && (systems.get(row.system) ?? row.system)) || whyHere(row),
    parent: row.parentId === null ? null : (numbers.get(row.parentId) ?? null),
    state: row.state,
    decision: {
      ...(decidable
        ? decisionTag(row.decision?.decision)
        : { text: purposes[row.purpose], colour: 'govuk-tag--grey' }),
      exemption: exemptionOf(row.decision?.exemption),
    },
    hidden: hiddenWords(row.hidden),
    decidable,
    replaceable: redacted || (decidable && row.hidden.length > 0),
    needsReplacement: redacted && row.replacedBy === null,
  };
}

/** Only what a search found, and only once all of it is here, can be disclosed or kept back. */
export const isDecidable = (row: DocumentRow): boolean => row.purpose === 'found' && row.state === 'ready';

export const filters = ['all', 'undecided', 'going-out', 'kept-back', 'hidden'] as const;
export type Filter = (typeof filters)[number];

const keepsBack = ['withhold', 'release-redacted'];

/** Which rows a filter of the list shows. */
export const matches: Readonly<
  Record<Filter, (row: DocumentRow, index: number, all: readonly DocumentRow[]) => boolean>
> = {
  all: () => true,
  undecided: (row) => isDecidable(row) && row.decision === null,
  'going-out': (row) => row.decision?.decision === 'release' || row.decision?.decision === 'release-redacted',
  'kept-back': (row) => keepsBack.includes(row.decision?.decision ?? ''),
  hidden: (row, _index, all) => isHiddenOpen(row, all),
};

export const filterTexts: Readonly<Record<Filter, string>> = {
  all: 'All',
  undecided: 'Not decided',
  'going-out': 'Going out',
  'kept-back': 'Withheld or redacted',
  hidden: 'Hidden content',
};
