/** Decision, actions, the regulator, and closing (DPA ss.164A(4), 165). */
import type { Form } from '../form';
import { error, yesNo } from '../shared/choices';
import { closeCase, overrideField } from '../shared/rights';
import { words } from './fields';

export const decideComplaint: Form = {
  id: 'decide',
  title: 'Decide on the complaint',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'approve', text: 'Agree: the person is told' },
        { value: 'back', text: 'Send it back' },
      ],
    },
    {
      name: 'departs',
      label: 'Does this depart from the DPO’s advice?',
      hint: 'Where the DPO advised',
      kind: 'radios',
      options: yesNo,
      optional: true,
    },
    words('reasons', 'Reasons', {
      hint: 'Needed when you send it back or depart from the advice',
      optional: true,
    }),
    overrideField,
  ],
  check: ({ decision, departs, reasons }, { facts }) => {
    if (facts?.dpoAdvises === true && departs === undefined)
      return error('departs', 'The DPO advised on this: say whether you depart from the advice.');
    return (decision === 'back' || departs === 'yes') && !reasons
      ? error('reasons', 'Give your reasons.')
      : [];
  },
};

export const carryOutAction: Form = {
  id: 'carry-out-action',
  title: 'Carry out an action from a complaint',
  fields: [
    {
      name: 'outcome',
      label: 'Is it done?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'Yes' },
        { value: 'later', text: 'Not yet: another day is needed' },
        { value: 'dropped', text: 'It is not to be done after all', hint: 'It was promised: tell them why.' },
      ],
    },
    { name: 'due', label: 'By when, then?', kind: 'date', when: { field: 'outcome', is: ['later'] } },
    words('evidence', 'What was done and what shows it; or why not', { max: 4000 }),
  ],
  check: ({ outcome, due }, { now }) =>
    outcome === 'later' && String(due) <= now.slice(0, 10)
      ? error('due', 'Choose a day that is still to come.')
      : [],
};

export const answerRegulator: Form = {
  id: 'answer-regulator',
  title: 'Answer the regulator',
  effective: 'on',
  fields: [
    { name: 'on', label: 'When was it answered?', kind: 'date', notFuture: true },
    {
      name: 'way',
      label: 'How?',
      kind: 'radios',
      options: [
        { value: 'email', text: 'E-mail' },
        { value: 'portal', text: 'The regulator’s portal' },
        { value: 'post', text: 'Post' },
        { value: 'phone', text: 'Phone' },
      ],
    },
    words('evidence', 'What was answered, and what shows it', { rows: 4 }),
  ],
};

export const closeComplaint: Form = {
  ...closeCase,
  title: 'Close with the lessons',
  fields: [
    words('lessons', 'What was learnt, and what changes because of it?', {
      hint: 'Of practice, training, systems or wording: not who did it. If nothing changes, say why.',
      max: 4000,
    }),
    ...closeCase.fields,
  ],
};
