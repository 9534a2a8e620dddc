/** Preserving, checking the request, identity, fee and search. */
import type { Field, FieldError, Form, Setting, Values } from '../form';
import { notToTheDead } from '../shared/death';
import { error, words } from './choices';

export const preserveEvidence: Form = {
  id: 'preserve-evidence',
  title: 'Preserve what may be overwritten',
  fields: [
    {
      name: 'outcome',
      label: 'What was done?',
      kind: 'radios',
      options: [
        { value: 'preserved', text: 'Copied or locked' },
        { value: 'nothing-held', text: 'Nothing of this person is held here' },
        { value: 'already-gone', text: 'It was overwritten already' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'evidence',
      label: 'What was kept, and where',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};

/** The systems that the profile names for people of this type are ticked to begin with. */
const usualSystems = ({ profile, facts }: Setting): Values => ({
  systems: profile.personTypes.find(({ id }) => id === facts?.personType)?.defaultSystems ?? [],
});

export const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  begins: usualSystems,
  fields: [
    {
      name: 'route',
      label: 'Who answers it?',
      kind: 'radios',
      options: [
        { value: 'answer', text: 'We do' },
        {
          value: 'forward',
          text: 'It goes to the controller',
          hint: 'Only where we are processor and the profile says “forward”.',
        },
        {
          value: 'something-else',
          text: 'Nobody: it asks for something else',
          hint: 'The DPO or a governance officer decides that. No form or name of a right is needed for a request.',
        },
      ],
    },
    {
      name: 'identity',
      label: 'Is there reasonable doubt about who is asking, or about their authority?',
      hint: 'Without recorded doubt the clock runs from receipt (Art 12(6)).',
      kind: 'radios',
      options: [
        { value: 'no-doubt', text: 'No: we know who it is' },
        { value: 'identity', text: 'Yes, about identity' },
        { value: 'authority', text: 'Yes, about authority to act' },
      ],
      when: { field: 'route', is: ['answer'] },
    },
    words('why', 'What does it ask for?', { when: { field: 'route', is: ['something-else'] }, max: 4000 }),
    {
      name: 'doubt',
      label: 'What is the doubt?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'identity', is: ['identity', 'authority'] },
    },
    {
      name: 'fee',
      label: 'Is a fee charged?',
      kind: 'radios',
      options: [
        { value: 'none', text: 'No fee' },
        {
          value: 'excessive',
          text: 'Yes: it is manifestly unfounded or excessive',
          hint: 'We have to show that it is (Art 12(5))',
          under: { aspect: 'fees', any: ['manifestly-unfounded', 'manifestly-excessive'] },
        },
        {
          value: 'further-copies',
          text: 'Yes: for further copies',
          hint: 'The first copy is free (Art 15(3))',
          under: { aspect: 'fees', any: ['further-copies'] },
        },
      ],
      when: { field: 'route', is: ['answer'] },
    },
    {
      name: 'feePence',
      label: 'Amount in pence',
      kind: 'number',
      min: 1,
      max: 100_000,
      when: { field: 'fee', is: ['excessive', 'further-copies'] },
    },
    {
      name: 'feeReason',
      label: 'Why is it charged?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'fee', is: ['excessive', 'further-copies'] },
    },
    {
      name: 'systems',
      label: 'Which systems are searched?',
      hint: 'Those where people of this type usually are in our records are ticked. Add or leave out as this request needs.',
      kind: 'checkboxes',
      options: 'systems',
      when: { field: 'route', is: ['answer'] },
    },
    {
      name: 'scope',
      label: 'What the people who search should look for',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 10_000,
      when: { field: 'route', is: ['answer'] },
    },
  ],
};

const instead = (field: string): Field =>
  words('instead', 'What can they do instead?', {
    hint: 'The letter begins with these words.',
    when: { field, is: ['something-else'] },
    max: 4000,
  });

export const decideKind: Form = {
  id: 'decide-kind',
  title: 'Decide: it asks for something else',
  fields: [
    {
      name: 'decision',
      label: 'Is it a request for access?',
      kind: 'radios',
      options: [
        { value: 'access', text: 'Yes: check it again' },
        { value: 'something-else', text: 'No: close, and tell them what to do instead' },
      ],
    },
    instead('decision'),
    words('reasons', 'Reasons', { max: 4000 }),
  ],
};

export const checkIdentity: Form = {
  id: 'check-identity',
  title: 'Check who is asking',
  intro: 'Record what you saw. Do not keep copies of documents.',
  effective: 'receivedOn',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'confirmed', text: 'Confirmed' },
        { value: 'ask-again', text: 'It was not enough: ask once more' },
        { value: 'never-supplied', text: 'Nothing has been supplied' },
        { value: 'not-upheld', text: 'We should not have asked: the clock falls back' },
        { value: 'deceased', text: 'The person has died' },
      ],
    },
    {
      name: 'receivedOn',
      label: 'When did the information arrive?',
      hint: 'The clock starts on this day (Art 12A(2)).',
      kind: 'date',
      notFuture: true,
      when: { field: 'outcome', is: ['confirmed', 'ask-again'] },
    },
    {
      name: 'seen',
      label: 'What was seen, and by whom',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};

export const decideUnverified: Form = {
  id: 'decide-unverified',
  title: 'Decide: identity was not shown',
  fields: [
    {
      name: 'decision',
      label: 'What happens now?',
      kind: 'radios',
      options: [
        { value: 'wait', text: 'Ask once more and wait' },
        { value: 'go-on', text: 'Go on: there is no doubt after all' },
        { value: 'close', text: 'Close, and tell them how to continue' },
        {
          value: 'something-else',
          text: 'Close: it is not a request for access',
          hint: 'They are told what to do instead.',
        },
      ],
    },
    instead('decision'),
    { name: 'reasons', label: 'Reasons', kind: 'textarea', personal: true, rows: 4, max: 4000 },
  ],
  check: notToTheDead(['wait', 'something-else']),
};

export const recordFee: Form = {
  id: 'record-fee',
  title: 'Record the fee',
  effective: 'paidOn',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'paid', text: 'Paid' },
        { value: 'waived', text: 'We no longer ask for it' },
      ],
    },
    {
      name: 'paidOn',
      label: 'When was it paid?',
      kind: 'date',
      notFuture: true,
      when: { field: 'outcome', is: ['paid'] },
    },
  ],
};

