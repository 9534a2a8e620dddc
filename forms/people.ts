/** What staff record about a person: who they are, and how they may safely be reached. */
import type { FieldError, Form, Option, Values } from './form';

export const flagOptions: readonly Option[] = [
  { value: 'domestic-abuse', text: 'Domestic abuse' },
  { value: 'safeguarding', text: 'Safeguarding' },
  { value: 'informant', text: 'Informant or witness' },
];

export const contactKinds: readonly Option[] = [
  { value: 'email', text: 'E-mail' },
  { value: 'post', text: 'Post' },
  { value: 'phone', text: 'Phone' },
];

export const safetyOptions: readonly Option[] = [
  { value: 'safe', text: 'Safe to use' },
  {
    value: 'shared',
    text: 'Shared',
    hint: 'Somebody else can read it: a joint tenant, a family mailbox.',
  },
  { value: 'never', text: 'Never use it', hint: 'Writing there may put somebody in danger.' },
  { value: 'unconfirmed', text: 'Not confirmed', hint: 'Given by the request itself, not on file before.' },
];

export const searchPeople: Form = {
  id: 'search-people',
  title: 'Find a person',
  submit: 'Find',
  fields: [
    {
      name: 'text',
      label: 'Name, e-mail, address, tenancy number or date of birth',
      hint: 'Part of a name is enough, and it need not be spelt right.',
      kind: 'text',
      personal: true,
      max: 200,
      autocomplete: 'off',
    },
  ],
};

export const editPerson: Form = {
  id: 'edit-person',
  title: 'Change details',
  submit: 'Save',
  fields: [
    { name: 'name', label: 'Full name', kind: 'text', personal: true, max: 200, autocomplete: 'off' },
    {
      name: 'formerNames',
      label: 'Former names',
      hint: 'One on each line',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
    { name: 'personType', label: 'What are they to us?', kind: 'select', options: 'person-types' },
    {
      name: 'dateOfBirth',
      label: 'Date of birth',
      kind: 'date',
      personal: true,
      optional: true,
      notFuture: true,
    },
    {
      name: 'references',
      label: 'Tenancy, application or payroll numbers',
      hint: 'One on each line',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
    {
      name: 'flags',
      label: 'Is there a risk in contacting them?',
      hint: 'Each stops automatic letters and codes until a person confirms where they may go.',
      kind: 'checkboxes',
      optional: true,
      options: flagOptions,
    },
    {
      name: 'agreesToPlainEmail',
      label: 'They agreed that letters about their data may come by plain e-mail',
      kind: 'confirm',
      personal: true,
      optional: true,
    },
    { name: 'note', label: 'Note', kind: 'textarea', personal: true, optional: true, rows: 3, max: 4000 },
  ],
};

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function checkContact(values: Values): FieldError[] {
  const value = String(values.value ?? '');
  if (values.contactKind === 'email' && !email.test(value))
    return [
      { field: 'value', message: 'Enter an e-mail address in the correct format, like name@mail.example.' },
    ];
  if (values.contactKind === 'phone' && value.replace(/\D/g, '').length < 7)
    return [{ field: 'value', message: 'Enter a phone number, like 0115 496 0123.' }];
  return [];
}

export const editContact: Form = {
  id: 'edit-contact',
  title: 'A way to reach them',
  submit: 'Save',
  fields: [
    { name: 'contactKind', label: 'What is it?', kind: 'radios', options: contactKinds },
    {
      name: 'value',
      label: 'Address or number',
      hint: 'A postal address on several lines',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 600,
    },
    { name: 'safety', label: 'May it be used?', kind: 'radios', options: safetyOptions },
    {
      name: 'onFile',
      label: 'It was on file before this request came in',
      kind: 'confirm',
      optional: true,
    },
  ],
  check: checkContact,
};
