import { addDays, londonDate, workingDayOnOrAfter } from '../../../domain/calendar';
import type { Details } from '../../../templates/data';
import type { EffectRegister } from '../../ports';
import { withContactsOf } from './forwarding';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { closing, refusal } from './refusal';
import { response } from './response';

/** House period in which somebody consulted is asked to reply. */
const REPLY_WITHIN_DAYS = 14;

interface Needed {
  readonly register: EffectRegister;
  readonly file: CaseFile;
  /** `you`, or the data subject's name where somebody acts for them. */
  readonly whom: string;
}

/** What each letter says beyond what all letters say, by element. */
const details: Readonly<Record<string, (needed: Needed) => Details | Promise<Details>>> = {
  'request-identity': ({ file }) => ({ doubt: lastWritten(file, 'triage').codes.identity ?? 'identity' }),
  'request-fee': ({ file }) => {
    const { fee, feePence } = lastWritten(file, 'triage').codes;
    return { ground: fee, amount: (Number(feePence ?? 0) / 100).toFixed(2) };
  },
  'ask-clarification': ({ file }) => ({ why: file.step.data.why ?? 'unclear' }),
  'extension-notice': async ({ register, file: { step } }) => ({
    ground: step.data.ground ?? 'complexity',
    due: await register.cases.dueWith(step.reference, [{ type: 'extended', at: step.at }]),
  }),
  'consult-third-party': ({ file }) => ({ replyBy: replyBy(file) }),
  respond: ({ register, file, whom }) => response(register, file, whom),
  'refusal-letter': ({ file }) => refusal(file),
  'closing-letter': closing,
  'forward-request': ({ file }) => withContactsOf(file),
};

export async function detailsOf(needed: Needed): Promise<Details> {
  return { result: null, ...(await details[needed.file.step.element]?.(needed)) };
}

function replyBy({ step, profile }: CaseFile): string {
  return workingDayOnOrAfter(addDays(londonDate(step.at), REPLY_WITHIN_DAYS), profile.nation);
}
