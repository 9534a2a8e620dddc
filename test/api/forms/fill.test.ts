import { fill } from '../../../api/forms/fill';
import { answersFrom, bodyOf } from '../../../api/forms/page';
import type { Form } from '../../../forms/form';

const form: Form = {
  id: 'example',
  title: 'Example',
  fields: [
    {
      name: 'who',
      label: 'Who asks?',
      kind: 'radios',
      options: [
        { value: 'self', text: 'Self' },
        { value: 'agent', text: 'Agent' },
      ],
    },
    {
      name: 'agent',
      label: 'Name of the agent',
      kind: 'text',
      personal: true,
      max: 10,
      when: { field: 'who', is: ['agent'] },
    },
    {
      name: 'authority',
      label: 'Authority',
      kind: 'text',
      personal: true,
      when: { field: 'agent', is: ['Ann'] },
    },
    { name: 'on', label: 'When?', kind: 'date', notFuture: true },
    { name: 'count', label: 'How many?', kind: 'number', min: 1, max: 20, optional: true },
    {
      name: 'kinds',
      label: 'Which?',
      kind: 'checkboxes',
      options: [
        { value: 'a', text: 'A' },
        { value: 'b', text: 'B' },
      ],
      optional: true,
    },
    { name: 'sure', label: 'I am sure', kind: 'confirm', mustBeTicked: true },
    { name: 'mail', label: 'E-mail', kind: 'email', personal: true, optional: true },
    { name: 'at', label: 'At what time?', kind: 'datetime', optional: true },
  ],
  check: ({ count, kinds }) =>
    count === 2 && kinds === undefined ? [{ field: 'kinds', message: 'Two of which?' }] : [],
};

const context = {
  choices: {
    who: [
      { value: 'self', text: '' },
      { value: 'agent', text: '' },
    ],
    kinds: [
      { value: 'a', text: '' },
      { value: 'b', text: '' },
    ],
  },
  now: new Date('2026-11-23T10:00:00Z'),
};
const good = { who: 'self', 'on-day': '20', 'on-month': '11', 'on-year': '2026', sure: 'yes' };
const filled = (change: Record<string, unknown> = {}) =>
  fill(form, answersFrom(form, { ...good, ...change }), context);
const errors = (change: Record<string, unknown>): string[] => {
  const result = filled(change);
  return result.ok ? [] : result.errors.map(({ field, message }) => `${field}: ${message}`);
};

test('a page’s answers become dates, numbers and lists', () => {
  const change = {
    who: 'agent',
    agent: ' Ann ',
    authority: 'Letter',
    'on-day': '2',
    'on-month': '3',
    count: '1,2',
    kinds: 'b',
  };
  expect(
    filled({ ...change, 'at-day': '29', 'at-month': '3', 'at-year': '2026', 'at-time': '9:05' }),
  ).toEqual({
    ok: true,
    values: {
      who: 'agent',
      agent: 'Ann',
      authority: 'Letter',
      on: '2026-03-02',
      count: 12,
      kinds: ['b'],
      sure: true,
      at: '2026-03-29T09:05:00+01:00',
    },
  });
});

test('all that is wrong is said together, each at its field', () => {
  expect(errors({ who: '', sure: '', 'on-day': '', 'on-month': '', 'on-year': '' })).toEqual([
    'who: Choose an answer to “Who asks?”',
    'on: Enter a date for “When?”',
    'sure: Tick “I am sure”',
  ]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a day that does not exist', { 'on-day': '31', 'on-month': '2' }, 'on: Enter a real date'],
  ['a day without its month', { 'on-month': '' }, 'on: Enter a real date'],
  ['a day to come', { 'on-day': '24' }, 'on: The date must be today or in the past'],
  ['an answer that is not offered', { who: 'stranger' }, 'who: Choose from the list'],
  [
    'too long a text',
    { who: 'agent', agent: 'a very long name' },
    'agent: “Name of the agent” must be 10 characters or fewer',
  ],
  ['a number out of bounds', { count: '21' }, 'count: Enter a number of at most 20'],
  ['a word for a number', { count: 'two' }, 'count: Enter a whole number'],
  ['something that is no e-mail address', { mail: 'ann' }, 'mail: Enter an e-mail address'],
  [
    'an hour that the clocks leave out',
    { 'at-day': '29', 'at-month': '3', 'at-year': '2026', 'at-time': '01:30' },
    'at: Enter a real date',
  ],
  ['what the form itself forbids', { count: '2' }, 'kinds: Two of which?'],
])('%s is refused with what to do', (_what, change, message) => {
  expect(errors(change)).toEqual([expect.stringContaining(message)]);
});

test('today in London is no future day, even just after midnight there', () => {
  const now = new Date('2026-06-30T23:30:00Z');
  const answers = answersFrom(form, { ...good, 'on-day': '1', 'on-month': '7' });
  expect(fill(form, answers, { ...context, now }).ok).toBe(true);
});

test('a question that does not apply is neither asked for nor kept, nor is one that hangs on it', () => {
  expect(filled({ agent: 'Ann', authority: 'Letter' })).toEqual({
    ok: true,
    values: { who: 'self', on: '2026-11-20', sure: true },
  });
  expect(errors({ who: 'agent' })).toEqual(['agent: Fill in “Name of the agent”']);
});

test('what is known already is shown as it would be typed', () => {
  const values = { who: 'self', on: '2026-03-02', count: 3, kinds: ['a'], sure: true };
  const body = bodyOf(form, values);
  expect(fill(form, answersFrom(form, body), context)).toEqual({ ok: true, values });
});
