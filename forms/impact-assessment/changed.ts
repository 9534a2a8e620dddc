/** What anybody on the staff says when a project is no longer as it was assessed (UK GDPR Art 35(11)). */
import type { Form } from '../form';
import { error } from '../shared/choices';
import { line, words } from './fields';

export const projectChanged: Form = {
  id: 'project-changed',
  title: 'Something changed in a project that uses personal data',
  intro:
    'A new supplier, another use of the data, more people, a fault: tell us, even if you are not sure that it matters. What could go wrong for people is then looked at again, at once.',
  submit: 'Report it',
  fields: [
    {
      name: 'assessment',
      label: 'Which project is it?',
      hint: 'Leave it open where you do not find it.',
      kind: 'select',
      options: 'known-assessments',
      none: 'Another one, or I am not sure',
      optional: true,
    },
    line('project', 'If it is not in the list: what is it called, or what is it about?', {
      max: 120,
      optional: true,
      autocomplete: 'off',
    }),
    words('what', 'What has changed?', { rows: 3, hint: 'Without names where you can' }),
    words('fear', 'What do you fear could happen?', { rows: 2, optional: true }),
  ],
  check: ({ assessment, project }) =>
    assessment === undefined && project === undefined
      ? error('project', 'Choose the project, or say what it is about.')
      : [],
};
