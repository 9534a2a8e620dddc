/** What people say about the items found: decisions on disclosure, uploads, hidden content. */
import type { FieldError, Form, Option, Values } from './form';

const yesNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

export const decisions: readonly Option[] = [
  { value: 'release', text: 'Release' },
  {
    value: 'release-redacted',
    text: 'Release redacted',
    hint: 'Only the redacted file you add can leave; the original never does.',
  },
  { value: 'withhold', text: 'Withhold' },
  { value: 'not-this-person', text: 'Not this person’s data' },
  { value: 'out-of-scope', text: 'Outside what was asked' },
  { value: 'duplicate', text: 'Duplicate' },
  { value: 'already-held', text: 'They hold it already' },
];

/** Decisions that keep something back, so that the record needs the exemption and the reason (law: DPA Schs 2–3). */
export const keepsBack: readonly string[] = ['withhold', 'release-redacted'];

const balancing = { field: 'thirdParty', is: ['yes'] } as const;

/** DPA Sch 2 ¶16(3): what must be weighed, each with its answer, before somebody else's information is disclosed. */
const balancingQuestions: Form['fields'] = [
  {
    name: 'consent',
    label: 'Have they consented?',
    hint: 'Silence is not consent.',
    kind: 'radios',
    options: [
      { value: 'given', text: 'They agreed' },
      { value: 'refused', text: 'They refused' },
      { value: 'no-reply', text: 'They were asked and have not answered' },
      { value: 'not-asked', text: 'They were not asked' },
    ],
    when: balancing,
  },
  {
    name: 'confidentiality',
    label: 'Is a duty of confidentiality owed to them?',
    kind: 'radios',
    options: yesNo,
    when: balancing,
  },
  {
    name: 'capable',
    label: 'Are they capable of giving consent?',
    kind: 'radios',
    options: yesNo,
    when: balancing,
  },
  {
    name: 'informationType',
    label: 'What sort of information is it?',
    kind: 'radios',
    options: [
      { value: 'professional', text: 'What a health, social-work or education professional did (¶17)' },
      { value: 'work', text: 'What a member of staff or a contractor did at work' },
      { value: 'private', text: 'Private life' },
    ],
    when: balancing,
  },
  {
    name: 'reasonable',
    label: 'Is it reasonable to disclose it without consent?',
    kind: 'radios',
    options: yesNo,
    when: balancing,
  },
];

const error = (field: string, message: string): FieldError[] => [{ field, message }];

/** DPA Sch 2 ¶16(2): another person's information goes out only with consent, or where that is reasonable without. */
function checkDecision(values: Values): FieldError[] {
  if (values.thirdParty !== 'yes' || values.decision !== 'release') return [];
  return values.consent === 'given' || values.reasonable === 'yes'
    ? []
    : error(
        'reasonable',
        'It cannot be released as it is: they have not agreed and you say that it is not reasonable without (DPA Sch 2 ¶16). Redact or withhold it.',
      );
}

/** A decision on one item, or the same decision on several. */
export const decideItem: Form = {
  id: 'decide-item',
  title: 'Decide on disclosure',
  submit: 'Record the decision',
  fields: [
    { name: 'decision', label: 'What happens to it?', kind: 'radios', options: decisions },
    {
      name: 'exemption',
      label: 'Under which exemption is something kept back?',
      kind: 'select',
      options: 'kept-back-under',
      when: { field: 'decision', is: keepsBack },
    },
    {
      name: 'reason',
      label: 'Why does it apply here?',
      hint: 'To this item, in your own words: the record must show it years later.',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'decision', is: keepsBack },
    },
    {
      name: 'thirdParty',
      label: 'Does it say anything about another person?',
      kind: 'radios',
      options: yesNo,
      when: { field: 'decision', is: ['release', 'release-redacted', 'withhold'] },
    },
    ...balancingQuestions,
  ],
  check: checkDecision,
};

/** What the hidden content of an item is called on screen, by the code that the detector gives. */
export const hiddenContents = {
  'tracked-changes': 'Tracked changes',
  comments: 'Comments',
  'hidden-sheets': 'Hidden sheets',
  'hidden-slides': 'Hidden slides',
  'hidden-rows': 'Hidden rows or columns',
  'hidden-text': 'Hidden text',
  'speaker-notes': 'Speaker notes',
  macros: 'Macros',
  metadata: 'Author and editing data',
  attachments: 'Files inside the file',
  annotations: 'Annotations',
  exif: 'Camera data, perhaps the place',
  scripts: 'Scripts that run when it is opened',
  'text-layer': 'Text that can be copied out, perhaps from under the bars',
  'not-examined': 'Parts that could not be examined, so a person must look',
} as const;

export const dealWithHidden: Form = {
  id: 'deal-with-hidden',
  title: 'Deal with hidden content',
  submit: 'Record it',
  fields: [
    {
      name: 'how',
      label: 'What was done about it?',
      kind: 'radios',
      options: [
        { value: 'reviewed', text: 'I looked at it, and it may be released with the item' },
        {
          value: 'replaced',
          text: 'A clean copy replaces the item',
          hint: 'Add it below first. The item itself never leaves then.',
        },
        { value: 'not-released', text: 'The item is not released' },
      ],
    },
    {
      name: 'reason',
      label: 'Why may it be released with the item?',
      hint: 'What it is, and how you looked at it: the record must show it years later.',
      kind: 'textarea',
      personal: true,
      rows: 3,
      max: 4000,
      when: { field: 'how', is: ['reviewed'] },
    },
  ],
};

/** Why a file is added to a case. */
export const purposes: readonly Option[] = [
  { value: 'found', text: 'Found in a search' },
  { value: 'request', text: 'The request itself' },
  { value: 'authority', text: 'Evidence of authority' },
  { value: 'evidence', text: 'Other evidence' },
];

/** To a matter: nothing was searched, and nothing of it is disclosed. */
export const addToMatter: Form = {
  id: 'add-to-matter',
  title: 'Add files',
  submit: 'Add the files',
  fields: [],
};

export const addDocuments: Form = {
  id: 'add-documents',
  title: 'Add files',
  submit: 'Add the files',
  fields: [
    { name: 'purpose', label: 'What are they?', kind: 'radios', options: purposes },
    {
      name: 'system',
      label: 'In which system were they found?',
      kind: 'select',
      options: 'systems',
      when: { field: 'purpose', is: ['found'] },
    },
  ],
};
