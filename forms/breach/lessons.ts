/** Root cause, the register's entry and the actions that follow (UK GDPR Art 33(5)). */
import { londonDate } from '../../domain/calendar';
import type { Form, Values } from '../form';
import { rowsIn } from '../form';
import { error } from '../shared/choices';
import { words } from './choices';

export const lessons: Form = {
  id: 'lessons',
  title: 'Learn from it',
  intro:
    'The register says what happened, its effects and what was done, of every breach, notified or not (Art 33(5)).',
  startFrom: 'lessons',
  fields: [
    words('rootCause', 'What was the root cause?', { hint: 'Why could it happen? Not who did it.' }),
    words('effects', 'What effects did it have?'),
    words('remedial', 'What was done about it?'),
    {
      name: 'actions',
      label: 'What is done so that it does not happen again?',
      kind: 'rows',
      rowLabel: 'Action',
      personal: true,
      optional: true,
      max: 20,
      of: [
        { name: 'what', label: 'What is to be done?', kind: 'textarea', personal: true, rows: 2, max: 2000 },
        { name: 'owner', label: 'Who does it?', kind: 'select', options: 'staff' },
        { name: 'due', label: 'By when?', kind: 'date' },
      ],
    },
    {
      name: 'assessment',
      label: 'Which impact assessment should be reviewed?',
      hint: 'If there is one. A change of risk calls for a review (Art 35(11)); one click on the case’s page begins it.',
      kind: 'select',
      options: 'impact-assessments',
      optional: true,
    },
    {
      name: 'again',
      label: 'Has something come to light that changes the assessment?',
      kind: 'radios',
      options: [
        { value: 'no', text: 'No' },
        { value: 'yes', text: 'Yes: go back to triage' },
      ],
    },
  ],
  derive: (values) => ({
    owners: rowsIn(values, 'actions').map(({ owner }) => String(owner)),
    dues: rowsIn(values, 'actions').map(({ due }) => String(due)),
  }),
};

export const carryOutAction: Form = {
  id: 'carry-out-action',
  title: 'Carry out an action from a breach',
  fields: [
    {
      name: 'outcome',
      label: 'Is it done?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'Yes' },
        { value: 'later', text: 'Not yet: another day is needed' },
        { value: 'dropped', text: 'It is not to be done after all' },
      ],
    },
    { name: 'due', label: 'By when, then?', kind: 'date', when: { field: 'outcome', is: ['later'] } },
    words('evidence', 'What was done and what shows it; or why not', { max: 4000 }),
  ],
  check: ({ outcome, due }: Values, { now }) =>
    outcome === 'later' && String(due) <= londonDate(now)
      ? error('due', 'Choose a day that is still to come.')
      : [],
};

export const closeCase: Form = {
  id: 'close-case',
  title: 'Close the case',
  fields: [
    words('note', 'Anything the next person should know', { optional: true, max: 4000 }),
    {
      name: 'confirmed',
      label: 'The register says what happened, its effects and what was done',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
};
