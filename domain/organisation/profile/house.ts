/**
 * How the house works: what its policy fixes where law leaves room. Where law sets a floor, what is applied
 * is one of the profile's rules and is read with `applied`.
 */
import type { LadderRung } from '../../cases/definition';
import type { CaseKind } from '../../cases/kinds';
import type { IsoDate, OfficeClosure, PauseCounting, Period } from '../../clock/types';
import type { Role } from '../../roles';

/** The document a profile is made from. */
export interface PolicyDocument {
  readonly title: string;
  readonly reference?: string;
  readonly version?: string;
  readonly adopted?: IsoDate;
  readonly revised?: IsoDate;
  /** When the document itself says that it is to be reviewed. */
  readonly reviewDue?: IsoDate;
  /** To whom it applies. */
  readonly appliesTo: readonly string[];
  /** Law, codes and standards by which it says that it abides, in today's names. */
  readonly abidesBy: readonly string[];
  /** Promises to people that no other part of the profile holds. */
  readonly commitments: readonly { readonly section: string; readonly text: string }[];
}

export interface Clock {
  /** How an answered clarification is counted (Art 12A(5)); `strict` gives the earlier date. */
  readonly pauseCounting: PauseCounting;
  /** Whether the organisation's own dates roll to a working day. */
  readonly policyDatesRoll: boolean;
  /** Days on which the office is shut. They change nothing in law. */
  readonly officeClosures: readonly OfficeClosure[];
  /** Replaces the house ladder of every kind of case. */
  readonly ladder?: readonly LadderRung[];
}

/** Mailbox of a role, for escalation when no member of staff holds it or all are absent. */
export type Escalation = Readonly<Partial<Record<Role, string>>>;

/** Matters on which the DPO is asked before a decision: refusing, withholding whole items, exemption codes. */
export type DpoMatter = 'refusal' | 'withhold' | `sch2-${number}` | 'sch3-health' | 'sch3-social-work';

export interface Approvals {
  /** A reviewer may make the second check of their own work; each time is recorded with the reason. */
  readonly reviewerMayCheck: boolean;
  /** Whoever advised as DPO may also decide; each time is recorded with the reason. */
  readonly adviserMayDecide: boolean;
  readonly dpoAskedFor: readonly DpoMatter[];
}

/**
 * How soon what must stop at once has stopped on each system: consent withdrawn (UK GDPR Art 7(3)), direct marketing
 * objected to (Art 21(3)). The law gives no hours.
 */
export interface Stopping {
  /** Elapsed hours from when the system's owner is asked, whole, nights and weekends included. */
  readonly withinHours: number;
  /** Where the policy states it; absent where it is the house's own. */
  readonly section?: string;
  readonly why: string;
}

/** Free wording of letters. Mandatory paragraphs are not here: they cannot be configured away. */
export interface Letters {
  readonly opening: string;
  readonly closing: string;
  readonly signature: string;
  /** When somebody answers, such as `Monday to Friday, 9am to 5pm`. */
  readonly serviceHours: string;
  /** Whether confidential contents may go by plain e-mail: only once the person agreed, or never. */
  readonly plainEmail: 'with-agreement' | 'never';
  readonly emailAdvice: string;
  /** What access costs, for the acknowledgement of such a request; when a fee may be charged at all is the rule `fees`. */
  readonly fees: string;
}

/** How long a closed case of a kind is kept (UK GDPR Art 5(1)(e)). */
export interface CaseRetention {
  /** Absent: every kind not named by another entry. */
  readonly kind?: CaseKind;
  readonly period: Period;
  readonly basis: string;
}

/** Complaints to the controller (DPA s.164A). Nobody must come to us before the regulator. */
export interface Complaints {
  readonly contact: { readonly name: string; readonly email: string };
  /** The form that can be completed electronically (s.164A(2)); absent: the product's own. */
  readonly formUrl?: string;
  readonly steps: readonly string[];
  /** A complaint that is also a housing complaint runs the Housing Ombudsman's times as well. */
  readonly housingComplaints: boolean;
  /** Whether the DPO advises on the findings before they are decided on (UK GDPR Art 39(1)(a)). */
  readonly dpoAdvises: boolean;
}

/** FOIA, EIR and STAIRs: which of them bind us. What becomes of a request is the rule `information.requests`. */
export interface InformationRequests {
  readonly regimes: readonly ('foi' | 'eir' | 'stairs')[];
  /** To whom a request is referred. */
  readonly referTo?: { readonly name: string; readonly email: string; readonly recipient?: string };
  readonly disclosureLogUrl?: string;
  readonly publicationSchemeUrl?: string;
  readonly statement: string;
}

/** Impact assessments (UK GDPR Art 35). When one is made, and when it is reviewed, are rules. */
export interface ImpactAssessments {
  readonly completedBy: Role;
  readonly sentTo: string;
  readonly advisedBy: readonly Role[];
  readonly decidedBy: Role;
  readonly centralLog: boolean;
  /** Headings of the form; the law's own (Art 35(7)) are always there. */
  readonly addresses: readonly string[];
}

/** Personal data breaches (UK GDPR Arts 33–34). How soon whom is told are rules, most of them periods. */
export interface Breaches {
  readonly reportTo: readonly Role[];
  readonly mailbox: string;
  readonly outOfHours: { readonly name: string; readonly telephone: string };
  readonly registerKeptBy: Role;
  /** How soon our own processors must tell us, by contract. */
  readonly processorsTellUsWithin: Period;
}

export interface Sharing {
  /** Recipients without a further agreement, because law requires or permits the disclosure. */
  readonly withoutAgreement: readonly string[];
  readonly neverFor: readonly string[];
  readonly rules: readonly { readonly section: string; readonly text: string }[];
  readonly dataMatching?: {
    readonly exercise: string;
    readonly authority: string;
    readonly code: string;
    readonly whatAMatchMeans: string;
  };
}

export interface Transfers {
  /** Who must authorise a transfer outside the United Kingdom. */
  readonly authorisedBy: Role;
  readonly statement: string;
}

export interface Security {
  readonly technical: readonly string[];
  readonly organisational: readonly string[];
}

export interface Cookie {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
  /** Stored only once the visitor agreed (Privacy and Electronic Communications Regulations 2003 reg 6). */
  readonly needsConsent: boolean;
  readonly keptFor: string;
}

/** Work that comes back: audits, training, reviews. */
export interface RecurringTask {
  readonly id: string;
  readonly title: string;
  readonly every: Period;
  readonly owner: Role;
  readonly section?: string;
}
