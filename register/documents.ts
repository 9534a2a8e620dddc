import type { HiddenHow } from '../domain/cases/items';
import type { Codes } from '../domain/cases/process';
import type { Instant, IsoDate } from '../domain/clock/types';
import type { Context } from './context';
import { decide, deciders, decisionsOf, unfinishedReview } from './documents/decisions';
import { contentForEffects, viewByLink, viewDocument } from './documents/reading';
import { dealtWithHidden } from './documents/hidden';
import type { Removed } from './documents/remove';
import { removeFiles } from './documents/remove';
import { documentsOfCase, findDocument, listDocuments } from './documents/rows';
import { searches, searchesOf, systemsWithData } from './documents/searches';
import {
  addByProcess,
  addWhole,
  appendPiece,
  contentOfUpload,
  discardUpload,
  createDocument,
  finishUpload,
} from './documents/upload';
import type { Viewer } from './viewer';

export type DocumentPurpose =
  | 'found'
  | 'evidence'
  | 'request'
  | 'authority'
  | 'redacted'
  | 'bundle'
  | 'bundle-pdf'
  | 'notification'
  | 'notification-pdf'
  | 'assessment'
  | 'assessment-summary'
  | 'consultation-pack'
  | 'other';

export type Disclosure =
  | 'release'
  | 'release-redacted'
  | 'withhold'
  | 'not-this-person'
  | 'out-of-scope'
  | 'duplicate'
  | 'already-held';

/** Every piece of an upload but the last has exactly this many bytes. */
export { CHUNK_BYTES } from './documents/pieces';
export { inPieces } from './documents/in-pieces';

export interface DocumentInput {
  /** A UUID chosen by whoever uploads: the same id again answers the same document. */
  readonly id: string;
  readonly reference: string;
  readonly purpose: DocumentPurpose;
  /** System it was found in. */
  readonly system?: string;
  /** E-mail or archive it came in. */
  readonly parentId?: string;
  /** Original that this redacted file replaces. */
  readonly replacesId?: string;
  readonly mediaType: string;
  readonly name: string;
  readonly description?: string;
}

export interface Decision {
  readonly decision: Disclosure;
  readonly exemption: string | null;
  readonly thirdParty: Codes | null;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant;
}

export interface DocumentRow {
  readonly id: string;
  readonly reference: string;
  readonly purpose: DocumentPurpose;
  readonly system: string | null;
  readonly parentId: string | null;
  readonly replacesId: string | null;
  /** The redacted file that stands for this one, if any. */
  readonly replacedBy: string | null;
  /** Neutral number within the case. */
  readonly number: number;
  readonly name: string;
  readonly description: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  /** Pieces received so far: an upload goes on from here. */
  readonly chunks: number;
  readonly state: 'uploading' | 'ready';
  /** SHA-256 of the plain content in hexadecimal, once ready. */
  readonly sha256: string | null;
  /** Codes of hidden content found. */
  readonly hidden: readonly string[];
  /** How somebody dealt with it, and their reason. */
  readonly hiddenHow: HiddenHow | null;
  readonly hiddenReason: string | null;
  readonly addedBy: string | null;
  readonly addedAt: Instant;
  /** The decision that stands. */
  readonly decision: Decision | null;
}

export interface DecisionInput {
  readonly documentIds: readonly string[];
  readonly decision: Disclosure;
  /** Needed to withhold or redact (DPA Schs 2 and 3). */
  readonly exemption?: string;
  /** Balancing answers of DPA Sch 2 ¶16 as codes. */
  readonly thirdParty?: Codes;
  readonly reason?: string;
}

/** What was done about hidden content; `reviewed` needs the reason why it may leave. */
export interface HiddenInput {
  readonly how: HiddenHow;
  readonly reason?: string;
}

export interface OpenedDocument {
  readonly row: DocumentRow;
  /** The plain content, piece by piece; throws `key-destroyed` or `tampered` while read. */
  readonly content: AsyncIterable<Buffer>;
}

/** One system's search. */
export interface SearchRow {
  readonly reference: string;
  readonly step: string;
  readonly system: string;
  readonly state: 'asked' | 'nothing-found' | 'found' | 'cancelled';
  readonly hits: number | null;
  readonly minutes: number | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly taskId: string | null;
  readonly assigneeName: string | null;
  readonly dueOn: IsoDate | null;
  /** Terms used and why the search stopped; null for viewers who may not read them. */
  readonly terms: string | null;
  readonly stopped: string | null;
  /** Documents added for this system. */
  readonly documents: number;
}

/** Counts of found items that a review has not finished with. */
export interface UnfinishedReview {
  readonly uploading: number;
  readonly undecided: number;
  /** To be released redacted, without a redacted file. */
  readonly unreplaced: number;
  /** To be released, with hidden content that nobody has dealt with. */
  readonly hidden: number;
}

