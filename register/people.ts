import type { ContactPoint, PersonContents } from '../domain/cases/contents';
import type { IsoDate } from '../domain/clock/types';
import { may } from '../domain/roles';
import type { Context } from './context';
import { RegisterError } from './errors';
import type { Person } from './generated/client';
import { instant } from './instants';
import { likelyPeople, matchIdentity } from './people/identity';
import { importIndex } from './people/import-index';
import type { Listed } from './people/on-record';
import { peopleOnRecord } from './people/on-record';
import { indexEntry } from './people/index-entries';
import { sharedHome } from './people/shared-home';
import { searchPeople } from './people/search';
import { insertPerson, openPeople, updatePerson } from './people/store';
import type { Viewer } from './viewer';
import { peopleVisibleTo } from './visibility';

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

/** Somebody at risk who shares, or shared, a home with a person of a case. */
export interface SharedHome {
  /** Null where the viewer may not see them. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly shares: readonly ('address' | 'reference')[];
}

/** The same with particulars, for whoever checks who is asking. */
export interface LikelyPerson extends IdentityMatch {
  readonly contents: PersonContents;
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
  /** People on record who may be those listed, for each in turn; whoever asks, for nobody's safety hangs on that. */
  onRecord(organisationId: string, listed: readonly Listed[]): Promise<readonly (readonly PersonRecord[])[]>;
  /** The people that this finds, with their particulars, the likeliest first; none for viewers who may not see people. */
  likely(viewer: Viewer, reference: string): Promise<LikelyPerson[]>;
  /** People at risk who share or shared an address or a number with the case's people; without a name those whom the viewer may not see. */
  sharedHome(viewer: Viewer, reference: string): Promise<SharedHome[]>;
  /** A line of the people index of the viewer's organisation, or null. */
  indexEntry(viewer: Viewer, entryId: string): Promise<PersonContents | null>;
}

export function createPeople(context: Context): People {
  const { db } = context;
  return {
    async find(viewer, personId) {
      const row = await visiblePerson(context, viewer, personId);
      return row && ((await openPeople(context, db, [row]))[0] ?? null);
    },
    create: (viewer, person) =>
      db.$transaction((tx) => insertPerson(context, tx, viewer.organisationId, person)),
    change: (viewer, personId, change) => changePerson(context, viewer, personId, () => change),
    putContact: (viewer, personId, contact) =>
      changePerson(context, viewer, personId, ({ contents: { contacts } }) => ({
        contents: { contacts: withContact(contacts, contact) },
      })),
    search: (viewer, text, limit) => searchPeople(context, viewer, text, limit),
    importIndex: (organisationId, csv) => importIndex(context, organisationId, csv),
    async indexState(organisationId) {
      const { _count: entries, _max: latest } = await db.indexEntry.aggregate({
        where: { organisationId },
        _count: true,
        _max: { importedAt: true },
      });
      return latest.importedAt ? { importedAt: instant(latest.importedAt), entries } : null;
    },
    matchIdentity: (reference) => matchIdentity(context, reference),
    onRecord: (organisationId, listed) => peopleOnRecord(context, organisationId, listed),
    likely: (viewer, reference) => likelyPeople(context, viewer, reference),
    sharedHome: (viewer, reference) => sharedHome(context, viewer, reference),
    indexEntry: (viewer, entryId) => indexEntry(context, viewer, entryId),
  };
}

function visiblePerson({ db }: Context, viewer: Viewer, id: string): Promise<Person | null> {
  if (!may(viewer.roles, 'person.view')) return Promise.resolve(null);
  return db.person.findFirst({ where: { AND: [{ id }, peopleVisibleTo(viewer)] } });
}

/** Reads and writes under the person's row lock, so that two changes at once are both kept. */
async function changePerson(
  context: Context,
  viewer: Viewer,
  personId: string,
  changeOf: (person: PersonRecord) => PersonChange,
): Promise<PersonRecord> {
  if (!(await visiblePerson(context, viewer, personId))) {
    throw new RegisterError('not-found', 'There is no such person. Nothing was changed.');
  }
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    const row = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    const [person] = await openPeople(context, tx, [row]);
    return updatePerson(context, tx, personId, changeOf(person as PersonRecord));
  });
}

function withContact(contacts: readonly ContactPoint[], contact: ContactPoint): ContactPoint[] {
  const known = contacts.some(({ id }) => id === contact.id);
  return known ? contacts.map((one) => (one.id === contact.id ? contact : one)) : [...contacts, contact];
}
