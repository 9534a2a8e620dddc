/** Forms that the rights with a clock share (UK GDPR Arts 12, 12A, 19). */
import type { Cell, Field, FieldError, Form, Setting, Values } from '../form';
import { words, yesNo } from './choices';
import { notToTheDead } from './death';

const at = (field: string, message: string): FieldError[] => [{ field, message }];

/** Art 12(6): doubt about identity or authority, recorded with its reason. First fields of each right's triage. */
export const doubtFields: readonly Field[] = [
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
  },
  words('doubt', 'What is the doubt?', { when: { field: 'identity', is: ['identity', 'authority'] } }),
];

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
    words('seen', 'What was seen, and by whom', { hint: 'What was seen is enough; copies are not kept.' }),
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
      ],
    },
    words('reasons', 'Reasons'),
  ],
  check: notToTheDead(['wait']),
};

/** The reason why somebody does what they had a part in; only where the profile lets a small team do so. */
export const overrideField: Field = words(
  'overrideReason',
  'You had a part in this before: why may you do it?',
  {
    hint: 'Only where the organisation’s profile allows it',
    optional: true,
    rows: 2,
    max: 2000,
  },
);

/** Advice of the DPO on a matter (Art 39(1)(a)): it binds nobody, and stays on record. */
export const advice = (id: string, title: string, intro?: string): Form => ({
  id,
  title,
  ...(intro && { intro }),
  fields: [
    {
      name: 'advice',
      label: 'Your advice',
      kind: 'radios',
      options: [
        { value: 'agree', text: 'I agree with what is proposed' },
        { value: 'agree-with-changes', text: 'I agree, with changes' },
        { value: 'disagree', text: 'I advise against it' },
      ],
    },
    words('reasons', 'Reasons'),
  ],
});

export const adviseRefusal = advice('advise-refusal', 'Give the DPO’s advice on refusing');

export const decideRefusal: Form = {
  id: 'decide-refusal',
  title: 'Decide on refusing',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'refuse', text: 'Refuse the request' },
        { value: 'go-on', text: 'Do not refuse: go on with it' },
      ],
    },
    { name: 'departs', label: 'Does this depart from the DPO’s advice?', kind: 'radios', options: yesNo },
    {
      name: 'limitReasons',
      label: 'Would stating the reasons defeat the exemption?',
      kind: 'radios',
      options: yesNo,
      when: { field: 'decision', is: ['refuse'] },
    },
    words('reasons', 'Reasons'),
    overrideField,
  ],
};

/** The controller's word, where we act for one that keeps the decision to itself (Art 28(3)(a)). */
const instructions = (id: string, title: string, changes: string): Form => ({
  id,
  title,
  fields: [
    {
      name: 'instruction',
      label: 'What did the controller say?',
      kind: 'radios',
      options: [
        { value: 'approved', text: 'Approved' },
        { value: 'changes', text: changes },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    words('by', 'Who there said so, what they said, and how do we know?', { rows: 3, max: 4000 }),
  ],
});

export const seekInstructions = instructions(
  'seek-instructions',
  'Obtain the controller’s approval',
  'Asked for changes: it is assessed again',
);

const instructRefusal = instructions(
  'instruct-refusal',
  'Obtain the controller’s approval of refusing',
  'Not approved: the request goes on',
);

/** Advice and decision on what is not done after all (Art 12(4)). */
export const undoneForms = (agreed: string, again: string): readonly Form[] => [
  advice('advise-undone', 'Give the DPO’s advice on what is not done'),
  {
    id: 'decide-undone',
    title: 'Decide on what is not done',
    fields: [
      {
        name: 'decision',
        label: 'Your decision',
        kind: 'radios',
        options: [
          { value: 'agreed', text: agreed, hint: 'The letter says so, with the reason (Art 12(4)).' },
          { value: 'again', text: again },
        ],
      },
      { name: 'departs', label: 'Does this depart from the DPO’s advice?', kind: 'radios', options: yesNo },
      words('reasons', 'Reasons'),
      overrideField,
    ],
  },
];

/** A second pair of eyes on what somebody proposed. */
export const secondCheck: Form = {
  id: 'second-check',
  title: 'Check the proposal',
  fields: [
    {
      name: 'outcome',
      label: 'Is it right?',
      kind: 'radios',
      options: [
        { value: 'right', text: 'Yes' },
        { value: 'back', text: 'No: send it back' },
      ],
    },
    words('comments', 'Comments', { when: { field: 'outcome', is: ['back'] } }),
    overrideField,
  ],
};

/** The decision where something is refused, in whole or in part (Art 12(4)). */
export const decide: Form = {
  id: 'decide',
  title: 'Decide on the request',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'approve', text: 'Approve what is proposed' },
        { value: 'back', text: 'Send it back' },
      ],
    },
    { name: 'departs', label: 'Does this depart from the DPO’s advice?', kind: 'radios', options: yesNo },
    {
      name: 'limitReasons',
      label: 'Would stating the reasons defeat an exemption?',
      kind: 'radios',
      options: yesNo,
      when: { field: 'decision', is: ['approve'] },
    },
    words('reasons', 'Reasons', {
      hint: 'Needed when you send it back or depart from the advice',
      optional: true,
    }),
    overrideField,
  ],
  check: ({ decision, departs, reasons }) =>
    (decision === 'back' || departs === 'yes') && !reasons ? at('reasons', 'Give your reasons.') : [],
};

