import type { LetterContents, OpenLetter } from '../../register/letters';
import type { LetterData } from '../../templates/data';

/** What is kept sealed of a letter beside its words: enough to preview it again, and to send it once. */
export interface KeptContents extends LetterContents {
  /** What it is rendered from; a preview with other free parts is `previewLetter` of this. */
  readonly data: LetterData;
  /** Addresses that a mail server refused for good. */
  readonly refused: readonly string[];
  /** Why a person must confirm the contact, as a code. */
  readonly why: string | null;
  /** The e-mail, byte for byte as it is sent. */
  readonly message?: string;
  /** The protected link that was sent, and the code that opens it, to be given another way. */
  readonly link?: { readonly id: string; readonly code: string; readonly until: string };
}

export const keptOf = (letter: OpenLetter): KeptContents => letter.contents as KeptContents;
