/**
 * What people type in a subject access case. Each form is named like the task or action it serves.
 */
import type { FieldError, Form, Option, Values } from './form';

const yesNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const error = (field: string, message: string): FieldError[] => [{ field, message }];

export const channels: readonly Option[] = [
  { value: 'phone', text: 'Phone' },
  { value: 'email', text: 'E-mail' },
  { value: 'letter', text: 'Letter' },
  { value: 'in-person', text: 'In person' },
  { value: 'web', text: 'Website' },
  { value: 'social-media', text: 'Social media' },
];

export const deliveryWays: readonly Option[] = [
  {
    value: 'link',
    text: 'Protected link',
    hint: 'An e-mail with a link, opened by a code that we give another way.',
  },
  { value: 'post', text: 'Post' },
  { value: 'collection', text: 'Collection in person, with identity' },
  {
    value: 'read-aloud',
    text: 'Read aloud',
    hint: 'By phone or in person, once identity is shown (Art 12(1)).',
  },
];

/** DPA 2018 Sch 2 and Sch 3: what may be withheld, and by which rule (law.md §2.12). */
export const exemptions: readonly Option[] = [
  {
    value: 'sch2-2',
    text: 'Crime and taxation',
    hint: 'DPA Sch 2 ¶2: only so far as it would be likely to prejudice',
  },
  { value: 'sch2-3', text: 'Housing benefit risk assessment', hint: 'DPA Sch 2 ¶3' },
  { value: 'sch2-5', text: 'Required by law, or legal proceedings', hint: 'DPA Sch 2 ¶5' },
  { value: 'sch2-7', text: 'Regulatory and protective functions', hint: 'DPA Sch 2 ¶¶7–12' },
  {
    value: 'sch2-16',
    text: 'Another person’s information',
    hint: 'DPA Sch 2 ¶16: with the balancing questions',
  },
  { value: 'sch2-19', text: 'Legal professional privilege', hint: 'DPA Sch 2 ¶19' },
  { value: 'sch2-20', text: 'Self-incrimination', hint: 'DPA Sch 2 ¶20' },
  { value: 'sch2-22', text: 'Management forecasting or planning', hint: 'DPA Sch 2 ¶22' },
  { value: 'sch2-23', text: 'Negotiations with the person', hint: 'DPA Sch 2 ¶23' },
  { value: 'sch2-24', text: 'Confidential reference', hint: 'DPA Sch 2 ¶24' },
  { value: 'sch3-health', text: 'Health data: serious harm', hint: 'DPA Sch 3 Pt 2' },
  { value: 'sch3-social-work', text: 'Social-work data: serious harm', hint: 'DPA Sch 3 Pt 3' },
];

/** Exemptions on which the DPO is asked before anything is decided. */
export const adviceExemptions = ['sch2-2', 'sch2-19', 'sch3-health', 'sch3-social-work'] as const;