export const sendAgain: Form = {
  id: 'send-again',
  title: 'A letter came back: choose another way',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'How was it given after all?',
      kind: 'radios',
      options: [
        { value: 'post', text: 'Posted again' },
        { value: 'email', text: 'By e-mail' },
        { value: 'by-hand', text: 'By hand, or read aloud' },
        { value: 'not-given', text: 'It could not be given' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    words('how', 'What was done', { rows: 3, max: 4000 }),
  ],
};

/** Closing; `outcomes` are what may have come of the case beside what its process says by itself. */
export const closeCase: Form = {
  id: 'close-case',
  title: 'Close the case',
  fields: [
    {
      name: 'lateness',
      label: 'If the answer went late: why?',
      hint: 'Needed when it went after the due date. It stays on record.',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 3,
      max: 4000,
    },
    words('note', 'Anything the next person should know', { optional: true, rows: 3, max: 4000 }),
    {
      name: 'confirmed',
      label: 'Everything that was promised has been done',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
};

/** Which systems are affected, and what exactly is to be done there. Part of a decision's form. */
export const whereFields = (is: {
  readonly field: string;
  readonly is: readonly string[];
}): readonly Field[] => [
  {
    name: 'systems',
    label: 'On which systems is it to be done?',
    hint: 'Where this person’s data is; those found in earlier searches are ticked.',
    kind: 'checkboxes',
    options: 'systems',
    suggest: 'systems-with-data',
    when: is,
  },
  words('instructions', 'What exactly is to be done there', {
    hint: 'The system’s owner sees these words and nothing else of the case.',
    when: is,
  }),
];

type When = { readonly field: string; readonly is: readonly string[] };

/** Somebody who received the data and whom the profile does not know. */
const otherRecipient: readonly Cell[] = [
  { name: 'name', label: 'Who is it?', kind: 'text', personal: true, max: 200 },
  {
    name: 'takes',
    label: 'How are they told?',
    kind: 'radios',
    options: [
      { value: 'letter', text: 'By letter' },
      { value: 'secure-link', text: 'By a protected link, sent by e-mail' },
      { value: 'portal', text: 'On a portal of theirs' },
    ],
  },
  {
    ...{
      name: 'address',
      label: 'Their postal address',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 600,
    },
    when: { field: 'takes', is: ['letter'] },
  },
  {
    ...{ name: 'email', label: 'Their e-mail address', kind: 'email', personal: true, max: 320 },
    when: { field: 'takes', is: ['secure-link'] },
  },
];

const otherRecipientsField: Field = {
  ...{ name: 'otherRecipients', label: 'Did anybody else receive it?', rowLabel: 'Recipient', kind: 'rows' },
  ...{ personal: true, optional: true, max: 20, of: otherRecipient },
  hint: 'Whoever else was named in the answer to an access request of this person stands here already: say how each is told.',
  suggest: 'other-recipients-of-data',
};

/** To whom the data was disclosed (Art 19): those of the profile, and others. Part of a decision's form. */
export const recipientsFields = (
  is: When,
  { label, hint }: { readonly label: string; readonly hint: string } = {
    label: 'To whom was this data disclosed?',
    hint: 'Each of them is told (Art 19). Those whom our processing records, or the answer to an access request of this person, name are ticked.',
  },
): readonly Field[] => [
  {
    ...{ name: 'recipients', label, hint, kind: 'checkboxes', optional: true },
    ...{ options: 'recipients-of-person', suggest: 'recipients-of-data', when: is },
  },
  { ...otherRecipientsField, when: is },
];

export const carryOut: Form = {
  id: 'carry-out',
  title: 'Carry it out on the system',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'done', text: 'Done' },
        { value: 'expires', text: 'Done but for a copy that expires', hint: 'A backup, for instance' },
        { value: 'failed', text: 'It failed: it must be tried again' },
        { value: 'impossible', text: 'It is impossible here' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'records',
      label: 'To how many records?',
      kind: 'number',
      min: 0,
      max: 10_000_000,
      when: { field: 'outcome', is: ['done', 'expires'] },
    },
    {
      name: 'expiresOn',
      label: 'When does the copy expire?',
      kind: 'date',
      when: { field: 'outcome', is: ['expires'] },
    },
    words('evidence', 'What was done, by whom, and what shows it; or why it cannot be', { max: 4000 }),
  ],
  check: (values, { now }) =>
    values.outcome === 'expires' && String(values.expiresOn) <= now.slice(0, 10)
      ? at('expiresOn', 'This day has passed: then the copy is gone already, and it is done.')
      : [],
};

export const confirmExpiry: Form = {
  id: 'confirm-expiry',
  title: 'Confirm that the copy is gone',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'Is it gone?',
      kind: 'radios',
      options: [
        { value: 'gone', text: 'Yes' },
        { value: 'still-there', text: 'No: it is being removed by hand now' },
      ],
    },
    { name: 'on', label: 'Since when?', kind: 'date', notFuture: true },
    words('evidence', 'What shows it', { rows: 3, max: 4000 }),
  ],
};

