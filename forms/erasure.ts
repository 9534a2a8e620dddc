/** Forms of erasure (UK GDPR Arts 17, 19). */
import { assessErasure } from './erasure/assess';
import { carryOut, decideCopyFirst, releaseErasure, suppress, tellControllers } from './erasure/erase';
import type { Form } from './form';
import { deathForms, decidedSystems } from './shared/death';
import { logForm } from './shared/log';
import {
  byTask,
  confirmExpiry,
  decisionForms,
  doubtFields,
  impossibleForms,
  recipientForms,
  rightsForms,
} from './shared/rights';

export { mappedIn } from './erasure/assess';

export const logErasure: Form = logForm({
  title: 'Log an erasure request',
  intro:
    'Somebody wants what we hold about them erased, or some of it. They need not put it in writing, nor send it to anyone in particular.',
});

const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  fields: [...doubtFields],
};

/** Forms by the task they finish. */
export const erasureForms = byTask([
  triage,
  assessErasure,
  releaseErasure,
  decideCopyFirst,
  suppress,
  carryOut,
  confirmExpiry,
  ...impossibleForms,
  tellControllers,
  ...rightsForms,
  ...decisionForms,
  ...recipientForms,
  ...deathForms('On which systems is the erasure still to be finished?', decidedSystems('assess-erasure')),
]);