/** One quick page while the caller is on the line. The person is picked or typed first, on the same page. */
export const logRequest: Form = {
  id: 'log-request',
  title: 'Log a subject access request',
  intro:
    'A request is valid however it comes and to whomever it is made. Six answers are enough; the rest can follow.',
  submit: 'Log the request',
  fields: [
    {
      name: 'subjectName',
      label: 'Whose information is it?',
      hint: 'Full name',
      kind: 'text',
      personal: true,
      max: 200,
      autocomplete: 'off',
    },
    { name: 'personType', label: 'What are they to us?', kind: 'select', options: 'person-types' },
    {
      name: 'request',
      label: 'What did they ask for?',
      hint: 'In their own words',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 10_000,
    },
    { name: 'channel', label: 'How did it reach us?', kind: 'radios', options: channels },
    {
      name: 'receivedOn',
      label: 'When did anyone here first receive it?',
      hint: 'The clock runs from this day, not from today, if they differ.',
      kind: 'date',
      notFuture: true,
    },
    {
      name: 'contactEmail',
      label: 'E-mail address to answer to',
      kind: 'email',
      personal: true,
      optional: true,
      max: 320,
      autocomplete: 'off',
    },
    {
      name: 'contactPost',
      label: 'Postal address to answer to',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 4,
      max: 600,
    },
    {
      name: 'requester',
      label: 'Who is asking?',
      kind: 'radios',
      options: [
        { value: 'self', text: 'The person themselves' },
        { value: 'agent', text: 'Somebody for them', hint: 'Solicitor, relative, MP, support worker' },
        { value: 'parent', text: 'A parent or guardian of a child' },
      ],
    },
    {
      name: 'requesterName',
      label: 'Name of the person asking',
      kind: 'text',
      personal: true,
      max: 200,
      when: { field: 'requester', is: ['agent', 'parent'] },
    },
    {
      name: 'authority',
      label: 'What shows their authority?',
      kind: 'textarea',
      personal: true,
      rows: 2,
      optional: true,
      max: 2000,
      when: { field: 'requester', is: ['agent', 'parent'] },
    },
    {
      name: 'controller',
      label: 'Whose data is it?',
      hint: 'The controller that answers for it',
      kind: 'select',
      options: 'controllers',
    },
    {
      name: 'otherControllers',
      label: 'Does it also concern data of somebody else?',
      hint: 'Each controller’s part gets a case and a clock of its own.',
      kind: 'checkboxes',
      options: 'controllers',
      optional: true,
    },
    {
      name: 'reference',
      label: 'Tenancy, application or payroll number',
      kind: 'text',
      personal: true,
      optional: true,
      max: 60,
    },
    {
      name: 'dateOfBirth',
      label: 'Date of birth, if given',
      kind: 'date',
      personal: true,
      optional: true,
      notFuture: true,
    },
    {
      name: 'receivedBy',
      label: 'Who received it first, if not you?',
      kind: 'text',
      personal: true,
      optional: true,
      max: 200,
    },
    {
      name: 'delivery',
      label: 'How do they want the answer?',
      kind: 'select',
      options: [{ value: 'not-said', text: 'Not said yet' }, ...deliveryWays],
      optional: true,
    },
    {
      name: 'adjustments',
      label: 'Adjustments they need',
      hint: 'Large print, reading aloud, an interpreter …',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
    {
      name: 'flags',
      label: 'Is there a risk in contacting them?',
      kind: 'checkboxes',
      optional: true,
      options: [
        { value: 'domestic-abuse', text: 'Domestic abuse' },
        { value: 'safeguarding', text: 'Safeguarding' },
        { value: 'informant', text: 'Informant or witness' },
      ],
    },
    {
      name: 'backdatedReason',
      label: 'Why was it not logged when it arrived?',
      hint: 'Needed when it was received more than a day ago.',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 2,
      max: 2000,
    },
  ],
};

const preserveEvidence: Form = {
  id: 'preserve-evidence',
  title: 'Preserve what may be overwritten',
  fields: [
    {
      name: 'outcome',
      label: 'What was done?',
      kind: 'radios',
      options: [
        { value: 'preserved', text: 'Copied or locked' },
        { value: 'nothing-held', text: 'Nothing of this person is held here' },
        { value: 'already-gone', text: 'It was overwritten already' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'evidence',
      label: 'What was kept, and where',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};

const triage: Form = {
  id: 'triage',
  title: 'Check the request',
  fields: [
    {
      name: 'route',
      label: 'Who answers it?',
      kind: 'radios',
      options: [
        { value: 'answer', text: 'We do' },
        {
          value: 'forward',
          text: 'It goes to the controller',
          hint: 'Only where we are processor and the profile says “forward”.',
        },
      ],
    },
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
      when: { field: 'route', is: ['answer'] },
    },
    {
      name: 'doubt',
      label: 'What is the doubt?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'identity', is: ['identity', 'authority'] },
    },
    {
      name: 'fee',
      label: 'Is a fee charged?',
      hint: 'Only for a manifestly unfounded or excessive request, or further copies (Arts 12(5), 15(3)).',
      kind: 'radios',
      options: [
        { value: 'none', text: 'No fee' },
        { value: 'excessive', text: 'Manifestly unfounded or excessive' },
        { value: 'further-copies', text: 'Further copies' },
      ],
      when: { field: 'route', is: ['answer'] },
    },
    {
      name: 'feePence',
      label: 'Amount in pence',
      kind: 'number',
      min: 1,
      max: 100_000,
      when: { field: 'fee', is: ['excessive', 'further-copies'] },
    },
    {
      name: 'feeReason',
      label: 'Why is it charged?',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'fee', is: ['excessive', 'further-copies'] },
    },
    {
      name: 'systems',
      label: 'Which systems are searched?',
      kind: 'checkboxes',
      options: 'systems',
      when: { field: 'route', is: ['answer'] },
    },
    {
      name: 'scope',
      label: 'What the people who search should look for',
      kind: 'textarea',
      personal: true,
      rows: 4,
      max: 10_000,
      when: { field: 'route', is: ['answer'] },
    },
  ],
};

const checkIdentity: Form = {
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
    {
      name: 'seen',
      label: 'What was seen, and by whom',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
    },
  ],
};

const decideUnverified: Form = {
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
    { name: 'reasons', label: 'Reasons', kind: 'textarea', personal: true, rows: 4, max: 4000 },
  ],
};

const recordFee: Form = {
  id: 'record-fee',
  title: 'Record the fee',
  effective: 'paidOn',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'paid', text: 'Paid' },
        { value: 'waived', text: 'We no longer ask for it' },
      ],
    },
    {
      name: 'paidOn',
      label: 'When was it paid?',
      kind: 'date',
      notFuture: true,
      when: { field: 'outcome', is: ['paid'] },
    },
  ],
};

