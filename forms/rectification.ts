/** Forms of rectification (UK GDPR Arts 5(1)(d), 16; DPA s.205(1)). */
import {
  changes,
  refusedOf,
  remedyFault,
  type Finding,
  type Remedy,
} from '../domain/cases/rectification/remedies';
import type { Cell, Field, FieldError, Form, Values } from './form';
import { cellAt, rowsIn } from './form';
import { error, yesNo } from './shared/choices';
import { deathForms, decidedSystems } from './shared/death';
import { exemptionCell } from './shared/exemptions';
import { logForm } from './shared/log';
import {
  byTask,
  carryOutForms,
  decisionForms,
  doubtFields,
  recipientForms,
  recipientsFields,
  rightsForms,
  whereFields,
} from './shared/rights';

const words = (name: string, label: string, more: Partial<Cell> = {}): Cell =>
  ({ name, label, kind: 'textarea', personal: true, rows: 2, max: 4000, ...more }) as Cell;

/** One thing that is said to be wrong. */
const particular: readonly Cell[] = [
  words('what', 'What is wrong or missing?', { hint: 'As we have it recorded, if they know' }),
  words('shouldBe', 'What should it say?'),
  words('seenAt', 'Where did they see it?', { optional: true, hint: 'A letter, a file, a system' }),
  words('evidence', 'What shows it?', { optional: true }),
];

const particulars = (of: readonly Cell[], more: Partial<Field> = {}): Field =>
  ({
    name: 'particulars',
    label: 'What is said to be wrong?',
    rowLabel: 'Particular',
    kind: 'rows',
    personal: true,
    min: 1,
    max: 20,
    of,
    ...more,
  }) as Field;

export const logRectification: Form = logForm({
  title: 'Log a rectification request',
  intro:
    'Somebody says that what we hold about them is wrong or incomplete. They need not put it in writing.',
  extra: [
    particulars(particular),
    {
      name: 'asksRecipients',
      label: 'Do they ask to whom the data was disclosed?',
      hint: 'Then the outcome names those who received it (Art 19).',
      kind: 'radios',
      options: yesNo,
      optional: true,
    },
  ],
});

const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  fields: [
    ...doubtFields,
    {
      name: 'restriction',
      label: 'Propose a restriction while accuracy is checked?',
      hint: 'A letter says that they may ask for it (Art 18(1)(a)). It is theirs to ask: nothing is restricted by itself.',
      kind: 'radios',
      options: yesNo,
    },
  ],
};

const finding: Cell = {
  name: 'finding',
  label: 'What did you find?',
  kind: 'radios',
  options: [
    { value: 'fact-wrong', text: 'Wrong as to a matter of fact', hint: 'Arts 5(1)(d), 16; DPA s.205(1)' },
    { value: 'misleading', text: 'Misleading as to a matter of fact', hint: 'DPA s.205(1)' },
    {
      value: 'incomplete',
      text: 'Incomplete for the purpose',
      hint: 'Art 16: completed, with a supplementary statement if need be',
    },
    {
      value: 'opinion',
      text: 'An opinion, and recorded as one',
      hint: 'Guidance: shown as whose opinion it is',
    },
    { value: 'accurate', text: 'Accurate and complete', hint: 'Art 5(1)(d)' },
    { value: 'exempt', text: 'An exemption applies to this part', hint: 'DPA Sch 2 ¶2, ¶5, ¶¶7–12' },
  ],
};

const remedy: Cell = {
  name: 'remedy',
  label: 'What is done about it?',
  kind: 'radios',
  options: [
    { value: 'correct', text: 'Correct it' },
    { value: 'complete', text: 'Complete it with a supplementary statement' },
    {
      value: 'annotate',
      text: 'Note beside it that they dispute it',
      hint: 'Counts as not corrected (Art 12(4))',
    },
    { value: 'nothing', text: 'Nothing', hint: 'Refused: the letter says why (Art 12(4))' },
  ],
};

const assessed: readonly Cell[] = [
  ...particular,
  finding,
  exemptionCell({ field: 'finding', is: ['exempt'] }),
  remedy,
  words('statement', 'The statement or note to be added', {
    when: { field: 'remedy', is: ['complete', 'annotate'] },
  }),
  words('reasons', 'Your reasons', {
    hint: 'How you checked it, and why you find so. The person reads this, unless an exemption applies.',
  }),
];

const somethingChanges = { field: 'change', is: ['yes'] } as const;

const assessAccuracy: Form = {
  id: 'assess-accuracy',
  title: 'Assess the accuracy',
  startFrom: ['assess-accuracy', 'log-request'],
  fields: [
    particulars(assessed, { label: 'Each particular' }),
    {
      name: 'change',
      label: 'Is anything to be changed in our records?',
      hint: 'Corrections, supplementary statements and notes',
      kind: 'radios',
      options: yesNo,
    },
    ...whereFields(somethingChanges),
    ...recipientsFields(somethingChanges),
  ],
  check: (values) => [...remedyFaults(values), ...changeFault(values)],
  derive: (values) => ({ refused: refusedOf(remediesOf(values)) }),
};

const remediesOf = (values: Values): readonly Remedy[] =>
  rowsIn(values, 'particulars').map((row) => row.remedy as Remedy);

function remedyFaults(values: Values): readonly FieldError[] {
  return rowsIn(values, 'particulars').flatMap((row, index) => {
    const fault = remedyFault(row.finding as Finding, row.remedy as Remedy);
    return fault ? error(cellAt('particulars', index, 'remedy'), fault) : [];
  });
}

function changeFault(values: Values): readonly FieldError[] {
  const changed = remediesOf(values).some(changes);
  if (changed === (values.change === 'yes')) return [];
  return error(
    'change',
    changed
      ? 'Something is to be corrected, completed or noted above, so our records change.'
      : 'Nothing is to be done about any of these, so our records stay as they are.',
  );
}

/** Forms by the task they finish. */
export const rectificationForms = byTask([
  triage,
  assessAccuracy,
  ...rightsForms,
  ...decisionForms,
  ...carryOutForms,
  ...recipientForms,
  ...deathForms(
    'On which systems is the correction still to be finished?',
    decidedSystems('assess-accuracy'),
  ),
]);
