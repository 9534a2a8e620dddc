import { wishesInWords } from '../../../api/presentation/wishes';

const of = { kind: 'subject-access', organisation: 'new-park-village' } as const;
const request = 'It happened this morning.';

test('A request says how its answer is wanted.', () => {
  expect(wishesInWords({ facts: { ...of, delivery: 'post' }, contents: { request } }).delivery).toBe('Post');
});

test('Nobody is said to want an answer about a project or an incident.', () => {
  const contents = { title: 'Cameras in the lifts', request };
  expect(wishesInWords({ facts: { ...of, delivery: 'post' }, contents })).toEqual({
    delivery: null,
    adjustments: null,
  });
});
