import type { LetterNeed, StepKey } from '../domain/cases/process';
import type { Instant } from '../domain/clock/types';
import type { Viewer } from './viewer';

export type LetterState =
  'draft' | 'checked' | 'sending' | 'to-post' | 'given' | 'undeliverable' | 'returned';

/** What is kept sealed of a letter: the words as they go, and to whom. */
export interface LetterContents {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Lines of the address block. */
  readonly addressee: readonly string[];
  /** E-mail address it goes to, if it goes that way. */
  readonly to?: string;
  /** Contact point of the person it goes to. */
  readonly contactId?: string;
  /** Free parts as edited, by name. */
  readonly parts: { readonly [name: string]: string };
}

export interface Letter {
  readonly id: string;
  readonly reference: string;
  readonly step: StepKey;
  readonly letter: string;
  readonly template: string;
  readonly templateHash: string;
  readonly state: LetterState;
  readonly need: LetterNeed | null;
  /** email, post, link, collection, read-aloud */
  readonly way: string | null;
  readonly messageId: string | null;
  readonly preparedAt: Instant;
  readonly givenAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** SHA-256 of subject, HTML and text as last stored, in hexadecimal. */
  readonly sha256: string;
}

export interface OpenLetter extends Letter {
  readonly contents: LetterContents;
}

export interface LetterDraft {
  readonly reference: string;
  /** Business key: a step's letter is made once. */
  readonly step: StepKey;
  readonly letter: string;
  readonly template: string;
  readonly templateHash: string;
  readonly contents: LetterContents;
  readonly need: LetterNeed | null;
}

/** What changes; what is absent stays. Contents cannot change once the letter is on its way. */
export interface LetterChange {
  readonly state?: LetterState;
  readonly need?: LetterNeed | null;
  readonly way?: string;
  readonly messageId?: string;
  readonly givenAt?: Instant;
  readonly returnedAt?: Instant;
  readonly contents?: LetterContents;
  readonly templateHash?: string;
}

export interface Letters {
  /** For effects: makes the step's letter, or answers the one that exists. */
  prepare(draft: LetterDraft): Promise<OpenLetter>;
  /** For effects: the step's letter, or null. */
  ofStep(reference: string, step: StepKey): Promise<OpenLetter | null>;
  /** For effects. Throws `not-found`; `wrong-state` for new contents of a letter that is on its way or given. */
  change(letterId: string, change: LetterChange): Promise<OpenLetter>;
  /** Null for a case that does not exist for this viewer. */
  list(viewer: Viewer, reference: string): Promise<Letter[] | null>;
  /** Opens a letter as it went and records the view; null for what this viewer may not see. */
  show(viewer: Viewer, letterId: string): Promise<OpenLetter | null>;
}