const searchFields: Form['fields'] = [
  {
    name: 'result',
    label: 'What did you find?',
    kind: 'radios',
    options: [
      { value: 'found', text: 'Something: I have added it' },
      { value: 'nothing-found', text: 'Nothing' },
    ],
  },
  {
    name: 'hits',
    label: 'How many items?',
    kind: 'number',
    min: 0,
    max: 1_000_000,
    when: { field: 'result', is: ['found'] },
  },
  {
    name: 'terms',
    label: 'Which names, numbers or words did you search for?',
    kind: 'textarea',
    personal: true,
    rows: 3,
    max: 4000,
  },
  { name: 'from', label: 'From which date?', kind: 'date', optional: true, notFuture: true },
  { name: 'until', label: 'Until which date?', kind: 'date', optional: true, notFuture: true },
  {
    name: 'minutes',
    label: 'How long did it take?',
    kind: 'number',
    min: 0,
    max: 100_000,
    suffix: 'minutes',
  },
  {
    name: 'stopped',
    label: 'Why did you stop there?',
    hint: 'Why more would be disproportionate (Art 15(1A))',
    kind: 'textarea',
    personal: true,
    optional: true,
    rows: 3,
    max: 4000,
  },
];

const dateOrder = (values: Values): FieldError[] =>
  typeof values.from === 'string' && typeof values.until === 'string' && values.from > values.until
    ? error('until', 'The end of the search must not be before its start.')
    : [];

export const searchSystem: Form = {
  id: 'search-system',
  title: 'Search the system',
  fields: searchFields,
  check: dateOrder,
};

export const searchAgain: Form = {
  id: 'search-again',
  title: 'Search the system again',
  fields: searchFields,
  check: dateOrder,
};
