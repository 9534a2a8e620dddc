import type { Form } from '../form';

/** Art 21(3): what keeps marketing from beginning again, and no more than that (Art 5(1)(c)). */
export const suppress: Form = {
  id: 'suppress',
  title: 'Record the suppression entry',
  intro: 'Keep only what is needed to recognise the person before a mailing goes. The letter says so.',
  effective: 'on',
  fields: [
    { name: 'system', label: 'On which system’s list is it?', kind: 'select', options: 'systems' },
    {
      name: 'kept',
      label: 'What is kept on it?',
      kind: 'checkboxes',
      options: [
        { value: 'name', text: 'Name' },
        { value: 'address', text: 'Postal address' },
        { value: 'email', text: 'E-mail address' },
        { value: 'telephone', text: 'Telephone number' },
        { value: 'reference', text: 'Reference number' },
      ],
    },
    {
      name: 'entry',
      label: 'The entry as it stands on the list',
      hint: 'Sealed in the case file',
      kind: 'textarea',
      personal: true,
      rows: 2,
      max: 1000,
    },
    { name: 'on', label: 'When was it made?', kind: 'date', notFuture: true },
  ],
};
