/** Who reviews an automated decision, named before they do (UK GDPR Art 22C(2)(c)). */
import type { FieldError, Form, Setting, Values } from '../form';
import { error, words } from '../shared/choices';
import { tookPartIn } from './identify';

export const appointReviewer: Form = {
  id: 'appoint-reviewer',
  title: 'Name who reviews the decision',
  intro:
    'Somebody who understands how it was taken, has the authority to change it, and had no part in it. The review becomes their task, whatever their role.',
  fields: [
    { name: 'reviewer', label: 'Who reviews it?', kind: 'select', options: 'staff' },
    words('competence', 'Why are they competent to review it?', {
      hint: 'What they know of such decisions, and what lets them change this one',
      ...{ rows: 3, max: 4000 },
    }),
    {
      name: 'noPart',
      label: 'They took no part in the decision, and nobody who did tells them how to decide',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
  check: (values, setting) => outsider(values, setting),
};

/** Art 22C(2)(c): intervention by somebody who had a part in the decision is none. */
const outsider = ({ reviewer }: Values, setting: Setting): readonly FieldError[] =>
  tookPartIn(setting, String(reviewer))
    ? error('reviewer', 'They are named as having taken part in the decision: choose somebody else.')
    : [];