export interface Documents {
  /** For case workers, and for data holders with an open task for `system`. Throws `not-found`, `id-used-before`. */
  create(viewer: Viewer, input: DocumentInput): Promise<DocumentRow>;
  /** Stores one piece at its index; the same piece again changes nothing. Throws `wrong-state` on a gap or once ready. */
  append(
    viewer: Viewer,
    documentId: string,
    index: number,
    piece: Uint8Array,
  ): Promise<{ readonly chunks: number }>;
  /** Closes the upload: hash over the whole plain content. Repeating it changes nothing. */
  finish(viewer: Viewer, documentId: string, hidden?: readonly string[]): Promise<DocumentRow>;
  /** Gives up an upload that is not finished: nothing of it is kept. Throws `not-found`, `wrong-state` once ready. */
  discard(viewer: Viewer, documentId: string): Promise<void>;
  /** What has arrived of an upload, for whoever sends it: to look into it before it is closed. Throws `not-found`. */
  uploaded(viewer: Viewer, documentId: string): Promise<OpenedDocument>;
  /** A whole small file at once: create, append, finish. */
  add(
    viewer: Viewer,
    input: DocumentInput,
    content: Buffer,
    hidden?: readonly string[],
  ): Promise<DocumentRow>;
  /**
   * Somebody has dealt with hidden content. Throws `invalid` where it is not so (no clean copy is there, the item is
   * released), `wrong-state` once the review is finished.
   */
  dealtWithHidden(viewer: Viewer, documentId: string, input: HiddenInput): Promise<DocumentRow>;
  /** Null for what this viewer may not see. A data holder sees what was added for their own systems. */
  list(viewer: Viewer, reference: string): Promise<DocumentRow[] | null>;
  find(viewer: Viewer, documentId: string): Promise<DocumentRow | null>;
  /** Opens the content and records the view. Null for what this viewer may not see. */
  view(viewer: Viewer, documentId: string): Promise<OpenedDocument | null>;
  /** Opens the content through a link that left the house, and records that. Throws `not-found`. */
  viewByLink(linkId: string, documentId: string): Promise<OpenedDocument>;
  /**
   * Decides items, all or none. What was decided before stays on record. Throws `not-found`, `invalid`, and
   * `wrong-state` once the review is finished (`domain/cases/items`).
   */
  decide(viewer: Viewer, reference: string, input: DecisionInput): Promise<DocumentRow[]>;
  /** Staff ids of those whose decisions stand on the items of the case. */
  deciders(reference: string): Promise<readonly string[]>;
  /** Everything decided of one item, newest first. */
  decisions(viewer: Viewer, documentId: string): Promise<Decision[] | null>;
  /** What still stands in the way of a response. */
  unfinished(reference: string): Promise<UnfinishedReview>;
  searches(viewer: Viewer, reference: string): Promise<SearchRow[] | null>;

  /** For effects: rows without a viewer. */
  ofCase(reference: string): Promise<DocumentRow[]>;
  /** For effects: content without recording a view. Throws `not-found`. */
  content(documentId: string): Promise<OpenedDocument>;
  /**
   * For effects: stores a whole document made by the process; the same id again answers the first. A stream is stored
   * piece by piece as it comes, however large.
   */
  addByProcess(input: DocumentInput, content: Buffer | AsyncIterable<Buffer>): Promise<DocumentRow>;
  searchesOf(reference: string): Promise<SearchRow[]>;
  /** For effects: removes the files of a case but for the evidence of what was done; none under a legal hold. */
  removeFiles(reference: string): Promise<Removed>;
  /** Systems in which searches found data of this person, in any of their cases that the viewer may see. */
  systemsWithData(viewer: Viewer, personId: string): Promise<readonly string[]>;
}

export function createDocuments(context: Context): Documents {
  return {
    create: (viewer, input) => createDocument(context, viewer, input),
    append: (viewer, documentId, index, piece) => appendPiece(context, viewer, documentId, index, piece),
    finish: (viewer, documentId, hidden) => finishUpload(context, viewer, documentId, hidden),
    discard: (viewer, documentId) => discardUpload(context, viewer, documentId),
    uploaded: (viewer, documentId) => contentOfUpload(context, viewer, documentId),
    add: (viewer, input, content, hidden) => addWhole(context, viewer, input, content, hidden),
    dealtWithHidden: (viewer, documentId, input) => dealtWithHidden(context, viewer, documentId, input),
    list: (viewer, reference) => listDocuments(context, viewer, reference),
    find: (viewer, documentId) => findDocument(context, viewer, documentId),
    view: (viewer, documentId) => viewDocument(context, viewer, documentId),
    viewByLink: (linkId, documentId) => viewByLink(context, linkId, documentId),
    decide: (viewer, reference, input) => decide(context, viewer, reference, input),
    deciders: (reference) => deciders(context, reference),
    decisions: (viewer, documentId) => decisionsOf(context, viewer, documentId),
    unfinished: (reference) => unfinishedReview(context, reference),
    searches: (viewer, reference) => searches(context, viewer, reference),
    ofCase: (reference) => documentsOfCase(context, reference),
    content: (documentId) => contentForEffects(context, documentId),
    addByProcess: (input, content) => addByProcess(context, input, content),
    searchesOf: (reference) => searchesOf(context, reference),
    removeFiles: (reference) => removeFiles(context, reference),
    systemsWithData: (viewer, personId) => systemsWithData(context, viewer, personId),
  };
}
