import { coverage, replay, type Fit } from '../../../processes/conformance';
import { processes } from '../../../processes/registry.generated';
import type { ProcessModel } from '../../../processes/model';
import { legalRuns } from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;

describe('a subject access case fits its diagram when it', () => {
  it.each(Object.entries(legalRuns))('%s', (_, events) => {
    expect(replay(model, events)).toMatchObject({ fits: true, closed: expect.any(String) });
  });

  it.each(Object.entries(legalRuns))('%s, and at every point on the way there', (_, events) => {
    const unfit = events
      .map((_, length) => replay(model, events.slice(0, length)))
      .filter(({ fits }) => !fits);
    expect(unfit).toEqual([]);
  });
});

describe('taken together', () => {
  const fits = Object.values(legalRuns).map((events) => replay(model, events) as Fit);

  it('these runs reach every element and every flow of the diagram', () => {
    expect(coverage(model, fits)).toEqual({ elements: [], flows: [] });
  });

  it('fewer runs leave named elements and flows unreached', () => {
    const answered = replay(model, legalRuns['is answered without any turning'] ?? []) as Fit;
    const missing = coverage(model, [answered]);
    expect(missing.elements).toEqual(
      expect.arrayContaining(['establish-identity', 'withdrawal', 'refusal-letter']),
    );
    expect(missing.flows).toContain('check-result.reviewing');
    expect(missing.flows).not.toContain('check-result.advice-needed');
  });
});
