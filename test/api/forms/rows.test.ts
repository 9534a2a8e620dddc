import type { Answers } from '../../../api/forms/fill';
import { fill } from '../../../api/forms/fill';
import { answersFrom, bodyOf } from '../../../api/forms/page';
import { changedRows } from '../../../api/forms/rows';
import { formView } from '../../../api/forms/view';
import { schemaOf } from '../../../api/json/openapi';
import { answerViews } from '../../../api/presentation/answers';
import { codesOf } from '../../../forms/form';
import type { Form, RowsField, Values } from '../../../forms/form';
import { choices, risks } from './risks';

const now = new Date('2026-11-23T10:00:00Z');
const context = { choices, now };

const remote = { what: 'Loss of a key', likelihood: 'remote' };
const likely = { what: 'Wrong neighbour', likelihood: 'likely', reason: 'Shared post' };
const filled = (answers: Answers, form: Form = risks) => fill(form, { any: 'yes', ...answers }, context);
const errors = (answers: Answers, form?: Form): string[] => {
  const result = filled(answers, form);
  return result.ok ? [] : result.errors.map(({ field, message }) => `${field}: ${message}`);
};
const limited = (limits: Partial<RowsField>): Form => ({
  ...risks,
  fields: risks.fields.map((field) => (field.kind === 'rows' ? { ...field, ...limits } : field)),
});

describe('rows as a page sends them', () => {
  const body = {
    any: 'yes',
    risks: ['0', '4'],
    'risks-0-what': ' Loss of a key ',
    'risks-0-likelihood': 'remote',
    'risks-4-what': 'Wrong neighbour',
    'risks-4-likelihood': 'likely',
    'risks-4-reason': 'Shared post',
    'risks-4-system': 'cctv',
    'risks-4-by-day': '1',
    'risks-4-by-month': '2',
    'risks-4-by-year': '2027',
    'risks-7-what': 'of no row',
  };

  test('become a list of answers, in the order of the page', () => {
    expect(filled(answersFrom(risks, body))).toEqual({
      ok: true,
      values: { any: 'yes', risks: [remote, { ...likely, system: 'cctv', by: '2027-02-01' }] },
    });
  });

  test('are shown again as they were typed, when known already', () => {
    const values: Values = { any: 'yes', risks: [remote, { ...likely, by: '2027-02-01' }] };
    expect(fill(risks, answersFrom(risks, bodyOf(risks, values)), context)).toEqual({ ok: true, values });
  });

  test('lose nothing when a row is added or another removed', () => {
    const added = changedRows(risks, { ...body, _rows: 'add:risks' });
    expect(added?.body).toMatchObject({ ...body, risks: ['0', '4', '5'] });
    expect(added?.focus).toEqual({ field: 'risks', key: '5' });
    const removed = changedRows(risks, { ...body, _rows: 'remove:risks:0' });
    expect(removed?.body).toMatchObject({ ...body, risks: ['4'] });
    expect(changedRows(risks, body)).toBeNull();
    expect(changedRows(risks, { ...body, _rows: 'add:any' })).toBeNull();
  });

  test('hold no more than keys that the page makes', () => {
    const odd = { ...body, risks: ['0', '0', 'x', '-1', '__proto__'] };
    expect(filled(answersFrom(risks, odd))).toMatchObject({ values: { risks: [remote] } });
  });
});

