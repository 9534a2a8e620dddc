/** Forms of portability (UK GDPR Art 20). */
import type { Form } from './form';
import { assessScope } from './portability/assess';
import { extract } from './portability/extract';
import { deliverPortable, review, transmit } from './portability/hand-over';
import { decideAfterDeath } from './shared/death';
import { logForm } from './shared/log';
import { byTask, decisionForms, doubtFields, rightsForms, undoneForms } from './shared/rights';

export const logPortability: Form = logForm({
  title: 'Log a portability request',
  intro:
    'Somebody wants their data in a form that a machine can read, for themselves or for another service. It is free, and they need not put it in writing.',
  extra: [
    {
      name: 'forWhom',
      label: 'Who should get the data?',
      kind: 'radios',
      alsoAsked: true,
      options: [
        { value: 'person', text: 'The person' },
        {
          value: 'other-controller',
          text: 'Another organisation, directly from us',
          hint: 'Where it is technically feasible (Art 20(2))',
        },
      ],
    },
    {
      name: 'otherController',
      label: 'Which organisation, and how can it be reached?',
      kind: 'textarea',
      alsoAsked: true,
      personal: true,
      rows: 3,
      max: 2000,
      when: { field: 'forWhom', is: ['other-controller'] },
    },
  ],
  asksDelivery: true,
});

const triage: Form = { id: 'triage', title: 'Check the request', fields: doubtFields };

/** Forms by the task they finish. */
export const portabilityForms = byTask([
  triage,
  assessScope,
  extract,
  review,
  transmit,
  deliverPortable,
  ...rightsForms,
  decideAfterDeath,
  ...decisionForms,
  ...undoneForms('It is withheld', 'It is reviewed again'),
]);
