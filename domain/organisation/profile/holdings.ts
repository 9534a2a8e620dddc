/** What is held, where, why and how long: the record of processing activities (UK GDPR Art 30). */
import type { Period } from '../../clock/types';

/** Special-category data (Art 9) and offence data (Art 10) are apart; the rest is ordinary. */
export type Sensitivity = 'ordinary' | 'special' | 'offence';

/** A category of personal data (UK GDPR Arts 15(1)(b), 30(1)(c)). */
export interface Category {
  readonly id: string;
  readonly label: string;
  readonly sensitivity: Sensitivity;
}

/** How the contents of a system look, so that a search and a bundle can be planned. */
export type Format = 'records' | 'documents' | 'messages' | 'images' | 'video' | 'audio' | 'logs' | 'paper';

/** Anything that holds personal data: software, cameras, a mailbox, a filing cabinet. */
export interface System {
  /** Kebab-case: it becomes part of a step's key. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** The role that owns it; search and preservation tasks go there. */
  readonly ownerRole: string;
  readonly ownerEmail: string;
  readonly paper: boolean;
  readonly formats: readonly Format[];
  /** Categories it holds. */
  readonly holds: readonly string[];
  /** Whose data it holds. */
  readonly personTypes: readonly string[];
  /** Days until it overwrites itself: such a system gets a preservation task at once (DPA s.173). */
  readonly overwriteAfterDays?: number;
  /** How to look, in plain words, for the owner's checklist. */
  readonly searchHints: readonly string[];
}

/** Codes of UK GDPR Art 6(1). */
export type LawfulBasis = '6(1)(a)' | '6(1)(b)' | '6(1)(c)' | '6(1)(d)' | '6(1)(e)' | '6(1)(ea)' | '6(1)(f)';

/** Codes of UK GDPR Art 9(2). */
export type SpecialCategoryCondition =
  | '9(2)(a)'
  | '9(2)(b)'
  | '9(2)(c)'
  | '9(2)(d)'
  | '9(2)(e)'
  | '9(2)(f)'
  | '9(2)(g)'
  | '9(2)(h)'
  | '9(2)(i)'
  | '9(2)(j)';

/** A processing activity (UK GDPR Art 30(1)); letters under Art 15 draw their lines from these. */
export interface ProcessingRecord {
  readonly id: string;
  readonly purpose: string;
  readonly controller: string;
  readonly lawfulBasis: readonly LawfulBasis[];
  /** Which law, contract or interest it is, in a sentence. */
  readonly basisText: string;
  /** Required where a category is special (Art 9). */
  readonly specialCategoryConditions?: readonly SpecialCategoryCondition[];
  /** Required where a category is about offences (Art 10; DPA Sch 1). */
  readonly offenceCondition?: string;
  readonly categories: readonly string[];
  readonly personTypes: readonly string[];
  readonly systems: readonly string[];
  readonly recipients: readonly string[];
  readonly sources: readonly string[];
  readonly retention: RetentionRule;
  readonly transfers: readonly TransferRecord[];
  readonly automatedDecisions: readonly string[];
  /** Sends advertising or marketing material to particular people (UK GDPR Art 4(1)(15A)). */
  readonly directMarketing?: boolean;
  /** Where the policy states it. */
  readonly section?: string;
}

/** The envisaged period or, where there is none, the criteria (UK GDPR Art 15(1)(d)). */
export interface RetentionRule {
  readonly period?: Period;
  /** What it counts from: `the end of the tenancy`. */
  readonly from: string;
  /** Why so long. */
  readonly basis: string;
}

/** A transfer outside the United Kingdom (UK GDPR Arts 15(2), 30(1)(e), 44A). */
export interface TransferRecord {
  readonly destination: string;
  readonly mechanism: 'approved-by-regulations' | 'appropriate-safeguards' | 'derogation';
  readonly safeguards: string;
}

/** A significant decision taken by automated means, or profiling (UK GDPR Arts 15(1)(h), 22A–22D). */
export interface AutomatedDecision {
  readonly id: string;
  readonly title: string;
  /** No meaningful human involvement (Art 22A). */
  readonly solelyAutomated: boolean;
  readonly logic: string;
  /** Has a legal effect, or a similarly significant one (Art 22A). */
  readonly significant: boolean;
  readonly significance: string;
  /** What it rests on (Art 6(1)). */
  readonly basis: LawfulBasis;
  /** Based on special-category data, wholly or in part (Art 22B). */
  readonly specialCategory: boolean;
  /** Where it is: what permits taking it by automated means alone (Art 22B(1)–(3)). */
  readonly condition?: 'explicit-consent' | 'contract' | 'law';
  /** How often, by whom and for what it is checked that it works as intended. */
  readonly checks: { readonly every: Period; readonly by: string; readonly looksAt: string };
  /** How a person exercises the safeguards of Art 22C. */
  readonly safeguards: string;
}

/** A privacy notice (UK GDPR Arts 13–14). */
export interface PrivacyNotice {
  readonly id: string;
  readonly title: string;
  readonly audience: readonly string[];
  readonly given: string;
  readonly url?: string;
  readonly section?: string;
}
