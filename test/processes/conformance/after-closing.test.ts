import { definitionOf, openKinds } from '../../../domain/cases/registry';
import type { CaseDefinition } from '../../../domain/cases/definition';
import { replay } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { processes } from '../../../processes/registry.generated';
import { closed, did, entered, fired, left, record, reopened } from '../support/record';

const model = processes.rectification?.model as ProcessModel;

const withdrawn = record(
  entered('acknowledge#1'),
  entered('triage#1'),
  fired('withdrawn'),
  left('acknowledge#1'),
  [{ type: 'step-cancelled', element: 'triage', step: 'triage#1' }],
  did('withdrawn#1/confirm-withdrawal#1'),
  closed('closed-withdrawn'),
);
const asked = record(withdrawn, fired('recipients-asked'), entered('recipients-asked#1/name-recipients#1'));

describe('A closed case', () => {
  test('may begin what its diagram lets begin then, and stands where that stands until it is done', () => {
    expect(replay(model, asked)).toMatchObject({
      fits: true,
      closed: 'closed-withdrawn',
      position: ['name-recipients'],
    });
    expect(replay(model, [...asked, ...left('recipients-asked#1/name-recipients#1')])).toMatchObject({
      fits: true,
      position: ['closed-withdrawn'],
    });
  });

  test('reminds of it, and of nothing else', () => {
    const reminder = record(fired('deadline-near'), did('deadline-near#1/tell#1'));
    expect(replay(model, [...asked, ...reminder])).toMatchObject({ fits: true });
    expect(replay(model, [...withdrawn, ...reminder])).toMatchObject({ fits: false, at: withdrawn.length });
  });

  test('begins nothing else, and is neither closed again nor worked on', () => {
    for (const event of [
      ...fired('extension-needed'),
      ...fired('withdrawn', 2),
      ...entered('triage#2'),
      ...closed('closed-withdrawn', 2),
    ])
      expect(replay(model, [...asked, event])).toMatchObject({ fits: false, at: asked.length });
  });

  test('that is reopened goes on with it', () => {
    const again = record(asked, reopened(), entered('reopened#1/assess-accuracy#1'));
    expect(replay(model, [...again, ...left('recipients-asked#1/name-recipients#1')])).toMatchObject({
      fits: true,
      position: ['assess-accuracy'],
    });
  });
});

test.each(openKinds)('%s offers after closing what its diagram lets begin then', (kind) => {
  const definition: CaseDefinition = definitionOf(kind);
  const offered = Object.values(definition.actions).flatMap(({ afterClosing, fires }) =>
    afterClosing ? [fires] : [],
  );
  const drawn = processes[kind]?.model.nodes.filter(({ afterClosing }) => afterClosing) ?? [];
  expect(offered.toSorted()).toEqual(drawn.map(({ id }) => id).toSorted());
});
