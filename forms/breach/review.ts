/** A breach that calls an impact assessment into question (UK GDPR Art 35(11)). */
import type { Form } from '../form';

export const reviewAfterBreach: Form = {
  id: 'review-after-breach',
  title: 'Have an impact assessment reviewed',
  intro:
    'Where the breach shows that a risk is not what was assessed: the assessment is reviewed at once, and the two cases are linked (Art 35(11)).',
  submit: 'Have it reviewed',
  fields: [
    {
      name: 'assessment',
      label: 'Which impact assessment?',
      kind: 'select',
      options: 'impact-assessments',
    },
  ],
};
