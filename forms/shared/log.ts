/** How a request of a person is logged, whichever of their rights it is about. */
import type { Field, Form } from '../form';
import { adjustmentOptions, channels, deliveryWays } from './choices';

const about: readonly Field[] = [
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
];

const how: readonly Field[] = [
  { name: 'channel', label: 'How did it reach us?', kind: 'radios', options: channels },
  {
    name: 'receivedOn',
    label: 'When was it first received?',
    hint: 'By anyone here or, where we act for a controller, by the controller: the earliest of these days. The clock runs from it, not from today.',
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
    amongSeveral: true,
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
];

/** For requests that are answered with a copy of something. */
export const deliveryField: Field = {
  name: 'delivery',
  label: 'How do they want the answer?',
  kind: 'select',
  options: [{ value: 'not-said', text: 'Not said yet' }, ...deliveryWays],
  optional: true,
};

/** They tell of a disability as often as not, so the codes stay sealed as the words do. */
export const adjustmentFields: readonly Field[] = [
  {
    name: 'adjustmentKinds',
    label: 'Adjustments they need',
    kind: 'checkboxes',
    options: adjustmentOptions,
    personal: true,
    optional: true,
  },
  {
    name: 'adjustments',
    label: 'More about these adjustments',
    hint: 'Which language, what size of print, an interpreter …',
    kind: 'textarea',
    personal: true,
    optional: true,
    rows: 2,
    max: 2000,
  },
];

const careful: readonly Field[] = [
  ...adjustmentFields,
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
];

/** What is asked about every request of a person, in the order of the page. The intake knows these names. */
export const personLogFields: readonly Field[] = [...about, ...how, deliveryField, ...careful];

const aside: ReadonlySet<string> = new Set(
  personLogFields.map(({ name }) => name).filter((name) => name !== 'request'),
);

/** What was asked, without who asks and how it came: their words, and what only this kind of request asks. */
export const asked = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ name }) => !aside.has(name));

/** What a kind of request says of its own log page. */
export interface LogForm {
  readonly title: string;
  readonly intro: string;
  /** What only this kind asks: after what was asked for, before how it came. */
  readonly extra?: readonly Field[];
  /** Whether to ask how they want the answer; only where a copy of something is handed over. */
  readonly asksDelivery?: boolean;
  readonly check?: Form['check'];
  readonly derive?: Form['derive'];
}

/** What a caller in a hurry need not be asked; who may be at risk and where to answer stays in sight. */
const canWait: ReadonlySet<string> = new Set([
  ...['otherControllers', 'dateOfBirth', 'receivedBy', 'delivery', 'adjustmentKinds', 'adjustments'],
  'backdatedReason',
]);

const folding = (field: Field): Field => (canWait.has(field.name) ? { ...field, folded: true } : field);

/** One quick page while the caller is on the line. The person is picked or typed first, on the same page. */
export function logForm({ title, intro, extra = [], asksDelivery = false, check, derive }: LogForm): Form {
  return {
    ...{ id: 'log-request', title, intro, submit: 'Log the request' },
    fields: [...about, ...extra, ...how, ...(asksDelivery ? [deliveryField] : []), ...careful].map(folding),
    ...(check && { check }),
    ...(derive && { derive }),
  };
}
