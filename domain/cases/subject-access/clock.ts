/** What the steps of a subject access case mean for its clock (UK GDPR Art 12A). Workflow-safe. */
import { clockBy, type Meanings, type Undone } from '../clock-meanings';

const meanings: Meanings = {
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

const undone: Undone = {
  'request-identity': 'identity-withdrawn',
  'request-fee': 'fee-withdrawn',
  'ask-clarification': 'clarification-withdrawn',
  'extension-notice': 'extension-undone',
};

export const subjectAccessClock = clockBy(meanings, undone);
