import { addDays, londonDate } from '../../domain/calendar';
import { storeOnce } from '../documents/store';
import type { Printer } from '../pdf';
import type { Templates } from '../../templates/library';
import { renderNotice } from '../../templates/render';
import type { EffectRegister } from '../ports';
import type { CaseFile } from './file';
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

/** Whom the e-mail with the link tells of what, by the letter's addressee. */
const notices = {
  requester: 'subject-access/answer-ready',
  other: 'shared/notice-ready',
} as const;

/**
 * A protected link to the letter, with the copy where the person who asked gets one, and the e-mail that carries it.
 * The code that opens it is kept with the letter for staff to give another way; it is never in the e-mail.
 */
export async function linked(
  { register, templates, printer, baseUrl }: LinkDeps,
  { step, definition }: CaseFile,
  contents: KeptContents,
): Promise<Linked> {
  const { reference } = step;
  const words = await storeOnce(register, step, letterFile, await printer.print(contents.html));
  const encloses = definition.to === 'requester' ? contents.data.details.result !== 'nothing-found' : false;
  const copy = encloses || step.data.enclose === true ? await copyOf(register, reference) : [];
  const until = addDays(londonDate(contents.data.date), OPEN_FOR_DAYS);
  const { id, token, code } = await register.links.issue({
    ...{ reference, purpose: 'download', target: [words, ...copy].map((row) => row.id).join(',') },
    expiresAt: `${until}T23:59:59.999Z`,
  });
  const details = { link: `${baseUrl}/links/${token}`, until };
  const notice = renderNotice(templates, notices[definition.to === 'requester' ? 'requester' : 'other'], {
    ...contents.data,
    details,
  });
  return { contents: { ...contents, link: { id, code, until } }, notice: wordsOf(notice) };
}

/** The copy as it was last put together: the paginated file and the archive. */
async function copyOf({ documents }: EffectRegister, reference: string) {
  const rows = await documents.ofCase(reference);
  const newest = (purpose: string) =>
    rows.filter((row) => row.purpose === purpose && row.state === 'ready').slice(-1);
  return [...newest('bundle-pdf'), ...newest('bundle')];
}
