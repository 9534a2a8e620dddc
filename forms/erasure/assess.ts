/** Grounds, exceptions and holds (UK GDPR Art 17(1), (3)). */
import {
  exceptions,
  exemptions,
  grounds,
  partFault,
  refusedOf,
  type KeptUnder,
  type Part,
} from '../../domain/cases/erasure/exceptions';
import { holdFault, type MappedHold } from '../../domain/cases/erasure/holds';
import type { Cell, Field, FieldError, Form, Option, Values } from '../form';
import { cellAt, rowsIn } from '../form';
import { error, yesNo } from '../shared/choices';
import { listed } from '../shared/exemptions';
import { recipientsFields, whereFields } from '../shared/rights';

const words = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'textarea', personal: true, rows: 2, max: 4000, ...more }) as Cell;

const exceptionOptions: readonly Option[] = Object.entries(exceptions).map(
  ([value, { text, article, mustShow, policy }]) => ({
    value,
    text,
    hint: `${article}. Your reasons show ${mustShow}.`,
    under: { aspect: 'erasure.exceptions', any: [policy] },
  }),
);

/** One thing that the person wants erased, and what is decided about it. */
const part: readonly Cell[] = [
  words('what', 'Which data?', { hint: 'As the person will read it, such as “photographs of your home”' }),
  {
    name: 'ground',
    label: 'Which ground is met?',
    kind: 'radios',
    options: [
      ...listed(grounds),
      { value: 'none', text: 'None of these', hint: 'Then there is no right to erasure of this part' },
    ],
  },
  {
    name: 'decision',
    label: 'What is done?',
    kind: 'radios',
    options: [
      { value: 'erase', text: 'Erase it' },
      { value: 'keep', text: 'Keep it', hint: 'Refused: the letter says why (Art 12(4))' },
    ],
  },
  {
    name: 'keptUnder',
    label: 'Under what is it kept?',
    kind: 'radios',
    options: [
      ...exceptionOptions,
      ...listed(exemptions),
      { value: 'no-ground', text: 'No ground of Art 17(1) is met' },
    ],
    when: { field: 'decision', is: ['keep'] },
  },
  words('keptUntil', 'Until when?', {
    hint: 'A date, or what it hangs on. The person reads this.',
    when: { field: 'decision', is: ['keep'] },
  }),
  words('reasons', 'Your reasons', { hint: 'The person reads these, unless an exemption applies.' }),
];

const hold: readonly Cell[] = [
  {
    name: 'hold',
    label: 'What is it?',
    kind: 'radios',
    options: [
      { value: 'access-request', text: 'An open access request of the person' },
      { value: 'restriction', text: 'An open restriction' },
      { value: 'complaint', text: 'An open complaint' },
      { value: 'legal-hold', text: 'The legal hold on this case' },
      { value: 'litigation', text: 'Litigation, begun or to be expected' },
      { value: 'statutory-duty', text: 'A statutory duty to keep it' },
      { value: 'other', text: 'Something else' },
    ],
  },
  {
    name: 'case',
    label: 'Which case?',
    kind: 'select',
    options: 'other-cases',
    when: { field: 'hold', is: ['access-request', 'restriction', 'complaint'] },
  },
  {
    name: 'answer',
    label: 'What follows from it?',
    kind: 'radios',
    options: [
      { value: 'exception', text: 'An exception of Art 17(3): a part above is kept under it' },
      {
        value: 'refusal',
        text: 'A refusal: a part above is kept under an exemption or for want of a ground',
      },
      {
        value: 'extension',
        text: 'An extension: notice was given within the first month',
        hint: 'Only for complexity or number of requests (Art 12A(3))',
      },
      {
        value: 'ends-first',
        text: 'Nothing: that case ends before this one is due',
        hint: 'The copy is made first, then the data is erased in time',
      },
    ],
  },
  {
    name: 'exception',
    label: 'Which exception?',
    kind: 'radios',
    options: exceptionOptions,
    when: { field: 'answer', is: ['exception'] },
  },
  words('reasons', 'Your reasons'),
];

const somethingGoes = { field: 'erase', is: ['yes'] } as const;

const aboutWhatGoes: readonly Field[] = [
  ...whereFields(somethingGoes),
  {
    name: 'suppression',
    label: 'Must an entry be kept so that it stays erased?',
    hint: 'On a suppression list, for instance, so that direct marketing does not begin again',
    kind: 'radios',
    options: yesNo,
    when: somethingGoes,
  },
  {
    name: 'madePublic',
    label: 'Did we make any of it public?',
    hint: 'Then reasonable steps are taken to tell other controllers (Art 17(2)).',
    kind: 'radios',
    options: yesNo,
    when: somethingGoes,
  },
  {
    ...words('publicWhere', 'Where was it made public?'),
    when: { field: 'madePublic', is: ['yes'] },
  } as Field,
  ...recipientsFields(somethingGoes),
];

export const assessErasure: Form = {
  id: 'assess-erasure',
  title: 'Assess grounds, exceptions and holds',
  startFrom: 'assess-erasure',
  fields: [
    {
      name: 'parts',
      label: 'What is asked for, part by part',
      rowLabel: 'Part',
      kind: 'rows',
      personal: true,
      min: 1,
      max: 20,
      of: part,
    },
    {
      name: 'holds',
      label: 'What seems to stand against erasing',
      hint: 'Every hold is named and answered. None of them pauses the clock, and none is an exception by itself.',
      rowLabel: 'Hold',
      kind: 'rows',
      personal: true,
      optional: true,
      max: 20,
      of: hold,
    },
    {
      name: 'erase',
      label: 'Is anything to be erased?',
      kind: 'radios',
      options: yesNo,
    },
    ...aboutWhatGoes,
  ],
  check: (values) => [...partFaults(values), ...holdFaults(values), ...eraseFault(values)],
  derive: (values) => ({ refused: refusedOf(partsIn(values)) }),
};

const partsIn = (values: Values): readonly Part[] => rowsIn(values, 'parts') as never;

/** The holds as somebody mapped them. */
export const mappedIn = (values: Values): readonly MappedHold[] => rowsIn(values, 'holds') as never;

function partFaults(values: Values): readonly FieldError[] {
  return partsIn(values).flatMap((one, index) => {
    const fault = partFault(one);
    return fault ? error(cellAt('parts', index, fault.field), fault.message) : [];
  });
}

function holdFaults(values: Values): readonly FieldError[] {
  const kept = partsIn(values).flatMap(({ decision, keptUnder }): KeptUnder[] =>
    decision === 'keep' && keptUnder ? [keptUnder] : [],
  );
  return mappedIn(values).flatMap((one, index) => {
    const fault = holdFault(one, kept);
    return fault ? error(cellAt('holds', index, fault.field), fault.message) : [];
  });
}

function eraseFault(values: Values): readonly FieldError[] {
  const goes = partsIn(values).some(({ decision }) => decision === 'erase');
  if (goes === (values.erase === 'yes')) return [];
  return error(
    'erase',
    goes ? 'A part above is to be erased.' : 'No part above is to be erased: everything is kept.',
  );
}
