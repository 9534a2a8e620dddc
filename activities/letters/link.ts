import { addDays, londonDate } from '../../domain/calendar';
import type { OpenLetter } from '../../register/letters';
import type { Templates } from '../../templates/library';
import { renderNotice } from '../../templates/render';
import type { EffectRegister } from '../ports';
import type { KeptContents } from './kept';
import { words } from './make';

const OPEN_FOR_DAYS = 30;

export interface Linked {
  readonly contents: KeptContents;
  readonly notice: { readonly subject: string; readonly html: string; readonly text: string };
}

/**
 * A protected link to the answer, and the e-mail that carries it. The code that opens it is kept with the letter
 * for staff to give another way; it is never in the e-mail.
 */
export async function linked(
  { links, documents }: EffectRegister,
  templates: Templates,
  letter: OpenLetter,
  contents: KeptContents,
  baseUrl: string,
): Promise<Linked> {
  const { reference } = letter;
  const rows = await documents.ofCase(reference);
  const target = rows.filter(({ purpose, state }) => (purpose === 'bundle' || purpose === 'bundle-pdf') && state === 'ready');
  const until = addDays(londonDate(contents.data.date), OPEN_FOR_DAYS);
  const { id, token, code } = await links.issue({
    ...{ reference, purpose: 'download', target: target.map((one) => one.id).join(',') },
    expiresAt: `${until}T23:59:59.999Z`,
  });
  const details = { link: `${baseUrl}/links/${token}`, until };
  const notice = renderNotice(templates, 'subject-access/answer-ready', { ...contents.data, details });
  return { contents: { ...contents, link: { id, code, until } }, notice: words(notice) };
}
