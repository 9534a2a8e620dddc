import { formOfTask } from '../../../api/casework/task-form';
import type { CasePage } from '../../../register/cases';

const link = (answersTogether: boolean): CasePage['links'][number] => ({
  ...{ reference: 'ERA-2026-00001', kind: 'erasure', relation: 'same-request', outward: true },
  answersTogether,
});

const waysOf = (element: string, links: CasePage['links']): string[] => {
  const { fields } = formOfTask({ kind: 'rectification', element, need: 'check' }, { links });
  const way = fields.find(({ name }) => name === 'way');
  return way?.kind === 'radios' && Array.isArray(way.options) ? way.options.map(({ value }) => value) : [];
};

test('an answer may travel inside another only where one of the same person is open and linked', () => {
  expect(waysOf('outcome-letter', [link(true)])).toEqual(['as-usual', 'post', 'together']);
  expect(waysOf('outcome-letter', [link(false)])).toEqual(['as-usual', 'post']);
  expect(waysOf('outcome-letter', [])).toEqual(['as-usual', 'post']);
});

test('a letter that answers nothing, such as a request for identity, always goes by itself', () => {
  expect(waysOf('request-identity', [link(true)])).toEqual(['as-usual', 'post']);
});
