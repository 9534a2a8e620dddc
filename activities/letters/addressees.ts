import type { ContactPoint } from '../../domain/cases/contents';
import { contactFlags } from '../../domain/cases/contents';
import { controllerOf } from './sender';
import type { CaseFile } from './file';
import { wrote } from './file';

/** Who a letter is for, how they may be reached, and whether a flag stops it. */
export interface Addressed {
  readonly name: string;
  readonly contacts: readonly ContactPoint[];
  readonly preferred: string | null;
  readonly flagged: boolean;
  readonly emailAllowed: boolean;
  /** A person may be asked which contact is safe; for other bodies there is nothing to choose from. */
  readonly hasContactsOnFile: boolean;
}

export function addressedTo(file: CaseFile): Addressed {
  switch (file.definition.to) {
    case 'controller':
      return controller(file);
    case 'third-party':
      return thirdParty(file);
    default:
      return requester(file);
  }
}

function requester({ dossier, definition, profile }: CaseFile): Addressed {
  const { requester: person, subject, contents } = dossier;
  const flags: readonly string[] = contactFlags;
  return {
    name: person.contents.name,
    contacts: person.contents.contacts,
    preferred: contents.contactId ?? null,
    flagged: [...person.flags, ...subject.flags].some((flag) => flags.includes(flag)),
    emailAllowed:
      !definition.confidential ||
      (person.contents.agreesToPlainEmail === true && profile.letters.plainEmail === 'with-agreement'),
    hasContactsOnFile: true,
  };
}

/** The contact that the profile names for the controller, at the address the two bodies agreed on (Art 28(3)). */
function controller(file: CaseFile): Addressed {
  const found = controllerOf(file.profile, file.dossier) ?? file.profile.controllers[0];
  const { contact, name } = found ?? { contact: file.profile.governance, name: file.profile.name };
  return elsewhere(`${contact.name}, ${name}`, contact.email, contact.address ?? []);
}

/** Third parties go by number: who they are stands in the review's submission, one on each line. */
function thirdParty(file: CaseFile): Addressed {
  const lines = wrote(file, 'review', 'thirdPartyContacts')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const [name = '', ...rest] = (lines[Number(file.step.item) - 1] ?? '')
    .split(',')
    .map((part) => part.trim());
  const email = rest.find((part) => part.includes('@')) ?? null;
  return elsewhere(
    name,
    email,
    rest.filter((part) => part !== email),
  );
}

function elsewhere(name: string, email: string | null, lines: readonly string[]): Addressed {
  const contact = (kind: 'email' | 'post', value: string): ContactPoint => ({
    id: kind,
    kind,
    value,
    safety: 'safe',
    onFile: true,
  });
  const contacts = [...(email ? [contact('email', email)] : []), contact('post', lines.join('\n'))];
  return { name, contacts, preferred: null, flagged: false, emailAllowed: true, hasContactsOnFile: false };
}
