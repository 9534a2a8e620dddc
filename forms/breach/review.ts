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

/** The same from what somebody reported of a project without knowing its assessment. */
export const reviewAfterReport: Form = {
  ...reviewAfterBreach,
  intro:
    'Where the project has an assessment: it is reviewed at once with what was reported, the two cases are linked, and this one is closed (Art 35(11)). Where it has none, go on here and screen it.',
};
