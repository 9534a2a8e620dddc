import { replay } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { did, record, waived } from '../support/record';
import { preserved, searched, triaged } from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;
const unacknowledged = record(preserved, triaged, searched, did('review#1'));

describe('a case that was moved to a changed process', () => {
  it('passes a step that was waived for it, wherever in the record that is said', () => {
    expect(replay(model, record(unacknowledged, waived('acknowledge#1')))).toMatchObject({ fits: true });
  });

  it('passes only what was waived', () => {
    expect(replay(model, record(unacknowledged, waived('triage#1')))).toMatchObject({ fits: false });
  });

  it('counts the waived occurrence', () => {
    const twice = did('review#1', 'second-check#2');
    const events = record(
      preserved,
      did('acknowledge#1'),
      triaged,
      searched,
      waived('second-check#1'),
      twice,
    );
    expect(replay(model, events)).toMatchObject({ fits: true });
  });
});