describe('the check of rows', () => {
  test('names the row and the cell of everything wrong', () => {
    expect(errors({ risks: [remote, { what: 'Theft', system: 'attic' }, { likelihood: 'likely' }] })).toEqual(
      [
        'risks.1.likelihood: Risk 2: choose an answer to “How likely is it?”',
        'risks.1.system: Risk 2: choose from the list.',
        'risks.2.what: Risk 3: fill in “What may happen?”',
        'risks.2.reason: Risk 3: fill in “Why is it likely?”',
      ],
    );
  });

  test('asks in each row only for what applies in that row, and keeps nothing else', () => {
    expect(filled({ risks: [{ ...remote, reason: 'none' }, likely] })).toMatchObject({
      values: { risks: [remote, likely] },
    });
  });

  test('drops rows in which nothing was said, and counts rows as the page does', () => {
    const blank = { what: ' ', likelihood: '', by: '', system: '' };
    expect(filled({ risks: [blank, remote, blank] })).toMatchObject({ values: { risks: [remote] } });
    expect(errors({ risks: [blank, { what: 'Theft' }] })).toEqual([expect.stringContaining('Risk 2')]);
  });

  test('asks for one row at least where rows are required, and for none where the question does not apply', () => {
    expect(errors({})).toEqual(['risks: Add at least one risk: “Risks”']);
    expect(errors({ risks: [{ what: '' }] })).toEqual(['risks: Add at least one risk: “Risks”']);
    expect(errors({}, limited({ optional: true }))).toEqual([]);
    expect(filled({ any: 'no', risks: [remote] })).toEqual({ ok: true, values: { any: 'no' } });
  });

  test('holds to the least and the most number of rows', () => {
    expect(errors({ risks: [remote] }, limited({ min: 2 }))).toEqual([
      'risks: “Risks” needs at least 2, and 1 is filled in.',
    ]);
    expect(errors({ risks: [remote, likely, remote, likely] })).toEqual([
      'risks: “Risks” takes at most 3: remove 1.',
    ]);
  });

  test('lets the form’s own rule point at a cell', () => {
    const same = { what: 'Same', likelihood: 'remote' };
    expect(errors({ risks: [same, same] })).toEqual(['risks.1.what: Risk 2: this is the first one again']);
  });

  test.each<[string, unknown]>([
    ['a text', 'Theft'],
    ['a list of texts', ['Theft']],
  ])('refuses %s in place of rows', (_what, answer) => {
    expect(errors({ risks: answer })).toEqual(['risks: Give a list of objects for “Risks”.']);
  });

  test('refuses a cell that the row has not', () => {
    expect(errors({ risks: [{ ...remote, owner: 'me' }] })).toEqual([
      'risks.0.owner: Risk 1: there is no “owner” here.',
    ]);
  });
});

test('the process learns how many rows there are and nothing of what they say', () => {
  expect(codesOf(risks, { any: 'yes', risks: [remote, likely] })).toEqual({ any: 'yes', risksCount: 2 });
});

test('an error’s link leads to the cell, whatever rows were removed before', () => {
  const view = formView(risks, {
    action: '/',
    choices,
    body: { risks: ['2', '5'], 'risks-5-what': 'Theft' },
    errors: [
      { field: 'risks.1.by', message: 'Risk 2: no such day' },
      { field: 'risks.0.what', message: 'Risk 1: say what' },
      { field: 'risks', message: 'Too few' },
    ],
  });
  expect(view.errorSummary.map(({ href }) => href)).toEqual([
    '#risks-5-by-day',
    '#risks-2-what',
    '#risks-2-what',
  ]);
  const [, second] = view.fields[1]?.rows?.rows ?? [];
  expect(second?.title).toBe('Risk 2');
  expect(second?.fields[0]?.params.value).toBe('Theft');
  expect(second?.fields[4]?.params.errorMessage).toEqual({ text: 'Risk 2: no such day' });
  expect(second?.fields[2]?.when).toEqual({ field: 'risks-5-likelihood', is: 'likely' });
});

test('the history shows rows with their questions and the words of their options', () => {
  const [, rows] = answerViews(risks, { any: 'yes', risks: [{ ...likely, by: '2027-02-01' }] }, choices);
  expect(rows?.rows).toEqual([
    {
      title: 'Risk 1',
      answers: [
        { label: 'What may happen?', text: 'Wrong neighbour' },
        { label: 'How likely is it?', text: 'More likely than not' },
        { label: 'Why is it likely?', text: 'Shared post' },
        { label: 'Treated by', text: '1 February 2027' },
      ],
    },
  ]);
});

test('the description of the JSON API says what a row holds', () => {
  expect(schemaOf(risks, now)).toMatchObject({
    properties: {
      risks: {
        type: 'array',
        minItems: 1,
        maxItems: 3,
        items: {
          type: 'object',
          required: ['what', 'likelihood'],
          additionalProperties: false,
          properties: { likelihood: { enum: ['remote', 'likely'] }, system: { type: 'string' } },
        },
      },
    },
    required: ['any'],
  });
});
