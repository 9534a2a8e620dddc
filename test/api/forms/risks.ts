import type { Form } from '../../../forms/form';

/** A form with rows, for tests: risks with a cell of most kinds. */
export const risks: Form = {
  id: 'example-risks',
  title: 'Risks of the project',
  fields: [
    {
      name: 'any',
      label: 'Are there any risks?',
      kind: 'radios',
      options: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    },
    {
      name: 'risks',
      label: 'Risks',
      kind: 'rows',
      rowLabel: 'Risk',
      personal: true,
      max: 3,
      when: { field: 'any', is: ['yes'] },
      of: [
        { name: 'what', label: 'What may happen?', kind: 'textarea', personal: true, max: 200 },
        {
          name: 'likelihood',
          label: 'How likely is it?',
          kind: 'radios',
          options: [
            { value: 'remote', text: 'Remote' },
            { value: 'likely', text: 'More likely than not' },
          ],
        },
        {
          name: 'reason',
          label: 'Why is it likely?',
          kind: 'text',
          personal: true,
          when: { field: 'likelihood', is: ['likely'] },
        },
        { name: 'system', label: 'In which system?', kind: 'select', options: 'systems', optional: true },
        { name: 'by', label: 'Treated by', kind: 'date', optional: true },
      ],
    },
  ],
  check: ({ risks: rows }) =>
    Array.isArray(rows) && rows.length === 2 && rows.every((row) => (row as { what: string }).what === 'Same')
      ? [{ field: 'risks.1.what', message: 'Risk 2: this is the first one again' }]
      : [],
};

/** What the form offers where there is one system. */
export const choices = {
  any: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
  'risks.likelihood': [
    { value: 'remote', text: 'Remote' },
    { value: 'likely', text: 'More likely than not' },
  ],
  'risks.system': [{ value: 'cctv', text: 'Cameras' }],
};
