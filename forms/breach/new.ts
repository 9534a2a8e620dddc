/** What comes to light of a breach beside its process: more to contain, somebody else to tell. */
import type { Form } from '../form';
import { error } from '../shared/choices';
import { measures, words } from './choices';

export const somethingNew: Form = {
  id: 'something-new',
  title: 'Something new has come to light',
  intro:
    'Each measure and each body becomes a task at once. Where the risk is higher than was decided, say so in the follow-up for the regulator, or with the lessons: it is judged anew.',
  submit: 'Take it up',
  fields: [
    words('what', 'What has come to light?', { hint: 'Without names where you can' }),
    {
      name: 'measures',
      label: 'What else contains it?',
      kind: 'checkboxes',
      options: measures,
      optional: true,
    },
    words('instructions', 'What exactly is to be done', {
      hint: 'Whoever contains it sees these words and nothing else of the case.',
      optional: true,
    }),
    {
      name: 'others',
      label: 'Who else must or should know?',
      kind: 'checkboxes',
      options: 'all-to-tell',
      optional: true,
    },
  ],
  check: ({ measures: chosen, others }) =>
    [chosen, others].some((list) => Array.isArray(list) && list.length > 0)
      ? []
      : error('measures', 'Choose a measure, or somebody to tell. To record it alone, add a note.'),
};
