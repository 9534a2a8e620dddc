import type { ContactPoint, PersonContents } from '../domain/cases/contents';
import type { IsoDate } from '../domain/clock/types';
import type { Viewer } from './viewer';

/** Somebody whose data, or whose request, the organisation handles, with contents opened. */
export interface PersonRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly personType: string;
  readonly contents: PersonContents;
  readonly flags: readonly string[];
  /** Kept from routine deletion while a case of theirs is open (DPA s.173). */
  readonly held: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A person to be entered. */
export interface NewPerson {
  readonly personType: string;
  readonly contents: PersonContents;
  readonly flags?: readonly string[];
}

/** What may be changed of a person; what is absent stays. `contacts` replaces the whole list. */
export interface PersonChange {
  readonly personType?: string;
  readonly contents?: Partial<PersonContents>;
  readonly flags?: readonly string[];
}

/** One answer of a search, best first. */
export interface PersonHit {
  /** `person`: in the record. `index`: only in the imported people index. */
  readonly source: 'person' | 'index';
  readonly id: string;
  readonly name: string;
  readonly personType: string;
  readonly dateOfBirth?: IsoDate;
  readonly references: readonly string[];
  /** First safe or unconfirmed postal address, on one line. */
  readonly address?: string;
  /** 0 to 1. */
  readonly score: number;
  /** What matched: `name`, `former-name`, `sounds-alike`, `beginning`, `email`, `reference`, `address`, `date-of-birth`, `phone`. */
  readonly matched: readonly string[];
  /** Their cases that this viewer may see, newest first. */
  readonly cases: readonly { readonly reference: string; readonly kind: string; readonly stage: string }[];
}

/** One line of the organisation's people index. */
export interface IndexRow {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly dateOfBirth?: IsoDate;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly reference?: string;
  readonly personType?: string;
}

/** A row of the file that cannot be imported. */
export interface ImportFault {
  /** Line of the file, from 1; the heading is line 1. */
  readonly line: number;
  readonly column?: string;
  readonly reason: string;
}

export type ImportAnswer =
  | { readonly imported: number; readonly faults?: undefined }
  /** Nothing was imported; the index stands as it was. */
  | { readonly imported: 0; readonly faults: readonly ImportFault[] };

/** One person or index entry that may be the data subject, and why. */
export interface IdentityMatch {
  readonly source: 'person' | 'index';
  readonly id: string;
  /** Codes: `name-equal`, `former-name-equal`, `name-sounds-alike`, `date-of-birth-equal`, `postcode-equal`, `reference-equal`, `email-equal`, `phone-equal`. */
  readonly reasons: readonly string[];
  readonly strength: 'strong' | 'weak';
}

export interface IdentityMatches {
  readonly matches: readonly IdentityMatch[];
  readonly best: 'strong' | 'weak' | 'none';
}

export interface People {
  /** Null for a person of another organisation, or whom only cases hidden from this viewer concern. */
  find(viewer: Viewer, personId: string): Promise<PersonRecord | null>;
  create(viewer: Viewer, person: NewPerson): Promise<PersonRecord>;
  /** Throws `not-found`. */
  change(viewer: Viewer, personId: string, change: PersonChange): Promise<PersonRecord>;
  /** Adds a contact, or replaces the one with the same id. Throws `not-found`. */
  putContact(viewer: Viewer, personId: string, contact: ContactPoint): Promise<PersonRecord>;
  /** Finds people by whatever was heard on the phone. Best first, at most `limit` (20). */
  search(viewer: Viewer, text: string, limit?: number): Promise<PersonHit[]>;
  /** Replaces the organisation's people index with the file, whole, or changes nothing. */
  importIndex(organisationId: string, csv: string): Promise<ImportAnswer>;
  /** When the index was last replaced and how many entries it has; null without one. */
  indexState(organisationId: string): Promise<{ importedAt: string; entries: number } | null>;
  /** Compares the data subject's particulars with the people index and the other people on record. */
  matchIdentity(reference: string): Promise<IdentityMatches>;
}
