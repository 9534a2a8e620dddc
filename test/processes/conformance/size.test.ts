import { replay } from '../../../processes/conformance';
import type { NodeType, ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { closed, did, didEach, fired, record } from '../support/record';
import { preserved, responded, straight, triaged } from '../support/subject-access';

const model = processes['subject-access']?.model as ProcessModel;

describe('a case of any size', () => {
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

  // Were every combination of the open branches followed up, this would not come to an end.
  it('fits with twenty choices open side by side', () => {
    const branches = Array.from({ length: 20 }, (_, index) => `branch-${index}`);
    const steps = branches.flatMap((branch) => did(`${branch}-long#1`));
    expect(replay(sideBySide(branches), [...steps, ...closed('done')])).toMatchObject({ fits: true });
  });
});

/** A process whose branches each offer a step, or a way round it. */
function sideBySide(branches: readonly string[]): ProcessModel {
  const node = (id: string, type: NodeType) => ({ id, type, name: id, scope: null });
  const flow = (from: string, to: string) => ({ id: `${from}.${to}`, from, to, name: '' });
  return {
    kind: 'wide',
    name: 'Wide',
    version: '',
    nodes: [
      ...[node('begun', 'start'), node('fork', 'parallel-gateway')],
      ...branches.flatMap((id) => [
        node(`${id}-wanted`, 'exclusive-gateway'),
        node(`${id}-long`, 'user-task'),
        node(`${id}-over`, 'exclusive-gateway'),
      ]),
      ...[node('join', 'parallel-gateway'), node('done', 'end')],
    ],
    flows: [
      flow('begun', 'fork'),
      ...branches.flatMap((id) => [
        flow('fork', `${id}-wanted`),
        flow(`${id}-wanted`, `${id}-long`),
        flow(`${id}-wanted`, `${id}-over`),
        flow(`${id}-long`, `${id}-over`),
        flow(`${id}-over`, 'join'),
      ]),
      flow('join', 'done'),
    ],
  };
}
