import { derivedId, derivedSubmissionId } from '../../register/derived-id';

const id = '0b0f3a52-6c1e-4d0f-9a8e-5d1c2b3a4f50';

/** Made before these ids had one home: a record that holds one must find it again. */
describe('An id that follows from a key', () => {
  test.each([
    ['the first part of an e-mail', `${id}/0`, '3534d76b-3144-895b-9ce8-d589b9a8175d'],
    ['the eighth part of an e-mail', `${id}/7`, '7daef327-6d44-82c1-b521-a6203cc3f7e1'],
    [
      'the copy that a step makes',
      'SAR-2026-00042/assemble#1/bundle/1',
      '782b0eda-c44c-80c2-ac6d-33bd944495c9',
    ],
  ])('of %s is the one already on record', (_what, key, known) => {
    expect(derivedId(key)).toBe(known);
  });

  test.each([
    [
      'the part of a request that another controller answers',
      `${id}/nottingham-city-homes`,
      '64b67ccb-c039-4071-8c46-92e2addff7e7',
    ],
    ['a case of the demonstration', 'new-park-village/Wren Ashdown', 'ef502856-36ab-4a99-82e9-6b509859a2fe'],
  ])('of %s is the submission’s already on record', (_what, key, known) => {
    expect(derivedSubmissionId(key)).toBe(known);
  });
});
