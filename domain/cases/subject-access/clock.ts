/** What the steps of a subject access case mean for its clock (UK GDPR Art 12A). Workflow-safe. */
import { clockBy, requestMeanings, requestUndone, type Meanings, type Undone } from '../clock-meanings';

const meanings: Meanings = {
  ...requestMeanings,
  // Art 12A(2)(c)
  'request-fee': { '*': 'fee-requested' },
  'record-fee': { paid: 'fee-paid', waived: 'fee-withdrawn' },
  // Art 12A(5). Whatever ends our waiting ends the pause: the law has no end of its own, and the earlier date is safe.
  'ask-clarification': { '*': 'clarification-requested' },
  'await-clarification': {
    answered: 'clarification-received',
    declined: 'clarification-received',
    withdrawn: 'clarification-withdrawn',
  },
  'decide-unanswered': { 'go-on': 'clarification-received', close: 'clarification-received' },
};

const undone: Undone = {
  ...requestUndone,
  'request-fee': 'fee-withdrawn',
  'ask-clarification': 'clarification-withdrawn',
};

export const subjectAccessClock = clockBy(meanings, undone);
