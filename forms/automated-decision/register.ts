/** The register is brought up to date with a decision that a case met (UK GDPR Arts 5(2), 15(1)(h), 22A). */
import type { Form } from '../form';
import { words } from '../shared/choices';

const entered = { field: 'outcome', is: ['entered'] } as const;

/** Of each task in which that is done. */
export const updateRegister: Omit<Form, 'id'> = {
  title: 'Bring the register of automated decisions up to date',
  intro:
    'The register is part of the organisation’s profile. What the case learnt of the decision stands above.',
  fields: [
    {
      name: 'outcome',
      label: 'What became of it?',
      kind: 'radios',
      options: [
        {
          value: 'entered',
          text: 'It is in the register now',
          hint: 'With how often it is checked, and by whom',
        },
        {
          value: 'not-taken',
          text: 'It does not belong there',
          hint: 'No machine takes it for us any more, or ever did',
        },
      ],
    },
    {
      name: 'decision',
      label: 'Which entry of the register is it?',
      hint: 'If it is not among these, have it entered first; this waits for it.',
      kind: 'select',
      options: 'automated-decisions',
      when: entered,
    },
    words('reasons', 'Why does it not belong there?', {
      rows: 3,
      max: 4000,
      when: { field: 'outcome', is: ['not-taken'] },
    }),
  ],
};
