/** What anybody may send us without an account: the complaint form of DPA s.164A(2), and what a handler makes of it. */
import type { Form, Values } from '../form';
import { error } from '../shared/choices';
import { words } from './fields';

/** In the second person, and no more than is needed to look into it and to answer. */
export const complain: Form = {
  id: 'complain',
  title: 'Complain about how we handle personal data',
  submit: 'Send the complaint',
  fields: [
    {
      ...{ name: 'name', label: 'Your name', kind: 'text', personal: true, max: 200 },
      autocomplete: 'name',
    },
    {
      ...{ name: 'contactEmail', label: 'E-mail address', kind: 'email', personal: true, max: 320 },
      hint: 'How can we reach you? Give at least one of these three, and only what is safe for you.',
      ...{ optional: true, autocomplete: 'email' },
    },
    words('contactPost', 'Postal address', { max: 600, optional: true }),
    {
      ...{ name: 'contactPhone', label: 'Telephone number', kind: 'tel', personal: true, max: 40 },
      ...{ optional: true, autocomplete: 'tel' },
    },
    {
      name: 'forWhom',
      label: 'Whose personal data is it about?',
      kind: 'radios',
      personal: true,
      options: [
        { value: 'self', text: 'Mine' },
        { value: 'other', text: 'Somebody else’s', hint: 'You complain for them' },
      ],
    },
    {
      ...{ name: 'subjectName', label: 'Their full name', kind: 'text', personal: true, max: 200 },
      when: { field: 'forWhom', is: ['other'] },
    },
    words('authority', 'How do you come to act for them?', {
      hint: 'They asked you to, you are a parent, you hold a power of attorney …',
      ...{ rows: 2, max: 2000, optional: true },
      when: { field: 'forWhom', is: ['other'] },
    }),
    words('what', 'What went wrong?', {
      hint: 'In your own words. If it is several things, say each in a paragraph of its own.',
      rows: 8,
    }),
    words('wants', 'What would put it right?', { max: 4000, optional: true }),
    {
      ...{ name: 'reference', label: 'A reference number, if you have one', kind: 'text', personal: true },
      hint: 'From a letter of ours, or your tenancy number',
      ...{ max: 60, optional: true },
    },
    words('adjustments', 'Is there anything we should do differently for you?', {
      hint: 'Large print, an interpreter, a safe time to call, somebody else who reads your e-mail …',
      ...{ max: 2000, optional: true },
    }),
  ],
  check: ({ contactEmail, contactPost, contactPhone }) =>
    (contactEmail ?? contactPost ?? contactPhone)
      ? []
      : error('contactEmail', 'Give an e-mail address, a postal address or a telephone number.'),
};

/** No complaint about personal data: advertising, a repair, the same again. */
export const setAside: Form = {
  id: 'set-aside',
  title: 'Set it aside',
  submit: 'Set it aside',
  fields: [
    words('reason', 'Why is it no complaint about personal data?', {
      hint: 'And what became of it: passed to repairs, the same as one logged before, advertising …',
      max: 4000,
    }),
  ],
};

/** The longest text that one issue of the log form takes. */
const ISSUE = 4000;
const caseReference = /^[A-Z]{2,5}-\d{4}-\d{5,}$/;

/** What the log form of a complaint begins with, from what was sent. Whoever logs it may put it better. */
export function loggedFrom(sent: Values): Values {
  const { what = '', wants, reference, forWhom, name, subjectName } = sent;
  const other = forWhom === 'other';
  const known = caseReference.test(String(reference ?? '').toUpperCase());
  return withoutGaps({
    subjectName: other ? subjectName : name,
    requester: other ? 'agent' : 'self',
    ...(other && { requesterName: name, authority: sent.authority }),
    request: what,
    ...(String(what).length <= ISSUE && {
      issues: [{ what: String(what), ...(wants && { wants: String(wants) }) }],
    }),
    ...(known ? { about: 'case', complainedOf: reference } : { reference }),
    ...{ contactEmail: sent.contactEmail, contactPost: sent.contactPost, contactPhone: sent.contactPhone },
    adjustments: sent.adjustments,
  });
}

const withoutGaps = (values: Record<string, Values[string]>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
