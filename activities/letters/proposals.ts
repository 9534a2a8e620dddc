import type { CaseFile } from './file';
import { lastWritten, wrote } from './file';

const leastForIdentity =
  'Please tell us two of these: your date of birth, an earlier address of yours, or a number from one of our letters to you. You need not send a copy of a passport or another document.';

const leastForAuthority =
  'Please send us a note, signed by the person whose information it is, which says that you may make this request for them. If you act under a power of attorney or a court order, tell us which, and how we can see it.';

/** What the free parts of a draft begin with: the words of whoever asked for the letter, or the least that is needed. */
const proposals: Readonly<Record<string, (file: CaseFile) => Record<string, string>>> = {
  'request-identity': (file) => ({
    asked: lastWritten(file, 'triage').codes.identity === 'authority' ? leastForAuthority : leastForIdentity,
  }),
  'request-fee': (file) => ({
    reasons:
      wrote(file, 'triage', 'feeReason') ||
      'The fee covers no more than what it costs us to copy and send the information.',
  }),
  'ask-clarification': (file) => ({ question: wrote(file, 'clarify', 'question') }),
  'extension-notice': (file) => ({ reasons: wrote(file, 'extend', 'reasons') }),
  'consult-third-party': () => ({
    information: 'It is information in our records in which you are mentioned.',
  }),
  respond: ({ profile }) => ({ opening: profile.letters.opening }),
  'refusal-letter': () => ({ explanation: '' }),
  'closing-letter': () => ({
    explanation:
      'You can send the information, or show us your authority, at any time and in any way that suits you.',
  }),
};

/** The free parts to begin a draft with. */
export function proposedParts(file: CaseFile): Record<string, string> {
  const proposed = proposals[file.step.element]?.(file) ?? {};
  return Object.fromEntries(
    Object.keys(file.definition.freeParts).map((name) => [name, proposed[name] ?? '']),
  );
}
