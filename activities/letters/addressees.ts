import { keepsBack, saysMore, whyWaits } from '../../domain/cases/breach/safety';
import type { ContactPoint } from '../../domain/cases/contents';
import { contactFlags } from '../../domain/cases/contents';
import { contactsForCode } from '../../domain/cases/one-time-code';
import type { Recipient } from '../../domain/organisation/profile';
import { rowOfRecipient } from '../../domain/cases/recipients';
import type { Row } from '../../forms/form';
import { peopleToConsult } from '../../forms/subject-access/decide';
import { hopeless } from '../failures';
import { affectedPerson } from './affected';
import { deathStands } from './death';
import { controllerOf } from './sender';
import type { CaseFile } from './file';
import { lastWritten, wrote } from './file';

/** Who a letter is for, how they may be reached, and whether a flag stops it. */
export interface Addressed {
  readonly name: string;
  readonly contacts: readonly ContactPoint[];
  readonly preferred: string | null;
  readonly flagged: boolean;
  readonly emailAllowed: boolean;
  /** How a person gets it there where nothing can go by itself; null where they are asked for a contact instead. */
  readonly byHand: 'post' | 'portal' | null;
}

/** Throws for a letter to somebody whom the case or the profile does not have. */
export function addressedTo(file: CaseFile): Addressed {
  switch (file.definition.to) {
    case 'requester':
      return requester(file);
    case 'controller':
      return controller(file);
    case 'third-party':
      return thirdParty(file);
    case 'affected':
      return affected(file);
    case 'recipient':
      return recipient(file);
    case 'regulator':
      return regulator(file);
    case 'system-owner':
    case 'staff':
      return elsewhere('colleague', null, []);
  }
}

function requester(file: CaseFile): Addressed {
  const { dossier, definition, profile } = file;
  const { requester: person, subject, contents } = dossier;
  if (!person)
    throw hopeless('no-such-person', 'The case has nobody who asked, to whom this letter could go.');
  const flags: readonly string[] = contactFlags;
  const { name, contacts } = person.contents;
  return {
    name,
    contacts: definition.oneTimeCode ? contactsForCode(contacts, dossier) : contacts,
    preferred: contents.contactId ?? null,
    flagged:
      [...person.flags, ...(subject?.flags ?? [])].some((flag) => flags.includes(flag)) || deathStands(file),
    emailAllowed:
      !definition.confidential ||
      (person.contents.agreesToPlainEmail === true && profile.letters.plainEmail === 'with-agreement'),
    byHand: null,
  };
}

/**
 * Somebody to whom data were disclosed (UK GDPR Art 19), as the profile knows them. One that takes notices on a
 * portal of its own, or whose address nobody noted, is told by a person. Plain e-mail carries nothing personal.
 */
function recipient(file: CaseFile): Addressed {
  const found = recipientOf(file);
  if (!found) throw hopeless('no-such-recipient', 'Neither the profile nor the case knows this recipient.');
  const { contact, name, takes } = found;
  if (takes === 'portal') return { ...elsewhere(name, null, []), byHand: 'portal' };
  const full = contact?.name ? `${contact.name}, ${name}` : name;
  const reached = elsewhere(full, contact?.email ?? null, contact?.address ?? []);
  return { ...reached, emailAllowed: !file.definition.confidential };
}

/** How a recipient is reached, whether the profile names them or somebody entered them on the case. */
type Reached = Pick<Recipient, 'name' | 'takes'> & {
  readonly contact?: {
    readonly name?: string;
    readonly email?: string;
    readonly address?: readonly string[];
  };
};

export function recipientOf({ profile, written, step: { item } }: CaseFile): Reached | undefined {
  const row = item === null ? null : rowOfRecipient(item);
  return row === null ? profile.recipients.find(({ id }) => id === item) : entered(written, row);
}

/** As last entered with the assessment on which the notices rest. */
function entered(written: CaseFile['written'], row: number): Reached | undefined {
  const rows = written.findLast(({ personal, form }) => form !== 'tell-who' && personal.otherRecipients)
    ?.personal.otherRecipients;
  const found = (rows as readonly Row[] | undefined)?.[row];
  if (!found) return undefined;
  const address = typeof found.address === 'string' ? found.address.split(/\r?\n/) : undefined;
  const email = typeof found.email === 'string' ? found.email : undefined;
  return {
    name: String(found.name),
    takes: found.takes as Recipient['takes'],
    contact: { ...(email && { email }), ...(address && { address }) },
  };
}

/** The regulator takes letters at its postal address; its portal and telephone stand in the profile for whoever uses them. */
function regulator({ profile }: CaseFile): Addressed {
  const { shownAs, address } = profile.regulator;
  return elsewhere(shownAs, null, address);
}

/** The contact that the profile names for the controller, at the address the two bodies agreed on (Art 28(3)). */
function controller(file: CaseFile): Addressed {
  const told = file.profile.controllers.find(({ id }) => id === file.step.item);
  const found = told ?? controllerOf(file.profile, file.dossier) ?? file.profile.controllers[0];
  const { contact, name } = found ?? { contact: file.profile.governance, name: file.profile.name };
  return elsewhere(`${contact.name}, ${name}`, contact.email, contact.address ?? []);
}

/** Third parties go by number: who they are stands in the review's submission, one on each line. */
function thirdParty(file: CaseFile): Addressed {
  const people = peopleToConsult(wrote(file, 'review', 'thirdPartyContacts'));
  const [name = '', ...rest] = people[Number(file.step.item) - 1] ?? [];
  const email = rest.find((part) => part.includes('@')) ?? null;
  return elsewhere(
    name,
    email,
    rest.filter((part) => part !== email),
  );
}

/**
 * One of the people a breach affects, by number in the list that was handed in with the notice. To somebody flagged in
 * the list or on record, or at an address that the record does not hold for safe, nothing goes by itself: it is
 * printed, and whoever posts it finds out first where that is safe. What tells of health, arrears and the like goes by
 * plain e-mail only with their agreement.
 */
function affected(file: CaseFile): Addressed {
  const person = affectedPerson(file);
  if (!person) throw hopeless('no-such-person', 'The list of people affected does not have this one.');
  const known = file.onRecord.map(({ flags, contents }) => ({
    ...{ flags, contacts: contents.contacts },
    agreesToPlainEmail: contents.agreesToPlainEmail === true,
  }));
  const why = whyWaits(person, known, {
    telling: saysMore(lastWritten(file, 'assess', 'follow-up').codes.dataCategories),
    withAgreement: file.profile.letters.plainEmail === 'with-agreement',
  });
  const flagged = keepsBack(why);
  const reached = elsewhere(person.name, flagged ? null : person.email, flagged ? [] : (person.post ?? []));
  return { ...reached, flagged, emailAllowed: why !== 'not-by-email' };
}

function elsewhere(name: string, email: string | null, lines: readonly string[]): Addressed {
  const contact = (kind: 'email' | 'post', value: string): ContactPoint => ({
    id: kind,
    kind,
    value,
    safety: 'safe',
    onFile: true,
  });
  const contacts = [
    ...(email ? [contact('email', email)] : []),
    ...(lines.length > 0 ? [contact('post', lines.join('\n'))] : []),
  ];
  return {
    ...{ name, contacts, preferred: null, flagged: false, emailAllowed: true },
    byHand: 'post',
  };
}
