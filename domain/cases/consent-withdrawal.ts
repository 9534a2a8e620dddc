/**
 * Consent that is withdrawn (UK GDPR Arts 7(3), 17(1)(b)): what the process is made of. It cannot be refused, and
 * nobody is asked who they are or why: withdrawing is as easy as giving.
 * The order of things is in processes/consent-withdrawal.bpmn and workflows/consent-withdrawal.ts.
 */
import type { CaseDefinition } from './definition';
import { listOf } from './process';
import { caseworkers, rightsActions, rightsClock, rightsLetters, rightsTasks, signpost } from './rights';
import { ladder, sharedActions } from './shared';
import { consentSystems, stopLetters, stopTasks } from './stopping';

const { assign, note, hold, link, reopen } = sharedActions;

export const consentWithdrawal = {
  kind: 'consent-withdrawal',
  prefix: 'CON',
  title: 'Withdrawal of consent',
  requestNoun: 'withdrawal of consent',
  answeredBy: ['confirm-stopped'],
  mark: {
    outcomes: ['stopped', 'stopped-erasure', 'stopped-nothing-held'],
    text: 'Consent withdrawn for some purposes',
  },
  undated: 'No time limit in law',
  timer: 'consent.withdrawn',
  facts: (profile, codes) => ({ stopOn: consentSystems(profile, listOf(codes, 'purposes')) }),
  tasks: {
    ...stopTasks('purposes'),
    'check-erasure': {
      decides: true,
      title: 'Check whether the data must go',
      help: 'With the consent gone, is there another basis for keeping the data? If not, open an erasure from this task with one click (Art 17(1)(b)).',
      roles: caseworkers,
      withinWorkingDays: 5,
      outlivesDeadline: true,
      showsOtherCases: true,
      page: { path: 'open/erasure', text: 'Open an erasure of what rested on the consent' },
    },
    'send-again': rightsTasks['send-again'],
    'close-case': { ...rightsTasks['close-case'], outlivesDeadline: true },
  },
  letters: {
    ...stopLetters,
    'confirm-stopped': {
      title: 'What you agreed to has stopped',
      to: 'requester',
      template: 'consent-withdrawal/confirm-stopped',
      checked: true,
      freeParts: { consequences: 'What follows from it for them' },
      optionalParts: ['consequences'],
      mandatory: { 'earlier-lawful': 'UK GDPR Art 7(3)', ...signpost },
      confidential: false,
    },
    tell: rightsLetters.tell,
  },
  services: {},
  actions: {
    ...{ assign, note, hold, link, reopen },
    'release-hold': sharedActions['release-hold'],
    'restrict-access': sharedActions['restrict-access'],
    'correct-received-date': sharedActions['correct-received-date'],
    'recompute-deadline': sharedActions['recompute-deadline'],
    'letter-returned': rightsActions['letter-returned'],
  },
  outcomes: {
    stopped: { title: 'Stopped; the data rests on another basis' },
    'stopped-erasure': { title: 'Stopped, and an erasure opened' },
    'stopped-nothing-held': { title: 'Stopped; nothing is held' },
  },
  clock: rightsClock,
  ladder,
  stages: [
    { stage: 'carrying-out', from: ['stop-everywhere'] },
    { stage: 'responding', from: ['confirm-stopped'] },
    { stage: 'assessing', from: ['check-erasure'] },
    { stage: 'responding', from: ['close-case'] },
  ],
} as const satisfies CaseDefinition;
