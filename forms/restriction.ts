/** Forms of restriction (UK GDPR Arts 18, 19). */
import type { Form } from './form';
import { assessGrounds, markSystem, unmarkSystem } from './restriction/assess';
import { groundOptions } from './restriction/choices';
import { decideUse, reviewRestriction } from './restriction/keep';
import { deathForms, decidedSystems } from './shared/death';
import { logForm } from './shared/log';
import {
  byTask,
  decisionForms,
  doubtFields,
  impossibleForms,
  recipientForms,
  rightsForms,
} from './shared/rights';

export const logRestriction: Form = logForm({
  title: 'Log a restriction request',
  intro:
    'Somebody wants us to keep what we hold about them, or some of it, and not to use it for the time being. They need not put it in writing.',
  extra: [
    {
      name: 'grounds',
      label: 'Why do they ask?',
      hint: 'If they said. Which ground is met is assessed later.',
      kind: 'checkboxes',
      options: groundOptions,
      optional: true,
    },
  ],
});

const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  fields: [...doubtFields],
};

/** Forms by the task they finish. */
export const restrictionForms = byTask([
  triage,
  assessGrounds,
  markSystem,
  unmarkSystem,
  ...impossibleForms,
  reviewRestriction,
  decideUse,
  ...rightsForms,
  ...decisionForms,
  ...recipientForms,
  ...deathForms('On which systems must the mark be removed?', decidedSystems('assess-grounds')),
]);
