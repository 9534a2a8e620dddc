/** What people type about a complaint (DPA s.164A). Each form is named like the task it serves. */
import { appoint, enquire, findings } from './complaint/enquire';
import { answerRegulator, carryOutAction, closeComplaint, decideComplaint } from './complaint/decide';
import { advice, byTask, checkIdentity, decideUnverified, sendAgain } from './shared/rights';

export { logComplaint, reviewRegimes } from './complaint/log';

export const complaintForms = byTask([
  ...[appoint, checkIdentity, decideUnverified, enquire, findings],
  advice('dpo-advice', 'Give the DPO’s advice'),
  ...[decideComplaint, carryOutAction, answerRegulator, sendAgain, closeComplaint],
]);
