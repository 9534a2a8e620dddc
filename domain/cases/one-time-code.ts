/** A one-time code that shows who is asking: to whom it may go, and how that is written on screen. */
import type { CaseContents, ContactPoint } from './contents';
import type { CaseFacts } from './process';

/** Answered in place of a contact by whoever finds that none is safe. */
export const SEND_NOTHING = 'none';

/** How a request came in. */
export interface Asking {
  readonly facts: CaseFacts;
  readonly contents: Pick<CaseContents, 'contactId'> | null;
}

/**
 * The contacts to which a code may go: safe and on file from before the request, never the mailbox that asks. A
 * code proves nothing about whoever gave the address themselves, and may endanger whoever shares it.
 */
export function contactsForCode(contacts: readonly ContactPoint[], asking: Asking): readonly ContactPoint[] {
  return contacts.filter(
    (contact) =>
      contact.kind !== 'phone' &&
      contact.onFile &&
      contact.safety === 'safe' &&
      !asks(contact, contacts, asking),
  );
}

/** The mailbox from which the request came, under whatever id it stands on record. */
function asks(
  { id, kind, value }: ContactPoint,
  contacts: readonly ContactPoint[],
  { facts, contents }: Asking,
): boolean {
  if (kind !== 'email' || facts.channel !== 'email') return false;
  const from = contacts.find((one) => one.id === contents?.contactId);
  return id === contents?.contactId || (from !== undefined && sameContact({ kind, value }, from));
}

/** Whether two contacts are the same place, however they are written. */
export const sameContact = (
  one: Pick<ContactPoint, 'kind' | 'value'>,
  other: Pick<ContactPoint, 'kind' | 'value'>,
): boolean => one.kind === other.kind && plain(one.value) === plain(other.value);

const plain = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim();

/**
 * A contact for the screen of somebody who may be on the phone to an impostor: enough to choose by, too little to
 * read out.
 * @example `E-mail: w…n@mail.test`, `Post: an address in WV1`
 */
export function maskedContact({ kind, value }: ContactPoint): string {
  if (kind === 'post') return `Post: an address in ${districtOf(value)}`;
  const at = value.lastIndexOf('@');
  const mailbox = value.slice(0, at);
  return `E-mail: ${mailbox.slice(0, 1)}…${mailbox.length > 2 ? mailbox.slice(-1) : ''}${value.slice(at)}`;
}

/** `WV1`, of a postal address that ends with its postcode; else what stands last. */
const districtOf = (address: string): string =>
  /\b([A-Z]{1,2}\d[A-Z\d]?)\s*\d[A-Z]{2}\s*$/i.exec(address)?.[1]?.toUpperCase() ??
  (address.trim().split(/[\n,]/).at(-1) ?? '').trim();
