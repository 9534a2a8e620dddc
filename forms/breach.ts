/** What people type about a personal data breach (UK GDPR Arts 33, 34). Each form is named like the task it serves. */
import { assess, decide, dpoAdvice } from './breach/assess';
import { carryOutAction, closeCase, lessons } from './breach/lessons';
import { fileNotification, followUp, prepareNotice, publishNotice, tellOther } from './breach/notify';
import { assistController, contain, triage } from './breach/report';
import { byTask, sendAgain } from './shared/rights';

export { logBreach } from './breach/report';

export const breachForms = byTask([
  ...[triage, contain, assistController, assess, dpoAdvice, decide],
  ...[fileNotification, followUp, prepareNotice, publishNotice, tellOther],
  // What came to light later is contained and told as the rest was.
  ...[
    { ...contain, id: 'contain-also' },
    { ...tellOther, id: 'tell-also' },
    { ...assistController, id: 'assist-added-controller' },
  ],
  ...[lessons, carryOutAction, closeCase, sendAgain],
]);
