/** What a system's owner takes out: lines of data, and files beside them (UK GDPR Art 20(1)). */
import type { Cell, Form } from '../form';
import { cellAt, rowsIn } from '../form';
import { error } from '../shared/choices';
import { outOfScope } from './assess';

const entry: readonly Cell[] = [
  { name: 'record', label: 'Which processing is it from?', kind: 'select', options: 'processing-records' },
  {
    ...{ name: 'name', label: 'What is it?', kind: 'text', personal: true, max: 200 },
    hint: 'As a stranger would call it: “Telephone number”, “Meter reading”',
  },
  { name: 'value', label: 'What does it say?', kind: 'textarea', personal: true, rows: 1, max: 10_000 },
  {
    name: 'origin',
    label: 'Where does it come from?',
    kind: 'radios',
    options: [
      { value: 'provided', text: 'The person gave it' },
      { value: 'observed', text: 'It was observed of them' },
    ],
  },
  { name: 'on', label: 'Of which day is it?', kind: 'date', optional: true, notFuture: true },
];

export const extract: Form = {
  id: 'extract',
  title: 'Extract the data from the system',
  intro: 'Files are added on the page that this task leads to, before you finish it.',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'extracted', text: 'Extracted: entered below, or added as files' },
        { value: 'nothing-there', text: 'Nothing of this is held here' },
        { value: 'failed', text: 'It failed: it must be tried again' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      ...{ name: 'entries', label: 'Data, line by line', rowLabel: 'Line', kind: 'rows', personal: true },
      ...{ optional: true, min: 0, max: 200, of: entry, when: { field: 'outcome', is: ['extracted'] } },
      hint: 'Leave it out where everything is in files.',
    },
    {
      name: 'evidence',
      label: 'How it was taken out, or why it was not',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
  check: (values, setting) =>
    rowsIn(values, 'entries').flatMap(({ record }, row) =>
      outOfScope(record, setting)
        ? error(
            cellAt('entries', row, 'record'),
            'The assessment did not find this processing portable, so its data is not extracted (Art 20(1)).',
          )
        : [],
    ),
};
