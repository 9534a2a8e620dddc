/** Erasing: the last look, what keeps it erased, the evidence of disposal, and telling other controllers. */
import {
  disposalFault,
  disposalMethods,
  needsCertificate,
  type DisposalMethod,
  type Medium,
} from '../../domain/cases/erasure/disposal';
import type { Field, FieldError, Form, Values } from '../form';
import { error, words } from '../shared/choices';
import { carryOut as shared } from '../shared/rights';

export const releaseErasure: Form = {
  id: 'release-erasure',
  title: 'Release the erasure',
  intro: 'What is erased cannot be had back. Look once more at the person’s other cases and at the holds.',
  fields: [
    {
      name: 'outcome',
      label: 'May it begin?',
      kind: 'radios',
      options: [
        { value: 'release', text: 'Yes: nothing stands in the way' },
        { value: 'back', text: 'No: something new must be assessed first' },
        {
          value: 'cannot-wait',
          text: 'An access request is open, and the erasure cannot wait for its copy',
          hint: 'The DPO decides.',
        },
      ],
    },
    words('reasons', 'Why?', { when: { field: 'outcome', is: ['back', 'cannot-wait'] } }),
  ],
};

export const decideCopyFirst: Form = {
  id: 'decide-copy-first',
  title: 'Decide: erase before the copy is made',
  intro:
    'To erase what somebody has asked to see, so that they do not see it, is an offence (DPA s.173). Decide it only where waiting would harm the person and they want it so.',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'copy-first', text: 'The copy first: wait for it' },
        { value: 'erase-now', text: 'Erase now, before the copy' },
      ],
    },
    words('reasons', 'Reasons'),
  ],
};

export const suppress: Form = {
  id: 'suppress',
  title: 'Record the suppression entry',
  intro: 'Keep only what is needed to recognise the data if it should come back. The outcome letter says so.',
  effective: 'on',
  fields: [
    {
      name: 'purpose',
      label: 'What does it prevent?',
      kind: 'radios',
      options: [
        { value: 'marketing', text: 'That direct marketing begins again' },
        { value: 'import', text: 'That an import or a feed brings the data back' },
        { value: 'restore', text: 'That restoring a backup brings the data back' },
      ],
    },
    { name: 'system', label: 'On which system’s list is it?', kind: 'select', options: 'systems' },
    {
      name: 'kept',
      label: 'What is kept?',
      kind: 'checkboxes',
      options: [
        { value: 'name', text: 'Name' },
        { value: 'address', text: 'Postal address' },
        { value: 'email', text: 'E-mail address' },
        { value: 'telephone', text: 'Telephone number' },
        { value: 'reference', text: 'Reference number' },
      ],
    },
    words('entry', 'The entry as it stands on the list', {
      rows: 2,
      max: 1000,
      hint: 'Sealed in the case file',
    }),
    { name: 'on', label: 'When was it made?', kind: 'date', notFuture: true },
  ],
};

const erased = { field: 'outcome', is: ['done', 'expires'] } as const;

const disposal: readonly Field[] = [
  {
    name: 'medium',
    label: 'What was it on?',
    kind: 'radios',
    options: [
      { value: 'paper', text: 'Paper' },
      { value: 'electronic', text: 'Electronic' },
      { value: 'both', text: 'Both' },
    ],
    when: erased,
  },
  {
    name: 'methods',
    label: 'How was it disposed of?',
    kind: 'checkboxes',
    options: Object.entries(disposalMethods).map(([value, method]) => ({
      value,
      text: method.text,
      ...('hint' in method && { hint: method.hint }),
    })),
    when: erased,
  },
  {
    name: 'certificate',
    label: 'Number of the certificate of destruction',
    hint: 'Needed where a contractor shredded it, or a disk or tape was destroyed',
    kind: 'text',
    personal: true,
    optional: true,
    max: 200,
    when: erased,
  },
];

/** The shared form, with the evidence of secure disposal before its last words. */
export const carryOut: Form = {
  ...shared,
  fields: [...shared.fields.slice(0, -1), ...disposal, ...shared.fields.slice(-1)],
  check: (values, setting) => [...(shared.check?.(values, setting) ?? []), ...disposalFaults(values)],
};

function disposalFaults({ medium, methods, certificate }: Values): readonly FieldError[] {
  if (medium === undefined || !Array.isArray(methods)) return [];
  const chosen = methods as readonly DisposalMethod[];
  const fault = disposalFault(medium as Medium, chosen);
  return [
    ...(fault ? error('methods', fault) : []),
    ...(needsCertificate(chosen) && !certificate
      ? error('certificate', 'Give the number of the certificate of destruction.')
      : []),
  ];
}

export const tellControllers: Form = {
  id: 'tell-controllers',
  title: 'Tell controllers of what was made public',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'told', text: 'They were told' },
        { value: 'taken-down', text: 'It is no longer public, and nobody is known to have taken it over' },
        {
          value: 'not-reasonable',
          text: 'No step would be reasonable',
          hint: 'Given the technology there is and what it costs (Art 17(2))',
        },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'told',
      label: 'How many were told?',
      kind: 'number',
      min: 1,
      max: 10_000,
      when: { field: 'outcome', is: ['told'] },
    },
    words('steps', 'The steps taken, and what shows them; or why none is reasonable'),
  ],
};
