/** The assessment of the grounds (UK GDPR Art 18(1)), and the marking of the systems. */
import { refusedOf, type Restricted } from '../../domain/cases/restriction/grounds';
import type { Form } from '../form';
import { error } from '../shared/choices';
import { exemptionCell } from '../shared/exemptions';
import { carryOut, recipientsFields, whereFields } from '../shared/rights';
import { groundOptions, reviewDateFault, useOptions, words } from './choices';

const granted = { field: 'restrict', is: ['all', 'part'] } as const;
const refused = { field: 'restrict', is: ['part', 'none'] } as const;

export const assessGrounds: Form = {
  id: 'assess-grounds',
  title: 'Assess the grounds',
  intro:
    'Restricted data is kept and used for nothing else unless Art 18(2) allows it. Decide soon: it may be used meanwhile.',
  startFrom: ['assess-grounds', 'log-request'],
  fields: [
    {
      name: 'restrict',
      label: 'Is the use of the data restricted?',
      kind: 'radios',
      options: [
        { value: 'all', text: 'Yes, as they ask' },
        { value: 'part', text: 'In part', hint: 'The rest is refused: the letter says why (Art 12(4))' },
        { value: 'none', text: 'No', hint: 'Refused: the letter says why (Art 12(4))' },
      ],
    },
    {
      name: 'grounds',
      label: 'On which ground?',
      hint: 'Each that is met: it is lifted only once all are over.',
      kind: 'checkboxes',
      options: groundOptions,
      when: granted,
    },
    words('what', 'Which data is restricted?', {
      hint: 'As the person will read it, such as “the rent account from 2024 to 2026”',
      when: granted,
    }),
    ...whereFields(granted),
    ...recipientsFields(granted),
    {
      name: 'uses',
      label: 'Must any use of it go on all the same?',
      hint: 'Once it is restricted, the DPO or the accountable manager decides each by itself (Art 18(2)). What was decided on the objection is ticked.',
      kind: 'checkboxes',
      options: useOptions,
      optional: true,
      suggest: 'uses-on-objection',
      when: granted,
    },
    words('useReasons', 'What would be done, and why can it not wait?', {
      hint: 'For each use. Whoever decides reads it.',
      optional: true,
      suggest: 'reasons-on-objection',
      when: granted,
    }),
    {
      name: 'reviewOn',
      label: 'When is it looked at again?',
      hint: 'It stays in force until then, and after it unless somebody lifts it.',
      kind: 'date',
      when: granted,
    },
    {
      name: 'why',
      label: 'Why is the request, or a part of it, refused?',
      kind: 'radios',
      options: [
        { value: 'not-met', text: 'None of the four grounds is met', hint: 'Art 18(1)' },
        { value: 'exempt', text: 'An exemption applies', hint: 'DPA Sch 2' },
      ],
      when: refused,
    },
    exemptionCell({ field: 'why', is: ['exempt'] }),
    words('refusalReasons', 'Why, in words for the person', {
      hint: 'They read this, unless an exemption applies.',
      when: refused,
    }),
    words('reasons', 'How you came to it', { hint: 'Stays on record; the person does not read it.' }),
  ],
  check: ({ reviewOn, uses, useReasons }, setting) => [
    ...reviewDateFault('reviewOn', reviewOn, setting),
    ...(uses && !useReasons ? error('useReasons', 'Say why each use that you ticked must go on.') : []),
  ],
  derive: ({ restrict }) => ({ refused: refusedOf(restrict as Restricted) }),
};

/** What is marked has no copy that expires: a backup is kept, which is what restriction asks. */
const markingOutcomes = [
  { value: 'done', text: 'Marked' },
  { value: 'failed', text: 'It failed: it must be tried again' },
  {
    value: 'impossible',
    text: 'It cannot be marked here',
    hint: 'Say how its use is prevented otherwise: moved, locked, taken offline',
  },
] as const;

const withOutcomes = (form: Form, options: readonly { value: string; text: string }[]): Form['fields'] =>
  form.fields
    .filter(({ name }) => name !== 'expiresOn')
    .map((field) => {
      if (field.name === 'outcome') return { ...field, options } as typeof field;
      return field.name === 'records' ? { ...field, when: { field: 'outcome', is: ['done'] } } : field;
    });

/** The mark on one system. */
export const markSystem: Form = {
  id: 'carry-out',
  title: 'Mark it as restricted on the system',
  effective: 'on',
  fields: withOutcomes(carryOut, markingOutcomes),
};

/** The mark taken away. It opens only once the person has been told (Art 18(3)). */
export const unmarkSystem: Form = {
  id: 'carry-out-lift',
  title: 'Lift the restriction on the system',
  effective: 'on',
  fields: withOutcomes(carryOut, [
    { value: 'done', text: 'Lifted' },
    { value: 'failed', text: 'It failed: it must be tried again' },
    { value: 'impossible', text: 'There is nothing to lift any more' },
  ]),
};
