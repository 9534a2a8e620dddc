/** What a letter is rendered from: plain data, gathered by the activities and kept with the draft. */
import type { IsoDate } from '../domain/clock/types';

/** Who writes: printed at the head and the foot of every letter. */
export interface Sender {
  readonly name: string;
  readonly address: readonly string[];
  readonly telephone: string;
  readonly email: string;
  readonly website: string;
  readonly dpo: { readonly title: string; readonly email: string };
  /** Hex colour of the heading. */
  readonly colour: string;
  /** When somebody answers the telephone. */
  readonly hours: string;
  /** What access costs, in the organisation's own words. */
  readonly fees: string;
  /** The organisation's own words at the end, from its profile. */
  readonly closing: string;
  /** Who signs: a team, never a person's name. */
  readonly signature: string;
  /** Where complaints about the handling of personal data go (DPA s.164A(2)). */
  readonly complaints: { readonly name: string; readonly email: string; readonly formUrl: string };
}

/** The controller whose data it is (UK GDPR Art 4(7)); `ours` when the sender itself is the controller. */
export interface NamedController {
  readonly name: string;
  readonly ours: boolean;
  readonly dpo: { readonly name: string; readonly email: string };
}

/** The supervisory authority, as the profile names it. */
export interface Regulator {
  readonly name: string;
  readonly address: readonly string[];
  readonly telephone: string;
  readonly url: string;
}

export interface Addressee {
  readonly name: string;
  /** Postal address; empty when it goes by e-mail. */
  readonly lines: readonly string[];
  readonly email: string | null;
}

/** Words that only one kind of letter needs; each template says in its first comment what it reads. */
export type Details = { readonly [name: string]: unknown };

/** One row of a `rows` field: each cell in words, and the raw values. */
export type RowSaid = { readonly [cell: string]: string | object } & {
  readonly codes: { readonly [cell: string]: unknown };
};

/** One filled form. Every field of the form is there: one that was not answered is empty. */
export interface Said {
  /** Raw values: option values, ISO dates, numbers, lists; null where nothing was answered. */
  readonly code: { readonly [field: string]: unknown };
  /** The same in words: option labels, `21 December 2026`, `yes`; empty where nothing was answered. */
  readonly text: { readonly [field: string]: string };
  readonly rows: { readonly [field: string]: readonly RowSaid[] };
}

/** One of several times that a form was filled in, with what it was about. */
export interface SaidOf extends Said {
  /** The system or recipient by its label, the item's own key where it has none, or empty. */
  readonly item: string;
}

/** The answer to another request of the same person, inside this letter. */
export interface Enclosed {
  readonly reference: string;
  readonly subject: string;
  /** What stands between its greeting and its signature: HTML that was rendered and checked as a letter of its own. */
  readonly html: string;
}

export interface LetterData {
  /** Answers to other requests that travel inside this one; none unless said. */
  readonly enclosed?: readonly Enclosed[];
  readonly reference: string;
  /** What follows "your": `request for access`. */
  readonly noun: string;
  /** The date on the letter. */
  readonly date: IsoDate;
  readonly sender: Sender;
  readonly controller: NamedController;
  readonly regulator: Regulator;
  /** The courts that DPA s.180 names for the sender's nation. */
  readonly courts: string;
  readonly addressee: Addressee;
  /** When the request was first received, by anyone in the organisation. */
  readonly receivedOn: IsoDate;
  /** The data subject's name where somebody acts for them and the letter is confidential; else null. */
  readonly onBehalfOf: string | null;
  /** Set in larger type, as an adjustment (Equality Act 2010 s.20). */
  readonly largePrint: boolean;
  /** The free parts, as staff wrote them: plain text. */
  readonly parts: Readonly<Record<string, string>>;
  readonly details: Details;
  /** What was last answered on each form of the case that was ever filled in, sealed words included. */
  readonly said: { readonly [form: string]: Said };
  /** All that was answered on each form, oldest first. */
  readonly every: { readonly [form: string]: readonly SaidOf[] };
}

/** A letter in full, as it is stored and sent. */
export interface RenderedLetter {
  /** One line, without names. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** SHA-256 (hex) of the template and every partial it uses. */
  readonly templateHash: string;
}