const searchFields: Form['fields'] = [
  {
    name: 'result',
    label: 'What did you find?',
    kind: 'radios',
    options: [
      { value: 'found', text: 'Something: I have added it' },
      { value: 'nothing-found', text: 'Nothing' },
    ],
  },
  {
    name: 'hits',
    label: 'How many items?',
    kind: 'number',
    min: 0,
    max: 1_000_000,
    when: { field: 'result', is: ['found'] },
  },
  {
    name: 'terms',
    label: 'Which names, numbers or words did you search for?',
    kind: 'textarea',
    personal: true,
    rows: 3,
    max: 4000,
  },
  { name: 'from', label: 'From which date?', kind: 'date', optional: true, notFuture: true },
  { name: 'until', label: 'Until which date?', kind: 'date', optional: true, notFuture: true },
  {
    name: 'minutes',
    label: 'How long did it take?',
    kind: 'number',
    min: 0,
    max: 100_000,
    suffix: 'minutes',
  },
  {
    name: 'stopped',
    label: 'Why did you stop there?',
    hint: 'Why more would be disproportionate (Art 15(1A))',
    kind: 'textarea',
    personal: true,
    optional: true,
    rows: 3,
    max: 4000,
  },
];

const dateOrder = (values: Values): FieldError[] =>
  typeof values.from === 'string' && typeof values.until === 'string' && values.from > values.until
    ? error('until', 'The end of the search must not be before its start.')
    : [];

const searchSystem: Form = {
  id: 'search-system',
  title: 'Search the system',
  fields: searchFields,
  check: dateOrder,
};
const searchAgain: Form = {
  id: 'search-again',
  title: 'Search the system again',
  fields: searchFields,
  check: dateOrder,
};

const review: Form = {
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
};

