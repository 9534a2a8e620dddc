import { addDays, londonDate } from '../../domain/calendar';
import type { StepRef } from '../contract';
import { storeOnce } from '../documents/store';
import type { Printer } from '../pdf';
import type { Templates } from '../../templates/library';
import { renderNotice } from '../../templates/render';
import type { EffectRegister } from '../ports';
import type { KeptContents } from './kept';
import { words as wordsOf } from './make';

const OPEN_FOR_DAYS = 30;

const letterFile = { purpose: 'other', mediaType: 'application/pdf', name: 'letter.pdf' } as const;

export interface LinkDeps {
  readonly register: EffectRegister;
  readonly templates: Templates;
  readonly printer: Printer;
  readonly baseUrl: string;
}

export interface Linked {
  readonly contents: KeptContents;
  readonly notice: { readonly subject: string; readonly html: string; readonly text: string };
}

/**
 * A protected link to the answer (the letter and the copy), and the e-mail that carries it. The code that opens it is kept with the letter
 * for staff to give another way; it is never in the e-mail.
 */
export async function linked(
  { register, templates, printer, baseUrl }: LinkDeps,
  step: StepRef,
  contents: KeptContents,
): Promise<Linked> {
  const { reference } = step;
  const words = await storeOnce(register, step, letterFile, await printer.print(contents.html));
  const rows = await register.documents.ofCase(reference);
  const newest = (purpose: string) =>
    rows.filter((row) => row.purpose === purpose && row.state === 'ready').slice(-1);
  const copy =
    contents.data.details.result === 'nothing-found' ? [] : [...newest('bundle-pdf'), ...newest('bundle')];
  const until = addDays(londonDate(contents.data.date), OPEN_FOR_DAYS);
  const { id, token, code } = await register.links.issue({
    ...{ reference, purpose: 'download', target: [words, ...copy].map((row) => row.id).join(',') },
    expiresAt: `${until}T23:59:59.999Z`,
  });
  const details = { link: `${baseUrl}/links/${token}`, until };
  const notice = renderNotice(templates, 'subject-access/answer-ready', { ...contents.data, details });
  return { contents: { ...contents, link: { id, code, until } }, notice: wordsOf(notice) };
}
