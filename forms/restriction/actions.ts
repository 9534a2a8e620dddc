/** Forms of the actions that only a restriction has (UK GDPR Art 18(2)–(3)). */
import type { ActionName } from '../../domain/cases/process';
import type { Form } from '../form';
import { endingOptions, useOptions, words } from './choices';

export const restrictionActionForms = {
  'permit-use': {
    id: 'permit-use',
    title: 'Ask to use restricted data',
    intro:
      'The data is restricted: it is kept, and used for nothing else unless one of these grounds applies. Somebody decides before you use it (Art 18(2)).',
    submit: 'Ask for a decision',
    fields: [
      words('use', 'What is to be done with it?', { hint: 'Which data, by whom, and until when' }),
      { name: 'ground', label: 'On which ground?', kind: 'radios', options: useOptions },
      words('reasons', 'Why does that ground apply?'),
    ],
  },
  'end-restriction': {
    id: 'end-restriction',
    title: 'Record that the restriction may end',
    intro: 'It is then reviewed. The person is told before anything is lifted (Art 18(3)).',
    fields: [
      { name: 'why', label: 'Why may it end?', kind: 'radios', options: endingOptions },
      words('reasons', 'What shows it'),
    ],
  },
} as const satisfies Partial<Record<ActionName, Form>>;
