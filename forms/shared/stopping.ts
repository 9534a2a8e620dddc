/** Forms for what stops at once: direct marketing (UK GDPR Art 21(3)) and what rested on consent (Art 7(3)). */
import type { Form } from '../form';

export const stopAtOnce: Form = {
  id: 'stop-at-once',
  title: 'Stop it on the system',
  intro: 'There is nothing to weigh and nobody to ask: it stops now.',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'Has it stopped?',
      kind: 'radios',
      options: [
        { value: 'stopped', text: 'Yes' },
        { value: 'nothing-there', text: 'Nothing of this person was in use for it here' },
        { value: 'failed', text: 'Not yet: it must be tried again' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'evidence',
      label: 'What was done, and what shows it; or why it has not stopped yet',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};
