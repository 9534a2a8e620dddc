import { catalogue, deadline } from '../../../domain/clock';
import { chapters, inputOf } from '../../../domain/clock/examples';

describe.each(Object.entries(chapters))('%s', (_chapter, examples) => {
  test.each(examples.map((example) => [`${example.article}: ${example.shows}`, example] as const))(
    '%s',
    (_name, example) => {
      const found = deadline(inputOf(example));

      expect(found.due).toBe(example.due);
      if (example.statutoryDue) expect(found.statutoryDue).toBe(example.statutoryDue);
      if (example.policyDue) expect(found.policyDue).toBe(example.policyDue);
      if (example.extensionNoticeDue) expect(found.extensionNoticeDue).toBe(example.extensionNoticeDue);
    },
  );
});

test('Every timer of the catalogue has a worked example.', () => {
  const shown = new Set(Object.values(chapters).flatMap((examples) => examples.map(({ timer }) => timer)));

  expect(catalogue.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
});
