import { knownHolidays } from '../domain/calendar';
import type { Holidays } from '../domain/clock/types';
import type { Audit } from './audit';
import { createAudit } from './audit';
import type { Breaches } from './breaches';
import { createBreaches } from './breaches';
import type { Cases } from './cases';
import { createCases } from './cases';
import type { Deadlines } from './deadlines';
import { createDeadlines } from './deadlines';
import type { Documents } from './documents';
import { createDocuments } from './documents';
import type { Intake } from './intake';
import { createIntake } from './intake';
import type { Letters } from './letters';
import { createLetters } from './letters';
import type { Links } from './links';
import { createLinks } from './links';
import type { Context } from './context';
import { openDatabase } from './database';
import type { Organisations } from './organisations';
import { storeOrganisations } from './organisations';
import { Keyring } from './sealing/keyring';
import { deriveKey, SearchKeys } from './search/keys';
import type { People } from './people';
import { createPeople } from './people';
import type { Recorder } from './recorder';
import { createRecorder } from './recorder';
import type { Received } from './received';
import { createReceived } from './received';
import type { Staff } from './staff';
import { createStaff } from './staff';
import type { Submissions } from './submissions';
import { createSubmissions } from './submissions';
import type { Tokens } from './tokens';
import { createTokens } from './tokens';

export interface RegisterOptions {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly masterKey: Buffer;
  readonly now: () => Date;
  readonly organisations: Organisations;
  /** The product's own snapshot unless given. */
  readonly calendar?: Holidays;
}

/** The record: the only way to the database. */
export interface Register {
  readonly recorder: Recorder;
  readonly intake: Intake;
  readonly received: Received;
  readonly submissions: Submissions;
  readonly cases: Cases;
  readonly breaches: Breaches;
  readonly deadlines: Deadlines;
  readonly people: People;
  readonly documents: Documents;
  readonly letters: Letters;
  readonly links: Links;
  readonly staff: Staff;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly organisations: Organisations;
  readonly calendar: Holidays;
  /** Stores the loaded profiles, so that a case can be explained by the one then in force. Call once at start. */
  storeOrganisations(): Promise<void>;
  /** Answers when the database does; throws otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the record. Nothing is read or written before it is used. */
export function createRegister({
  databaseUrl,
  masterKey,
  now,
  organisations,
  calendar = knownHolidays,
}: RegisterOptions): Register {
  const db = openDatabase(databaseUrl);
  const context: Context = {
    ...{ db, now, organisations, calendar, keyring: new Keyring(masterKey, now) },
    ...{ searchKeys: new SearchKeys(masterKey), codeKey: deriveKey(masterKey, 'codes') },
  };
  return {
    recorder: createRecorder(context),
    intake: createIntake(context),
    received: createReceived(context),
    submissions: createSubmissions(context),
    cases: createCases(context),
    breaches: createBreaches(context),
    deadlines: createDeadlines(context),
    people: createPeople(context),
    documents: createDocuments(context),
    letters: createLetters(context),
    links: createLinks(context),
    staff: createStaff(context),
    tokens: createTokens(context),
    audit: createAudit(context),
    organisations,
    calendar,
    storeOrganisations: () => storeOrganisations(context),
    ping: async () => void (await db.$queryRaw`SELECT 1`),
    close: () => db.$disconnect(),
  };
}
