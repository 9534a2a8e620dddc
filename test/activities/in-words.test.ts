import { join } from 'node:path';
import { saidOn } from '../../activities/letters/answered';
import { loadOrganisations } from '../../register/organisations';
import type { Form } from '../../forms/form';
import type { OpenSubmission } from '../../register/submissions';

const profile = loadOrganisations(join(__dirname, '../../organisations')).get('new-park-village');

const form: Form = {
  id: 'assess-accuracy',
  title: 'Assess',
  fields: [
    { name: 'on', label: 'When', kind: 'date' },
    { name: 'at', label: 'At', kind: 'datetime' },
    { name: 'days', label: 'Days', kind: 'number', suffix: 'days' },
    { name: 'sure', label: 'Sure', kind: 'confirm' },
    { name: 'finding', label: 'Finding', kind: 'radios', options: [{ value: 'wrong', text: 'It is wrong' }] },
    { name: 'told', label: 'Told', kind: 'checkboxes', options: 'recipients' },
    { name: 'owner', label: 'Owner', kind: 'select', options: 'staff' },
    { name: 'why', label: 'Why', kind: 'textarea', personal: true, optional: true },
    {
      name: 'particulars',
      label: 'Particulars',
      kind: 'rows',
      rowLabel: 'Particular',
      personal: true,
      of: [
        { name: 'what', label: 'What', kind: 'text', personal: true },
        { name: 'by', label: 'By', kind: 'date' },
      ],
    },
  ],
};

const submission = (codes: object, personal: object): OpenSubmission =>
  ({ form: form.id, codes, personal, step: 'assess#1[hmrc]/assess-accuracy#1' }) as OpenSubmission;

const { code, text, rows, item } = saidOn(
  form,
  submission(
    {
      ...{ on: '2026-12-21', at: '2027-03-29T10:15:00Z', days: 3, sure: true, finding: 'wrong' },
      ...{ told: ['police', 'hmrc'], owner: '4f2c', particularsCount: 1 },
    },
    { particulars: [{ what: 'Surname', by: '2027-01-04' }, { what: 'Name' }] },
  ),
  profile,
);

describe('An answer in a letter', () => {
  test('is in words: dates in full, in UK time, options by their labels, several joined', () => {
    expect(text).toEqual({
      on: '21 December 2026',
      at: '11:15 on 29 March 2027',
      days: '3 days',
      sure: 'yes',
      finding: 'It is wrong',
      told: 'The police and HM Revenue and Customs',
      owner: '',
      why: '',
    });
  });

  test('has its raw value beside, null where nothing was answered', () => {
    expect(code).toMatchObject({ finding: 'wrong', told: ['police', 'hmrc'], days: 3, why: null });
    expect(code.particularsCount).toBe(1);
  });

  test('in rows has every cell of every row, answered or not', () => {
    expect(rows.particulars).toEqual([
      { what: 'Surname', by: '4 January 2027', codes: { what: 'Surname', by: '2027-01-04' } },
      { what: 'Name', by: '', codes: { what: 'Name', by: null } },
    ]);
  });

  test('knows what it was about, and names nobody of the staff', () => {
    expect(item).toBe('HM Revenue and Customs');
    expect(JSON.stringify(text)).not.toContain('4f2c');
  });
});
