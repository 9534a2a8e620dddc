import type { Document } from 'yaml';
import { changed, mistakesIn, type ProfileId } from './profiles';

const refusals: readonly (readonly [string, ProfileId, (document: Document) => void, string, string])[] = [
  [
    'Special-category data without a condition',
    'new-park-village',
    (document) => document.deleteIn(['processingRecords', 4, 'specialCategoryConditions']),
    'processingRecords[4].specialCategoryConditions',
    'UK GDPR Article 9(2)',
  ],
  [
    'Offence data without a condition',
    'new-park-village',
    (document) => document.deleteIn(['processingRecords', 5, 'offenceCondition']),
    'processingRecords[5].offenceCondition',
    'UK GDPR Article 10',
  ],
  [
    'A public authority that relies on a recognised legitimate interest',
    'nottingham-city-homes',
    (document) => document.setIn(['processingRecords', 0, 'lawfulBasis', 0], '6(1)(ea)'),
    'processingRecords[0].lawfulBasis',
    'DUAA section 70(2)(c)',
  ],
  [
    'A processor that answers on its own account',
    'nottingham-city-homes',
    (document) => document.setIn(['controllers', 0, 'route'], 'answer'),
    'controllers[0].route',
    'UK GDPR Articles 15(1) and 28(3)(a) and (e)',
  ],
  [
    'A person type of whose data nobody is controller',
    'new-park-village',
    (document) => document.deleteIn(['controllers', 0, 'dataOf', 9]),
    'personTypes[9].id',
    'UK GDPR Article 30(1)(a)',
  ],
  [
    'A record of people whose data its controller does not control',
    'nottingham-city-homes',
    (document) => document.setIn(['processingRecords', 0, 'personTypes', 0], 'employee'),
    'processingRecords[0].personTypes',
    'UK GDPR Article 30(1)(a) and (c)',
  ],
  [
    'A system that no processing record explains',
    'new-park-village',
    (document) => document.setIn(['processingRecords', 16, 'systems', 0], 'cctv'),
    'systems[15].id',
    'UK GDPR Article 30(1)(b)',
  ],
  [
    'No period for keeping closed cases',
    'new-park-village',
    (document) => document.setIn(['caseRetention', 0, 'kind'], 'breach'),
    'caseRetention',
    'UK GDPR Article 5(1)(e)',
  ],
  [
    'An arm’s-length body that FOIA binds and that denies it',
    'nottingham-city-homes',
    (document) => document.setIn(['informationRequests', 'regimes'], ['eir']),
    'informationRequests.regimes',
    'FOIA sections 1 and 6; EIR regulation 2(2)',
  ],
];

test.each(refusals)('%s is refused, with the article.', (_, id, change, field, article) => {
  expect(mistakesIn(changed(id, change), `${id}.yaml`)).toContainEqual(
    expect.objectContaining({ field, article, line: expect.any(Number) }),
  );
});

test('Housing complaints without a Housing Ombudsman to name in their letters are refused.', () => {
  const text = changed('new-park-village', (document) => document.deleteIn(['otherBodies', 0]));
  expect(mistakesIn(text, 'new-park-village.yaml')).toMatchObject([
    { field: 'complaints.housingComplaints', allowed: expect.stringContaining('otherBodies') },
  ]);
});

test('A body that FOIA binds cannot refer requests elsewhere (FOIA ss.1(1), 10(1)).', () => {
  const text = changed('nottingham-city-homes', (document) =>
    document.setIn(['rules', 44, 'applied'], 'referred-to-the-public-authority'),
  );
  expect(mistakesIn(text, 'nottingham-city-homes.yaml')).toMatchObject([
    { field: 'rules[44].applied', article: 'FOIA sections 1(1) and 10(1)' },
  ]);
});

test('A default search in a system that holds nothing of that person type is refused.', () => {
  const text = changed('new-park-village', (document) =>
    document.setIn(['personTypes', 0, 'defaultSystems', 0], 'personnel'),
  );
  expect(mistakesIn(text, 'new-park-village.yaml')).toMatchObject([
    { field: 'personTypes[0].defaultSystems[0]' },
  ]);
});
