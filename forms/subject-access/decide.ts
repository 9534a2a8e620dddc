/** Review, advice and decision. */
import type { Form, Values } from '../form';
import { yesNo, error } from './choices';

export const review: Form = {
  id: 'review',
  title: 'Finish the review',
  intro: 'Every item needs a decision before the review can be finished.',
  fields: [
    {
      name: 'thirdParties',
      label: 'Must somebody else be consulted?',
      hint: 'About information that relates to them (DPA Sch 2 ¶16)',
      kind: 'radios',
      options: yesNo,
    },
    {
      name: 'thirdPartyCount',
      label: 'How many people?',
      kind: 'number',
      min: 1,
      max: 20,
      when: { field: 'thirdParties', is: ['yes'] },
    },
    {
      name: 'thirdPartyContacts',
      label: 'Who are they, and where may we write?',
      hint: 'One on each line: name, then an e-mail or a postal address, separated by commas',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 6000,
      when: { field: 'thirdParties', is: ['yes'] },
    },
    {
      name: 'summary',
      label: 'Notes for whoever checks this',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 4,
      max: 10_000,
    },
  ],
  check: ({ thirdParties, thirdPartyCount, thirdPartyContacts }) => {
    const people = peopleToConsult(thirdPartyContacts);
    if (thirdParties !== 'yes') return [];
    if (people.length !== thirdPartyCount)
      return error(
        'thirdPartyContacts',
        `You said ${String(thirdPartyCount)}, and ${people.length} ${people.length === 1 ? 'line is' : 'lines are'} filled in. Give each person a line.`,
      );
    return people.every(([name]) => name)
      ? []
      : error('thirdPartyContacts', 'Begin each line with the person’s name.');
  },
};

/** Who is consulted, one on each line: the name, then where they may be written to. */
export const peopleToConsult = (typed: unknown): readonly (readonly string[])[] =>
  String(typed ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((part) => part.trim()));

export const recordReply: Form = {
  id: 'record-reply',
  title: 'Record the reply of the person consulted',
  fields: [
    {
      name: 'reply',
      label: 'What did they say?',
      kind: 'radios',
      options: [
        { value: 'consents', text: 'They agree to disclosure' },
        { value: 'refuses', text: 'They do not agree' },
        { value: 'no-reply', text: 'No reply by the date given' },
      ],
    },
    {
      name: 'reasonable',
      label: 'Is it reasonable to disclose without consent?',
      hint: 'Type of information, duty of confidentiality, steps taken to seek consent, capability, express refusal',
      kind: 'radios',
      options: yesNo,
      when: { field: 'reply', is: ['refuses', 'no-reply'] },
    },
    { name: 'reasons', label: 'Reasons', kind: 'textarea', personal: true, rows: 4, max: 4000 },
  ],
};

export const secondCheck: Form = {
  id: 'second-check',
  title: 'Check the review',
  fields: [
    {
      name: 'outcome',
      label: 'Is the review right?',
      kind: 'radios',
      options: [
        { value: 'right', text: 'Yes' },
        { value: 'back', text: 'No: send it back' },
      ],
    },
    {
      name: 'comments',
      label: 'Comments',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 10_000,
      when: { field: 'outcome', is: ['back'] },
    },
    {
      name: 'overrideReason',
      label: 'You made the review yourself: why may you check it?',
      hint: 'Only where the organisation’s profile allows it',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
  ],
};

export const dpoAdvice: Form = {
  id: 'dpo-advice',
  title: 'Give the DPO’s advice',
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
    { name: 'reasons', label: 'Reasons', kind: 'textarea', personal: true, rows: 5, max: 10_000 },
  ],
};

export const decide: Form = {
  id: 'decide',
  title: 'Decide on disclosure',
  fields: [
    {
      name: 'decision',
      label: 'Your decision',
      kind: 'radios',
      options: [
        { value: 'approve', text: 'Approve' },
        { value: 'back', text: 'Send it back' },
      ],
    },
    { name: 'departs', label: 'Does this depart from the DPO’s advice?', kind: 'radios', options: yesNo },
    {
      name: 'limitReasons',
      label: 'If something is withheld: would stating the reasons defeat the exemption?',
      hint: 'If so, the letter says that something is withheld, and not why. Everything else of Art 12(4) stays in it.',
      kind: 'radios',
      options: yesNo,
      optional: true,
      when: { field: 'decision', is: ['approve'] },
    },
    {
      name: 'reasons',
      label: 'Reasons',
      hint: 'Needed when you send it back, depart from the advice or limit the reasons',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 5,
      max: 10_000,
    },
    {
      name: 'overrideReason',
      label: 'You had a part in the review: why may you decide?',
      hint: 'Only where the organisation’s profile allows it',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
  ],
  check: (values, { said }) => [
    ...((values.decision === 'back' || values.departs === 'yes' || values.limitReasons === 'yes') &&
    !values.reasons
      ? error('reasons', 'Give your reasons.')
      : []),
    ...(values.decision === 'approve' && !values.limitReasons && keptBack(said('review'))
      ? error('limitReasons', 'Something is withheld or redacted: say whether the reasons may be stated.')
      : []),
  ],
};

/** Whether the review withholds or redacts something: what is kept back is refused, with reasons (Art 12(4)). */
const keptBack = ({ withheld, redacted }: Values): boolean =>
  Number(withheld ?? 0) + Number(redacted ?? 0) > 0;

const refusalAnswers = [
  { value: 'approved', text: 'Refuse the request' },
  { value: 'go-on', text: 'Do not refuse: go on with it' },
];

export const seekInstructions: Form = {
  id: 'seek-instructions',
  title: 'Obtain the controller’s approval',
  fields: [
    {
      name: 'instruction',
      label: 'What did the controller say?',
      kind: 'radios',
      options: [
        { value: 'approved', text: 'Approved' },
        { value: 'changes', text: 'Asked for changes: back to review' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'by',
      label: 'Who there approved it, and how do we know?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};

export const seekRefusalApproval: Form = {
  ...seekInstructions,
  id: 'seek-refusal-approval',
  title: 'Obtain the controller’s approval to refuse',
  fields: seekInstructions.fields.map((field) =>
    field.name === 'instruction' ? { ...field, options: refusalAnswers } : field,
  ) as Form['fields'],
};

export const adviseRefusal: Form = {
  ...dpoAdvice,
  id: 'advise-refusal',
  title: 'Give the DPO’s advice on refusing',
};

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
    { name: 'reasons', label: 'Reasons', kind: 'textarea', personal: true, rows: 5, max: 10_000 },
    {
      name: 'overrideReason',
      label: 'You also gave the advice: why may you decide?',
      hint: 'Only where the organisation’s profile allows it',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
  ],
};
