/**
 * Whether a notice to somebody whom a breach affects may go by itself (UK GDPR Arts 32, 34): contact safety comes
 * before convenience. Pure; page and letter ask the same rule.
 */
import type { ContactPoint } from '../contents';
import { contactFlags } from '../contents';
import type { AffectedPerson } from './people';

/** Somebody on record who may be the person listed. */
export interface PersonOnRecord {
  readonly flags: readonly string[];
  readonly contacts: readonly ContactPoint[];
  /** Their recorded agreement that letters' contents may go by plain e-mail. */
  readonly agreesToPlainEmail: boolean;
}

export type WhyWaits =
  'flagged-in-list' | 'flagged-on-record' | 'contact-not-safe' | 'not-by-email' | 'no-address';

/** In words, for whoever hands in the list. */
export const whyWaitsTexts: Readonly<Record<WhyWaits, string>> = {
  'flagged-in-list': 'the list flags them',
  'flagged-on-record': 'somebody of that name or address is flagged on record',
  'contact-not-safe': 'the record does not hold that address for safe',
  'not-by-email': 'what it says may not go by plain e-mail without their recorded agreement',
  'no-address': 'the list gives no address',
};

/** Reasons that keep the letter back altogether until a person has found out where it may safely go. */
export const keepsBack = (why: WhyWaits | null): boolean =>
  why === 'flagged-in-list' || why === 'flagged-on-record' || why === 'contact-not-safe';

/** Categories of data whose mere mention tells nothing of somebody; any other may. */
const plainCategories = ['basic-identifiers', 'identification', 'official-documents', 'location'];

/** Whether a notice about data of these categories says more of somebody than that we hold their particulars. */
export const saysMore = (categories: unknown): boolean =>
  Array.isArray(categories) && categories.some((one) => !plainCategories.includes(String(one)));

export interface NoticeRules {
  /** What the notice says may not go by plain e-mail unasked: health, arrears, beliefs and the like. */
  readonly telling: boolean;
  /** The profile allows plain e-mail with the person's agreement. */
  readonly withAgreement: boolean;
}

/** Why nothing goes to this person by itself by e-mail, or null where it may. The gravest reason comes first. */
export function whyWaits(
  person: AffectedPerson,
  known: readonly PersonOnRecord[],
  { telling, withAgreement }: NoticeRules,
): WhyWaits | null {
  const flags: readonly string[] = contactFlags;
  if (person.flags.length > 0) return 'flagged-in-list';
  if (known.some((one) => one.flags.some((flag) => flags.includes(flag)))) return 'flagged-on-record';
  if (known.some((one) => !isSafe(person, one))) return 'contact-not-safe';
  if (person.email === null) return person.post === null ? 'no-address' : null;
  return !telling || (withAgreement && known.some((one) => agreed(person, one))) ? null : 'not-by-email';
}

/**
 * An address that the record has for unsafe or unconfirmed is not used unasked; nor is one that the record does not
 * know, where it warns of another of the same kind: it may be the same address in other words.
 */
function isSafe(person: AffectedPerson, { contacts }: PersonOnRecord): boolean {
  const safe = (kind: 'email' | 'post', given: string | null): boolean => {
    if (given === null) return true;
    const ofKind = contacts.filter((one) => one.kind === kind);
    const same = ofKind.filter(({ value }) => alike(value, given));
    if (same.length > 0) return same.every(({ safety }) => safety === 'safe');
    return ofKind.every(({ safety }) => safety !== 'never' && safety !== 'shared');
  };
  return safe('email', person.email) && safe('post', person.post && person.post.join(' '));
}

/** Agreement counts for an address that is theirs on record. */
const agreed = ({ email }: AffectedPerson, { contacts, agreesToPlainEmail }: PersonOnRecord): boolean =>
  agreesToPlainEmail &&
  contacts.some(
    ({ kind, value, safety }) => kind === 'email' && safety === 'safe' && alike(value, email ?? ''),
  );

const alike = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s,;]+/g, ' ')
    .trim();
