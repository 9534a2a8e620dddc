/** While a restriction is in force: its reviews, and each use of what is restricted (UK GDPR Art 18(2)–(3)). */
import { grounds, standing, type Ending, type Ground } from '../../domain/cases/restriction/grounds';
import { uses } from '../../domain/cases/restriction/uses';
import type { FieldError, Form, Setting, Values } from '../form';
import { listed } from '../form';
import { error } from '../shared/choices';
import { endingOptions, reviewDateFault, useOptions, words } from './choices';

const lifts = { field: 'decision', is: ['lift'] } as const;
const permits = { field: 'decision', is: ['permit'] } as const;

export const reviewRestriction: Form = {
  id: 'review-restriction',
  title: 'Review the restriction',
  fields: [
    {
      name: 'decision',
      label: 'What happens now?',
      kind: 'radios',
      options: [
        { value: 'keep', text: 'Keep it' },
        { value: 'lift', text: 'Lift it', hint: 'The person is told before anything is lifted (Art 18(3)).' },
      ],
    },
    {
      name: 'nextReviewOn',
      label: 'When is it looked at again?',
      kind: 'date',
      when: { field: 'decision', is: ['keep'] },
    },
    {
      name: 'endings',
      label: 'What is over?',
      hint: 'Every ground on which it rests must be over.',
      kind: 'checkboxes',
      options: endingOptions,
      when: lifts,
    },
    words('instructions', 'What exactly is to be done on the systems', {
      hint: 'The system’s owner sees these words and nothing else of the case.',
      when: lifts,
    }),
    words('reasons', 'Reasons', { hint: 'Where it is lifted, the notice to the person begins with these.' }),
  ],
  check: (values, setting) =>
    values.decision === 'lift'
      ? groundLeft(values, setting)
      : reviewDateFault('nextReviewOn', values.nextReviewOn, setting),
};

function groundLeft({ endings }: Values, { said }: Setting): readonly FieldError[] {
  const restsOn = listed(said('assess-grounds').grounds) as readonly Ground[];
  const [left] = standing(restsOn, listed(endings) as readonly Ending[]);
  if (left === undefined) return [];
  const { text, article } = grounds[left];
  return error(
    'endings',
    `It also rests on this, which is not over: ${text} (${article}). Keep it until it is.`,
  );
}

export const decideUse: Form = {
  id: 'decide-use',
  title: 'Decide on a use while restricted',
  intro:
    'Keeping the data needs no decision. Any other use needs one of these grounds, each time (Art 18(2)).',
  fields: [
    {
      name: 'decision',
      label: 'May it be used for this?',
      kind: 'radios',
      options: [
        {
          ...{ value: 'permit', text: 'Yes, for this and nothing else' },
          under: { aspect: 'restriction.uses', any: Object.values(uses).map(({ policy }) => policy) },
        },
        { value: 'not-permitted', text: 'No' },
      ],
    },
    {
      name: 'ground',
      label: 'On which ground?',
      kind: 'radios',
      options: useOptions,
      when: permits,
    },
    words('limits', 'Within which limits?', {
      hint: 'Which data, by whom, until when',
      rows: 3,
      when: permits,
    }),
    words('reasons', 'Reasons'),
  ],
};