const recordReply: Form = {
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

const secondCheck: Form = {
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

const dpoAdvice: Form = {
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

const decide: Form = {
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
      name: 'reasons',
      label: 'Reasons',
      hint: 'Needed when you send it back or depart from the advice',
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
  check: (values) =>
    (values.decision === 'back' || values.departs === 'yes') && !values.reasons
      ? error('reasons', 'Give your reasons.')
      : [],
};

const seekInstructions: Form = {
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

const prepareResponse: Form = {
  id: 'prepare-response',
  title: 'Prepare the response',
  fields: [
    {
      name: 'result',
      label: 'What does the answer say?',
      kind: 'radios',
      options: [
        { value: 'answered', text: 'Everything found is enclosed' },
        { value: 'answered-in-part', text: 'Something is withheld or redacted' },
        { value: 'nothing-found', text: 'Our search found nothing' },
      ],
    },
    {
      name: 'records',
      label: 'Which of our records concern this person?',
      hint: 'Each line of Art 15(1)(a)–(h) in the letter comes from these',
      kind: 'checkboxes',
      options: 'processing-records',
    },
    {
      name: 'recipients',
      label: 'Who received their data, as far as known',
      hint: 'One on each line',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 4,
      max: 4000,
    },
    { name: 'delivery', label: 'How does it travel?', kind: 'radios', options: deliveryWays },
    {
      name: 'confirmed',
      label: 'I have checked each line against what was found',
      kind: 'confirm',
      mustBeTicked: true,
    },
  ],
};

const deliver: Form = {
  id: 'deliver',
  title: 'Hand over the copy',
  effective: 'on',
  fields: [
    { name: 'way', label: 'How was it handed over?', kind: 'radios', options: deliveryWays },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'checkedAddress',
      label: 'The address or the person’s identity was checked',
      kind: 'confirm',
      mustBeTicked: true,
      when: { field: 'way', is: ['post', 'collection', 'read-aloud'] },
    },
    {
      name: 'checkedEnclosures',
      label: 'The enclosures were checked: all of them, and nobody else’s',
      kind: 'confirm',
      mustBeTicked: true,
      when: { field: 'way', is: ['post', 'collection'] },
    },
    {
      name: 'tracking',
      label: 'Tracking number',
      kind: 'text',
      personal: true,
      optional: true,
      max: 60,
      when: { field: 'way', is: ['post'] },
    },
    {
      name: 'codeGiven',
      label: 'How was the code given?',
      hint: 'Never by the same e-mail',
      kind: 'radios',
      options: [
        { value: 'phone', text: 'By phone' },
        { value: 'post', text: 'By post' },
        { value: 'in-person', text: 'In person' },
      ],
      when: { field: 'way', is: ['link'] },
    },
  ],
};

const closeCase: Form = {
  id: 'close-case',
  title: 'Close the case',
  fields: [
    {
      name: 'lateness',
      label: 'If it went late, why?',
      hint: 'Needed when the answer was given after the due date',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 3,
      max: 4000,
    },
    {
      name: 'lessons',
      label: 'Anything to learn from this one',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 3,
      max: 4000,
    },
  ],
};

const awaitClarification: Form = {
  id: 'await-clarification',
  title: 'Record the clarification',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What came of it?',
      kind: 'radios',
      options: [
        { value: 'answered', text: 'They answered' },
        {
          value: 'declined',
          text: 'They repeated the request or would not narrow it',
          hint: 'Search reasonably for all of it.',
        },
        { value: 'withdrawn', text: 'We should not have asked: the pause falls away' },
        { value: 'no-answer', text: 'No answer: we go on with what we have' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    {
      name: 'answer',
      label: 'What they said',
      kind: 'textarea',
      personal: true,
      optional: true,
      rows: 4,
      max: 10_000,
    },
  ],
};

const adviseRefusal: Form = {
  ...dpoAdvice,
  id: 'advise-refusal',
  title: 'Give the DPO’s advice on refusing',
};

const decideRefusal: Form = {
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

const sendAgain: Form = {
  id: 'send-again',
  title: 'A letter came back: choose another way',
  effective: 'on',
  fields: [
    {
      name: 'outcome',
      label: 'What was done?',
      kind: 'radios',
      options: [
        { value: 'given', text: 'It was given another way' },
        { value: 'not-possible', text: 'It could not be given' },
      ],
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    { name: 'how', label: 'How, and to whom', kind: 'textarea', personal: true, rows: 3, max: 4000 },
  ],
};

/** Forms of the case's user tasks, by element id. */
export const taskForms: Readonly<Record<string, Form>> = Object.fromEntries(
  [
    preserveEvidence,
    triage,
    checkIdentity,
    decideUnverified,
    recordFee,
    searchSystem,
    searchAgain,
    review,
    recordReply,
    secondCheck,
    dpoAdvice,
    decide,
    seekInstructions,
    prepareResponse,
    deliver,
    closeCase,
    awaitClarification,
    adviseRefusal,
    decideRefusal,
    sendAgain,
  ].map((form) => [form.id, form]),
);
