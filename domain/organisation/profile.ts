/**
 * An organisation as its profile in `organisations/` describes it: what letters, choices, clocks and checks
 * are made of. Read-only data; `loadProfile` (in `load.ts`) is the only way to get one. Importing this file
 * brings no library along.
 */
import type { Nation } from '../clock/types';
import type {
  Contact,
  Controller,
  DataProtectionOfficer,
  InformationSource,
  OtherBody,
  PersonType,
  Recipient,
  Regulator,
} from './profile/parties';
import type {
  AutomatedDecision,
  Category,
  PrivacyNotice,
  ProcessingRecord,
  System,
} from './profile/holdings';
import type {
  Approvals,
  Breaches,
  CaseRetention,
  Clock,
  Complaints,
  Cookie,
  Escalation,
  ImpactAssessments,
  InformationRequests,
  Letters,
  PolicyDocument,
  RecurringTask,
  Security,
  Sharing,
  Stopping,
  Transfers,
} from './profile/house';
import type { Rule } from './profile/rule';

export type * from './profile/parties';
export type * from './profile/holdings';
export type * from './profile/house';
export type * from './profile/rule';

/**
 * What sort of body it is. It decides whether FOIA and EIR bind it, and whether it is a public authority
 * under the UK GDPR (DPA s.7).
 */
export type BodyType =
  | 'tenant-management-co-operative'
  | 'arms-length-management-organisation'
  | 'registered-provider'
  | 'local-authority';

/** As `#rrggbb`. Each pair of text and ground must reach 4.5:1 (WCAG 2.2, 1.4.3); checked at load. */
export interface Colours {
  /** Ground of the header. */
  readonly primary: string;
  /** Text on `primary`. */
  readonly text: string;
  /** Links and borders on a white page. */
  readonly accent: string;
}

export interface Profile {
  /** Kebab-case; also the file's name without `.yaml`. */
  readonly id: string;
  /** Full legal name. */
  readonly name: string;
  /** As people say it, in headers and subject lines. */
  readonly shortName: string;
  readonly colours: Colours;
  /** Lines of the postal address, postcode last. */
  readonly address: readonly string[];
  readonly telephone: string;
  readonly website: string;
  /** Whose bank holidays count: the nation of the office that acts (Regulation 1182/71 Art 2). */
  readonly nation: Nation;
  readonly bodyType: BodyType;
  /** Data protection registration number in the regulator's public register. */
  readonly registrationNumber?: string;
  readonly policy: PolicyDocument;
  readonly dpo: DataProtectionOfficer;
  /** The team that runs the cases, and where requests are handed in. */
  readonly governance: Contact;
  readonly regulator: Regulator;
  /** Others to whom people may turn: Housing Ombudsman, Regulator of Social Housing. */
  readonly otherBodies: readonly OtherBody[];
  readonly controllers: readonly Controller[];
  readonly personTypes: readonly PersonType[];
  readonly categories: readonly Category[];
  readonly sources: readonly InformationSource[];
  readonly recipients: readonly Recipient[];
  readonly systems: readonly System[];
  readonly processingRecords: readonly ProcessingRecord[];
  readonly automatedDecisions: readonly AutomatedDecision[];
  readonly notices: readonly PrivacyNotice[];
  readonly clock: Clock;
  readonly escalation: Escalation;
  readonly approvals: Approvals;
  readonly stopping: Stopping;
  readonly letters: Letters;
  readonly caseRetention: readonly CaseRetention[];
  readonly complaints: Complaints;
  readonly informationRequests: InformationRequests;
  readonly impactAssessments: ImpactAssessments;
  readonly breaches: Breaches;
  readonly sharing: Sharing;
  readonly transfers: Transfers;
  readonly security: Security;
  readonly cookies: readonly Cookie[];
  readonly recurringTasks: readonly RecurringTask[];
  /** What the policy says beside what is applied, one by one. Policy periods are among them. */
  readonly rules: readonly Rule[];
}
