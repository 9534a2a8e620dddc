import { randomUUID } from 'node:crypto';
import type { ContactPoint } from '../../domain/cases/contents';
import type { IsoDate } from '../../domain/clock/types';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Codes } from '../../domain/cases/process';
import type { Values } from '../../forms/form';
import { processes } from '../../processes/registry.generated';
import type { CasePage } from '../../register/cases';
import type { CaseOpening, PersonGiven } from '../../register/intake';
import type { NewPerson } from '../../register/people';
import type { Viewer } from '../../register/viewer';
import { isMatter } from './logging-form';

/** A log form, filled in and checked. */
export interface FilledLog {
  readonly viewer: Viewer;
  readonly kind: CaseKind;
  readonly submissionId: string;
  readonly values: Values;
  readonly codes: Codes;
  /** The civil date of today, for forms that do not ask when it was received. */
  readonly today: IsoDate;
  /** Id of somebody on record, or `new`. */
  readonly person: string | undefined;
  /** The case it was opened from. */
  readonly from: CasePage | undefined;
  /** What came through the complaint form, where it is that. */
  readonly received?: string | undefined;
  /** Contacts of whoever asks, as far as they are on record already. */
  readonly known: readonly ContactPoint[];
}

/** What the record needs to open a case: the names it knows, where the form has them; the rest stays as typed. */
export function openingOf(log: FilledLog): CaseOpening {
  const { viewer, kind, submissionId, values, codes, today } = log;
  const contacts = contactsOf(values, log.known);
  return {
    ...{ submissionId, viewer, kind, processVersion: versionOf(kind), codes, typed: values },
    ...(isMatter(kind) ? {} : peopleIn(log, contacts)),
    contents: {
      ...(values.title === undefined ? {} : { title: String(values.title) }),
      request: text(values.request) ?? '',
      receivedBy: text(values.receivedBy),
      authority: text(values.authority),
      adjustments: text(values.adjustments),
      ...(values.adjustmentKinds === undefined ? {} : { adjustmentKinds: list(values.adjustmentKinds) }),
      contactId: contacts.find(({ kind }) => kind !== 'phone')?.id,
    },
    receivedOn: text(values.receivedOn) ?? today,
    controller: text(values.controller),
    ...(list(values.keptTo).length > 0 && { restrictedTo: list(values.keptTo) }),
    keptFrom: list(values.keptFrom),
    ...(log.received !== undefined && { received: log.received }),
    ...linkOf(log),
  };
}

/** A complaint is about the case that was named, or else that it was opened from. */
function linkOf({ kind, values, from }: FilledLog): Pick<CaseOpening, 'linkedTo'> {
  const complains = kind === 'complaint';
  const reference = (complains ? text(values.complainedOf) : undefined) ?? from?.reference;
  if (reference === undefined) return {};
  return { linkedTo: { reference, relation: complains ? 'complaint-about' : 'follows' } };
}

/** The version of the process that a case of this kind begins on. */
export function versionOf(kind: CaseKind): string {
  const process = processes[kind];
  if (!process) throw new Error(`No process is drawn for ${kind}.`);
  return process.version;
}

function peopleIn(
  { values, person, from }: FilledLog,
  contacts: readonly ContactPoint[],
): Pick<CaseOpening, 'subject' | 'requester'> {
  const forSelf = (values.requester ?? 'self') === 'self';
  const adding = subjectOf(values, forSelf ? contacts : []);
  const known = from?.subject?.id ?? (person === 'new' ? undefined : person);
  return {
    subject: known === undefined ? { fresh: adding } : { existing: known, adding },
    ...(forSelf ? {} : { requester: requesterGiven(values, contacts, from) }),
  };
}

/** Who asks for somebody else: the same as in the case it was opened from, where the name is theirs. */
function requesterGiven(
  values: Values,
  contacts: readonly ContactPoint[],
  from: CasePage | undefined,
): PersonGiven {
  const adding = requesterOf(values, contacts);
  const before = from?.requester?.id === from?.subject?.id ? null : from?.requester;
  return before?.contents.name === adding.contents.name ? { existing: before.id, adding } : { fresh: adding };
}

const subjectOf = (values: Values, contacts: readonly ContactPoint[]): NewPerson => ({
  personType: String(values.personType),
  contents: {
    name: String(values.subjectName),
    formerNames: [],
    dateOfBirth: text(values.dateOfBirth),
    contacts,
    references: values.reference === undefined ? [] : [String(values.reference)],
  },
  flags: list(values.flags),
});

const requesterOf = (values: Values, contacts: readonly ContactPoint[]): NewPerson => ({
  personType: String(values.personType),
  contents: { name: String(values.requesterName), formerNames: [], contacts, references: [] },
  flags: list(values.flags),
});

/** Given by the request itself, so not confirmed yet, unless they are on record. */
function contactsOf(values: Values, onRecord: readonly ContactPoint[]): ContactPoint[] {
  const given = (kind: ContactPoint['kind'], value: unknown): ContactPoint[] => {
    if (value === undefined) return [];
    const known = onRecord.find((one) => one.kind === kind && alike(one.value, String(value)));
    return [known ?? { id: randomUUID(), kind, value: String(value), safety: 'unconfirmed', onFile: false }];
  };
  return [
    ...given('email', values.contactEmail),
    ...given('post', values.contactPost),
    ...given('phone', values.contactPhone),
  ];
}

const alike = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

export const text = (value: Values[string]): string | undefined =>
  value === undefined ? undefined : String(value);

export const list = (value: Values[string]): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
