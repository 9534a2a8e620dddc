/** Enquiries and findings (DPA s.164A(4)–(5)). */
import { complaintOutcome, remedyOwed, type Conclusion } from '../../domain/cases/complaint/findings';
import type { Cell, FieldError, Form, Setting, Values } from '../form';
import { cellAt, rowsIn } from '../form';
import { error } from '../shared/choices';
import { doubtFields } from '../shared/rights';
import { issue, issues, words } from './fields';

export const appoint: Form = {
  id: 'appoint',
  title: 'Appoint somebody to enquire',
  fields: [
    {
      name: 'enquirer',
      label: 'Who makes the enquiries?',
      hint: 'Somebody who did not decide what is complained of',
      kind: 'select',
      options: 'staff',
    },
    words('task', 'What are they to find out?', { max: 4000 }),
    {
      name: 'independent',
      label: 'They took no part in deciding what is complained of',
      hint: 'As far as the case complained of is on record here, that is looked up as well.',
      kind: 'confirm',
    },
    words('whyThem', 'If they did take part: why must it be them?', {
      hint: 'Only where the organisation’s profile lets a small team do so',
      optional: true,
      max: 2000,
    }),
    ...doubtFields,
  ],
  check: ({ independent, whyThem }, { profile }) => {
    if (independent === true || (whyThem && profile.approvals.reviewerMayCheck)) return [];
    return profile.approvals.reviewerMayCheck
      ? error('whyThem', 'Say why it must be somebody who took part, or choose somebody else.')
      : error('independent', 'Choose somebody who took no part in deciding what is complained of.');
  },
};

export const enquire: Form = {
  id: 'enquire',
  title: 'Make enquiries',
  startFrom: 'enquire',
  fields: [
    words('enquiries', 'What was asked and looked at, and what came of it?', { rows: 6 }),
    {
      name: 'outcome',
      label: 'Is all known that is needed?',
      kind: 'radios',
      options: [
        { value: 'complete', text: 'Yes: write the findings' },
        { value: 'go-on', text: 'Not yet', hint: 'A letter tells them how far it is (DPA s.164A(5)).' },
        { value: 'another', text: 'Somebody else must make the enquiries' },
      ],
    },
    words('news', 'What is the person told?', {
      hint: 'You can still change it when you check the letter.',
      when: { field: 'outcome', is: ['go-on'] },
    }),
  ],
};

const found: readonly Cell[] = [
  ...issue,
  {
    name: 'conclusion',
    label: 'What do you conclude?',
    kind: 'radios',
    options: [
      { value: 'upheld', text: 'Upheld' },
      { value: 'partly', text: 'Upheld in part' },
      { value: 'not-upheld', text: 'Not upheld' },
    ],
  },
  words('reasons', 'Your reasons', {
    hint: 'What happened, what the law asks, and why you conclude so. The person reads this.',
    max: 4000,
  }),
  words('remedy', 'What is done about it?', {
    hint: 'The person reads this. Needed where anything is upheld.',
    optional: true,
    max: 4000,
  }),
];

export const findings: Form = {
  id: 'findings',
  title: 'Write the findings',
  startFrom: ['findings', 'log-request'],
  fields: [
    issues(found, 'Each issue'),
    {
      name: 'actions',
      label: 'What is somebody to do?',
      hint: 'Each becomes a task of theirs, once the outcome has been sent.',
      kind: 'rows',
      rowLabel: 'Action',
      personal: true,
      optional: true,
      max: 20,
      of: [
        words('what', 'What is to be done?', { rows: 2, max: 2000 }),
        { name: 'owner', label: 'Who does it?', kind: 'select', options: 'staff' },
        { name: 'due', label: 'By when?', kind: 'date' },
      ],
    },
  ],
  check: (values, setting) => [...withoutRemedy(values), ...inThePast(values, setting)],
  derive: (values) => ({
    result: complaintOutcome(rowsIn(values, 'issues').map(({ conclusion }) => conclusion as Conclusion)),
    owners: rowsIn(values, 'actions').map(({ owner }) => String(owner)),
    dues: rowsIn(values, 'actions').map(({ due }) => String(due)),
  }),
};

const withoutRemedy = (values: Values): readonly FieldError[] =>
  rowsIn(values, 'issues').flatMap(({ conclusion, remedy }, index) =>
    remedyOwed(conclusion as Conclusion) && !remedy
      ? error(cellAt('issues', index, 'remedy'), 'Something is upheld: say what is done about it.')
      : [],
  );

const inThePast = (values: Values, { now }: Setting): readonly FieldError[] =>
  rowsIn(values, 'actions').flatMap(({ due }, index) =>
    String(due) < now.slice(0, 10)
      ? error(cellAt('actions', index, 'due'), 'Choose a day that is still to come.')
      : [],
  );
