/**
 * What the record keeps encrypted: the shapes of people, of what a case is about, of what was found.
 * These types never appear in a workflow.
 */
import type { IsoDate } from '../clock/types';

/** One way to reach a person, and whether it is safe to use. */
export interface ContactPoint {
  readonly id: string;
  readonly kind: 'email' | 'post' | 'phone';
  /** Address lines joined by newlines for post. */
  readonly value: string;
  /**
   * `safe`: may be used. `shared`: others read it (joint tenant). `never`: must not be used.
   * `unconfirmed`: given by the request itself, not on file before.
   */
  readonly safety: 'safe' | 'shared' | 'never' | 'unconfirmed';
  /** On file with the organisation before this request came in. */
  readonly onFile: boolean;
}

/** Flags that stop automatic letters and codes until a person confirms where they may go. */
export const contactFlags = ['domestic-abuse', 'safeguarding', 'informant'] as const;
export type ContactFlag = (typeof contactFlags)[number];

export interface PersonContents {
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly dateOfBirth?: IsoDate;
  readonly contacts: readonly ContactPoint[];
  /** Tenancy, application or payroll numbers. */
  readonly references: readonly string[];
  /** Their recorded agreement that letters' contents may go by plain e-mail. */
  readonly agreesToPlainEmail?: boolean;
  readonly note?: string;
}

/** What a case is about, in words: sealed with the case's key. */
export interface CaseContents {
  /** What a matter is called; absent where a person gives the case its name. */
  readonly title?: string;
  /** What was asked, in the person's own words; of a matter, what it is. */
  readonly request: string;
  /** Who received it first, if not the person who logged it. */
  readonly receivedBy?: string;
  /** Whether the requester is somebody else, and what shows their authority. */
  readonly authority?: string;
  /** How they want to receive the answer, and adjustments they need (Equality Act 2010). */
  readonly adjustments?: string;
  /** The same as codes, as far as they have one. */
  readonly adjustmentKinds?: readonly string[];
  /** How they want the answer, where that was corrected after the case was logged; before, it stands in the facts. */
  readonly delivery?: string;
  /** The contact of the requester chosen for this case. */
  readonly contactId?: string;
}
