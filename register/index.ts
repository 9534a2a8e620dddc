import type { Audit } from './audit';
import type { Cases } from './cases';
import type { Documents } from './documents';
import type { Intake } from './intake';
import type { Letters } from './letters';
import type { Links } from './links';
import type { Organisations } from './organisations';
import type { People } from './people';
import type { Recorder } from './recorder';
import type { Staff } from './staff';
import type { Submissions } from './submissions';
import type { Tokens } from './tokens';

export interface RegisterOptions {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  readonly now: () => Date;
  readonly organisations: Organisations;
}

/** The record: the only way to the database. */
export interface Register {
  readonly recorder: Recorder;
  readonly intake: Intake;
  readonly submissions: Submissions;
  readonly cases: Cases;
  readonly people: People;
  readonly documents: Documents;
  readonly letters: Letters;
  readonly links: Links;
  readonly staff: Staff;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly organisations: Organisations;
  /** Stores the loaded profiles, so that a case can be explained by the one then in force. Call once at start. */
  storeOrganisations(): Promise<void>;
  /** Answers when the database does; throws otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
