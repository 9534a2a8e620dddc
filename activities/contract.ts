/**
 * The activities as the workflows know them: types only, imported by the workflow sandbox.
 * Arguments and results are codes, ids and instants.
 */
import type {
  Codes,
  ClaimedCase,
  LetterNeed,
  RecordAnswer,
  RecordRequest,
  StepKey,
} from '../domain/cases/process';
import type { Instant } from '../domain/clock/types';

/** Where an effect stands: the step's key is its business key, so running it again changes nothing. */
export interface StepRef {
  readonly reference: string;
  readonly step: StepKey;
  readonly element: string;
  /** Key of the repeated item the step stands for (a system, a third party's number). */
  readonly item: string | null;
  /** Codes the process hands to this effect, such as the ground of an extension. */
  readonly data: Codes;
  /** Workflow time: "today" for what the letter says. */
  readonly at: Instant;
}

/** The record: local activities, because they are the process's memory. */
export interface RecordActivities {
  /** Takes the case over for this run: raises the epoch and loads what was done, in one transaction. */
  claim(input: {
    readonly reference: string;
    readonly generation: number;
    readonly at: Instant;
  }): Promise<ClaimedCase>;
  record(request: RecordRequest): Promise<RecordAnswer>;
}

export type LetterResult =
  | {
      readonly state: 'given';
      readonly letter: string;
      readonly way: string;
      readonly givenAt: Instant;
      /** It went, and came too late to do what it should do in law (Art 12A(4)). */
      readonly noEffect?: boolean;
    }
  | { readonly state: 'needs'; readonly letter: string; readonly need: LetterNeed };

export interface LetterActivities {
  /**
   * Makes the step's letter once, and sends it as far as it may go by itself. Answers `needs` while a person
   * must check, confirm, post or re-route it; called again after they did.
   */
  sendLetter(step: StepRef): Promise<LetterResult>;
}

export interface EscalationActivities {
  /** Tells those whom the ladder names that a point was reached: a link, no personal data. */
  tell(step: StepRef): Promise<Codes>;
}

export interface IdentityActivities {
  /** Compares the particulars given with the people index; answers counts and strength as codes. */
  matchIdentity(step: StepRef): Promise<Codes>;
}

export interface DocumentActivities {
  /** Builds the bundle (ZIP) and the paginated PDF from the released items; answers their ids and hashes. */
  assembleBundle(step: StepRef): Promise<Codes>;
}

export interface PortabilityActivities {
  /** Builds the archive that a person takes along (UK GDPR Art 20(1)); answers how much is in it, its id and hash. */
  exportPortable(step: StepRef): Promise<Codes>;
}

export interface TrimmingActivities {
  /** Removes from the case's file what need not be kept once it is closed; answers how much went, and how much stays. */
  trimCaseFile(step: StepRef): Promise<Codes>;
}

export interface BreachActivities {
  /** Makes the notification to the regulator as it stands (UK GDPR Art 33(3)–(4)); answers its phase and documents. */
  makeNotification(step: StepRef): Promise<Codes>;
}

export interface AssessmentActivities {
  /** Prints the pack for the regulator with all that UK GDPR Art 36(3) asks for; answers its id and hash. */
  makeConsultationPack(step: StepRef): Promise<Codes>;
  /** Prints the assessment as it was approved, and its summary for publication; answers their ids and hashes. */
  fileAssessment(step: StepRef): Promise<Codes>;
}

/** Effects by port; worker/ assembles them from `createX(deps)` factories. */
export type EffectActivities = LetterActivities &
  EscalationActivities &
  IdentityActivities &
  BreachActivities &
  PortabilityActivities &
  TrimmingActivities &
  AssessmentActivities &
  DocumentActivities;
export type AllActivities = RecordActivities & EffectActivities;
