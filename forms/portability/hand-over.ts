/** The rights of others, and how the data reaches the person or another controller (UK GDPR Art 20(2), (4)). */
import type { FieldError, Form, Setting, Values } from '../form';
import { deliveryWays, error } from '../shared/choices';
import { deliver } from '../subject-access/respond';

const itMayGo = { field: 'outcome', is: ['ready'] } as const;

export const review: Form = {
  id: 'review',
  title: 'Consider the rights of others',
  fields: [
    {
      name: 'outcome',
      label: 'Is the extract right and complete?',
      kind: 'radios',
      options: [
        { value: 'ready', text: 'Yes' },
        { value: 'again', text: 'No: it must be extracted again' },
      ],
    },
    {
      name: 'again',
      label: 'From which systems?',
      hint: 'What was entered there counts no more; files stay, and each can be withheld.',
      kind: 'checkboxes',
      options: 'systems',
      when: { field: 'outcome', is: ['again'] },
    },
    {
      name: 'others',
      label: 'Would handing it over harm anybody else?',
      hint: 'Art 20(4). That somebody is named is not by itself a harm.',
      kind: 'radios',
      options: [
        { value: 'no', text: 'No' },
        { value: 'withheld', text: 'Something would, and is withheld or blacked out' },
      ],
      when: itMayGo,
    },
    {
      name: 'weighed',
      label: 'What did you consider, and why?',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 4000,
    },
    {
      name: 'transmission',
      label: 'Does it go straight to another controller?',
      kind: 'radios',
      options: [
        { value: 'not-asked', text: 'They did not ask for that' },
        { value: 'feasible', text: 'Yes: it is technically feasible', hint: 'Art 20(2)' },
        { value: 'not-feasible', text: 'No: it is not technically feasible' },
      ],
      when: itMayGo,
    },
    {
      name: 'notFeasible',
      label: 'Why is it not feasible?',
      hint: 'The person reads this.',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'transmission', is: ['not-feasible'] },
    },
    {
      name: 'delivery',
      label: 'How does it reach the person?',
      kind: 'radios',
      options: deliveryWays.filter(({ value }) => value !== 'read-aloud'),
      when: { field: 'transmission', is: ['not-asked', 'not-feasible'] },
    },
  ],
  check: (values, setting) => transmissionFault(values, setting),
};

/** Art 20(2): who asks for it learns whether it is feasible; nothing goes elsewhere that nobody asked for. */
function transmissionFault({ transmission }: Values, { facts }: Setting): readonly FieldError[] {
  if (transmission === undefined || transmission === '') return [];
  const asked = facts?.forWhom === 'other-controller';
  if (asked === (transmission !== 'not-asked')) return [];
  return error(
    'transmission',
    asked
      ? 'They asked for it: say whether it is technically feasible (Art 20(2)).'
      : 'They asked for the data themselves, so it goes to nobody else.',
  );
}

export const transmit: Form = {
  id: 'transmit',
  title: 'Transmit the data to the other controller',
  effective: 'on',
  fields: [
    {
      name: 'way',
      label: 'How was it sent?',
      kind: 'radios',
      options: [
        { value: 'interface', text: 'Through an interface of theirs' },
        { value: 'secure-transfer', text: 'By a protected transfer' },
        { value: 'by-hand', text: 'On a protected medium, handed over' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'evidence',
      label: 'To whom exactly, and what shows that it arrived whole',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
    {
      name: 'checked',
      label: 'It is the organisation that the person named, and it was sent protected',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
};

/** The shared form; what a machine is to read is not read aloud. */
export const deliverPortable: Form = {
  ...deliver,
  title: 'Hand over the data',
  fields: deliver.fields.map((field) =>
    field.name === 'way' && field.kind === 'radios' && typeof field.options !== 'string'
      ? { ...field, options: field.options.filter(({ value }) => value !== 'read-aloud') }
      : field,
  ),
};
