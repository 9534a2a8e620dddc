/** What the steps of a subject access case mean for its clock (UK GDPR Art 12A). Workflow-safe. */
import type { ClockEvent, ClockEventType, Instant, IsoDate } from '../../clock/types';
import { elementOf, type Codes } from '../process';

/** Which clock event a step or action is, by its answer; `*` stands for any. */
const meanings: Readonly<Record<string, Readonly<Record<string, ClockEventType>>>> = {
  // Art 12A(2)(b): the period waits for the information only once it has been asked for.
  'request-identity': { '*': 'identity-requested' },
  'check-identity': {
    confirmed: 'identity-received',
    'ask-again': 'identity-received',
    'not-upheld': 'identity-withdrawn',
  },
  'decide-unverified': { 'go-on': 'identity-withdrawn' },
  // Art 12A(2)(c)
  'request-fee': { '*': 'fee-requested' },
  'record-fee': { paid: 'fee-paid', waived: 'fee-withdrawn' },
  // Art 12A(5). Whatever ends our waiting ends the pause: the law has no end of its own, and the earlier date is safe.
  'ask-clarification': { '*': 'clarification-requested' },
  'await-clarification': {
    answered: 'clarification-received',
    declined: 'clarification-received',
    'no-answer': 'clarification-received',
    withdrawn: 'clarification-withdrawn',
  },
  // Art 12A(4): it takes effect only when the notice is given.
  'extension-notice': { '*': 'extended' },
  'undo-extension': { '*': 'extension-undone' },
};

const answerOf = (codes: Codes): string => String(codes.outcome ?? codes.decision ?? '*');

/** What a letter that came back undoes: it was never given. */
const undone: Readonly<Record<string, ClockEventType>> = {
  'request-identity': 'identity-withdrawn',
  'request-fee': 'fee-withdrawn',
  'ask-clarification': 'clarification-withdrawn',
  'extension-notice': 'extension-undone',
};

export function subjectAccessClock(what: string, codes: Codes, at: Instant | IsoDate): readonly ClockEvent[] {
  // A reminder asks nothing new: the first question still stands.
  if (what === 'request-identity' && codes.reminder === true) return [];
  if (what === 'letter-returned') {
    const type = undone[elementOf(String(codes.letter))];
    return type ? [{ type, at }] : [];
  }
  const meaning = meanings[what];
  const type = meaning?.[answerOf(codes)] ?? meaning?.['*'];
  return type ? [{ type, at }] : [];
}
