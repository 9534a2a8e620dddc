import { addDays, londonDate, workingDayOnOrAfter } from '../../../domain/calendar';
import { REPLY_WITHIN_DAYS } from '../../../domain/cases/subject-access/consultation';
import type { CaseFile } from '../file';
import { lastWritten } from '../file';
import { groundOf } from './exemptions';
import { withContactsOf } from './forwarding';
import type { DetailsByElement } from './needed';
import { closing, refusal } from './refusal';
import { response } from './response';

const neverClarified =
  'We asked you what you are looking for, and reminded you. We have had no answer, and without one we cannot tell what to search for.';

/** What the letters of subject access say beyond what all letters say. */
export const subjectAccess: DetailsByElement = {
  'request-fee': ({ file }) => {
    const { fee, feePence } = lastWritten(file, 'triage').codes;
    return { ground: fee, amount: (Number(feePence ?? 0) / 100).toFixed(2) };
  },
  'ask-clarification': ({ file }) => ({ why: file.step.data.why ?? 'unclear', reminder: false }),
  'remind-clarification': ({ file }) => ({ why: file.step.data.why ?? 'unclear', reminder: true }),
  'tell-not-a-request': () => ({ result: 'not-a-request', limitReasons: false, grounds: [] }),
  'closing-letter': ({ file }) =>
    file.step.data.because === 'not-clarified' ? { ...closing(), grounds: [neverClarified] } : closing(),
  'consult-third-party': ({ file }) => ({ replyBy: replyBy(file) }),
  // The code is made when the letter goes; until then a draft leaves its place open.
  'send-code': () => ({ code: null, expires: null }),
  respond: ({ register, file, whom }) => response(register, file, whom),
  /** Access is refused in no other way than under Art 12(5) or an exemption, named or not. */
  'refusal-letter': ({ file }) => refusal(file, [groundOf('')]),
  'forward-request': ({ file }) => withContactsOf(file),
};

function replyBy({ step, profile }: CaseFile): string {
  return workingDayOnOrAfter(addDays(londonDate(step.at), REPLY_WITHIN_DAYS), profile.nation);
}
