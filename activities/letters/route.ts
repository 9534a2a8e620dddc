import type { ContactPoint } from '../../domain/cases/contents';

/** What decides how a letter travels. */
export interface Journey {
  readonly contacts: readonly ContactPoint[];
  /** The contact chosen for this case when it was logged. */
  readonly preferred: string | null;
  /** The contact that a person confirmed for this letter. */
  readonly confirmed: string | null;
  /** A flag on the person: nothing goes by itself (domestic abuse, safeguarding, informant). */
  readonly flagged: boolean;
  /** Contains personal data beyond the fact of a request. */
  readonly confidential: boolean;
  /** Its words may travel by plain e-mail: not confidential, or agreed to and permitted. */
  readonly emailAllowed: boolean;
  /** Goes nowhere but where a person said. */
  readonly onlyChosen: boolean;
  /** Only post will do: the person asked for it, or whoever checked the letter did. */
  readonly byPost: boolean;
  /** Addresses that a mail server refused. */
  readonly refused: readonly string[];
}

export type WhyContactCheck =
  'flagged' | 'never-use' | 'email-not-agreed' | 'post-wanted' | 'no-safe-contact' | 'no-longer-safe';

export type Route =
  | { readonly way: 'email' | 'post'; readonly contact: ContactPoint }
  | { readonly need: 'contact-check'; readonly why: WhyContactCheck }
  | { readonly need: 'undeliverable' };

const check = (why: WhyContactCheck): Route => ({ need: 'contact-check', why });

/**
 * Where a letter goes, or what a person must say first. Never to a never-use contact, whoever asks. To a shared
 * one, or to anyone who is flagged, only once a person has confirmed that very contact. A confidential letter goes
 * by itself only to a contact known to be safe, and by e-mail only where that is allowed.
 */
export function routeOf(journey: Journey): Route {
  const { contacts, confirmed, flagged, refused } = journey;
  const chosen = contacts.find(({ id }) => id === confirmed);
  if (chosen) return confirmedRoute(journey, chosen);
  if (flagged) return check('flagged');
  if (journey.onlyChosen) return check('no-longer-safe');
  const usable = inOrder(journey);
  const [first] = usable.filter((contact) => contact.kind === 'post' || mayGoByEmail(journey));
  if (refused.length > 0) return { need: 'undeliverable' };
  return first ? along(first) : check(usable.length > 0 ? 'email-not-agreed' : 'no-safe-contact');
}

function confirmedRoute(journey: Journey, chosen: ContactPoint): Route {
  if (chosen.safety === 'never') return check('never-use');
  if (journey.refused.includes(chosen.value)) return { need: 'undeliverable' };
  if (chosen.kind === 'phone') return check('no-safe-contact');
  if (chosen.kind === 'post' || mayGoByEmail(journey)) return along(chosen);
  const bound = journey.flagged || journey.onlyChosen;
  const post = bound ? undefined : inOrder(journey).find(({ kind }) => kind === 'post');
  return post ? along(post) : check(journey.byPost ? 'post-wanted' : 'email-not-agreed');
}

const mayGoByEmail = ({ emailAllowed, byPost }: Journey): boolean => emailAllowed && !byPost;

const along = (contact: ContactPoint): Route => ({
  way: contact.kind === 'post' ? 'post' : 'email',
  contact,
});

/** Contacts that may be used unasked: the one chosen for the case, then e-mail before post, safe before unconfirmed. */
function inOrder({ contacts, preferred, confidential, refused }: Journey): ContactPoint[] {
  const rank = ({ id, kind, safety }: ContactPoint): number =>
    (id === preferred ? 0 : 4) + (kind === 'email' ? 0 : 2) + (safety === 'safe' ? 0 : 1);
  return contacts
    .filter(({ kind, value }) => kind !== 'phone' && !refused.includes(value))
    .filter(({ safety }) => safety === 'safe' || (safety === 'unconfirmed' && !confidential))
    .sort((one, other) => rank(one) - rank(other));
}
