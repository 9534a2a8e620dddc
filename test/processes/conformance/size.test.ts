import { replay } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { closed, did, didEach, fired, record } from '../support/record';
import { preserved, responded, straight, triaged } from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;

describe('a case of any size', () => {
  // Were every combination of open branches followed up, these two would never come to an end.
  it('fits with three hundred systems searched side by side', () => {
    const systems = Array.from({ length: 300 }, (_, index) => `system-${index}`);
    const [begun, ...rest] = didEach('search#1', systems, 'ask-owner#1', 'search-system#1');
    const interleaved = [
      ...rest.filter(({ step }) => step?.endsWith('ask-owner#1')),
      ...rest.filter(({ step }) => !step?.endsWith('ask-owner#1')),
    ];
    const events = record(
      preserved,
      did('acknowledge#1'),
      triaged,
      begun ? [begun] : [],
      interleaved,
      did('review#1', 'second-check#1', 'decide#1'),
      responded,
      closed('answered'),
    );
    expect(replay(model, events)).toMatchObject({ fits: true, closed: 'answered' });
  });

  it('fits with two thousand escalations', () => {
    const escalations = Array.from({ length: 2000 }, (_, index) => [
      ...fired('deadline-near', index + 1),
      ...did(`deadline-near#${index + 1}/tell#1`),
    ]).flat();
    expect(replay(model, [...escalations, ...straight])).toMatchObject({ fits: true, closed: 'answered' });
  });
});