export const chooseNotice: Form = {
  id: 'choose-notice',
  title: 'Choose how to tell the recipient',
  fields: [
    {
      name: 'way',
      label: 'Can they be told?',
      kind: 'radios',
      options: [
        { value: 'tell', text: 'Yes: tell them the way they take notices' },
        {
          ...{ value: 'not-told', text: 'No', hint: 'Impossible, or disproportionate effort (Art 19)' },
          under: { aspect: 'recipients.told', any: ['each-unless-impossible-or-disproportionate'] },
        },
      ],
    },
    words('notice', 'What must they do?', {
      hint: 'Only what they need: it goes in the part that is protected.',
      when: { field: 'way', is: ['tell'] },
    }),
    {
      name: 'why',
      label: 'Why not?',
      kind: 'radios',
      options: [
        { value: 'impossible', text: 'It is impossible' },
        { value: 'disproportionate', text: 'It would take disproportionate effort' },
      ],
      when: { field: 'way', is: ['not-told'] },
    },
    words('reasons', 'Reasons', { when: { field: 'way', is: ['not-told'] } }),
  ],
};

export const confirmRecipient: Form = {
  id: 'confirm-recipient',
  title: 'Record what the recipient did',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What did they answer?',
      kind: 'radios',
      options: [
        { value: 'acted', text: 'They acted on it' },
        { value: 'will-act', text: 'They will act on it', hint: 'They are asked again.' },
        { value: 'refused', text: 'They do not think they must' },
        { value: 'no-answer', text: 'Nothing yet', hint: 'They are reminded.' },
        { value: 'in-vain', text: 'They never answered, although chased' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'againOn',
      label: 'When are they reminded?',
      hint: 'A reminder goes on that day, and you are asked again.',
      kind: 'date',
      when: { field: 'outcome', is: ['will-act', 'no-answer'] },
    },
    words('answer', 'What they said, or how they were chased', { rows: 3, max: 4000 }),
  ],
  check: ({ outcome, againOn }, { now }) =>
    (outcome === 'will-act' || outcome === 'no-answer') && String(againOn) <= now.slice(0, 10)
      ? at('againOn', 'Choose a day after today.')
      : [],
};

export const decideNotTold: Form = {
  id: 'decide-not-told',
  title: 'Decide: a recipient is not told',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'not-told', text: 'Agreed: they are not told' },
        { value: 'tell', text: 'Not agreed: they are told' },
      ],
    },
    words('reasons', 'Reasons'),
  ],
};

/** Forms of the shared tasks; each right adds its own. */
export const rightsForms: readonly Form[] = [
  checkIdentity,
  decideUnverified,
  adviseRefusal,
  decideRefusal,
  instructRefusal,
  sendAgain,
  closeCase,
];
/** Of a right in which somebody proposes and others check, advise and decide. */
export const decisionForms: readonly Form[] = [
  secondCheck,
  advice('dpo-advice', 'Give the DPO’s advice'),
  decide,
  seekInstructions,
];
/** Of a right that carries something out: what is impossible on a system is agreed on, or tried again. */
export const impossibleForms = undoneForms(
  'It is not done there',
  'It is tried again on the systems where it was impossible',
);
export const carryOutForms: readonly Form[] = [carryOut, confirmExpiry, ...impossibleForms];
export const recipientForms: readonly Form[] = [chooseNotice, confirmRecipient, decideNotTold];

/** Forms by the task they finish. */
export const byTask = (forms: readonly Form[]): Readonly<Record<string, Form>> =>
  Object.fromEntries(forms.map((form) => [form.id, form]));

/** A rule that needs reasons where one answer was chosen. */
export const reasonsFor =
  (field: string, answers: readonly string[], reasons = 'reasons') =>
  (values: Values, _setting: Setting): readonly FieldError[] =>
    answers.includes(String(values[field])) && !values[reasons] ? at(reasons, 'Give your reasons.') : [];
