import type { LetterContents, OpenLetter } from '../../register/letters';
import type { LetterData } from '../../templates/data';

/** What is kept with a letter beside its words, as the letters' activities put it there. */
interface Kept extends LetterContents {
  /** What it is rendered from, for a preview with other free parts. */
  readonly data?: LetterData;
  /** Why a person must confirm the contact, as a code. */
  readonly why?: string | null;
  /** The protected link that was sent, and the code that opens it, to be given another way. */
  readonly link?: { readonly code: string; readonly until: string };
}

export const keptWith = (letter: OpenLetter): Kept => letter.contents as Kept;

const reasons: Readonly<Record<string, string>> = {
  flagged:
    'Contacting this person may put somebody at risk, or a death is recorded, so a person decides where this goes.',
  'never-use': 'The contact of this request must not be used. Choose one that is safe.',
  'email-not-agreed':
    'The letter says more than that a request came in, and they have not agreed to plain e-mail.',
  'post-wanted': 'They want it by post, and no postal address is known to be safe.',
  'no-safe-contact': 'No contact is known to be safe.',
  'no-longer-safe':
    'The contact that was chosen may not be used: it is no longer recorded as safe and on file from before the request.',
};

/** Why a person is asked to confirm where this letter goes; null for other letters. */
export function whyContactCheck(letter: OpenLetter | null): string | null {
  const why = letter?.need === 'contact-check' ? keptWith(letter).why : null;
  return why ? (reasons[why] ?? null) : null;
}
