import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay, type RecordedEvent } from '../../../processes/conformance';
import type { ProcessModel } from '../../../processes/model';
import { deletion } from '../support/deletion';
import { cancelled, closed, did, didEach, entered, fired, left, record } from '../support/record';
import { folderOfDiagrams, tool } from '../support/tool';

const folder = folderOfDiagrams();
let model: ProcessModel;

beforeAll(() => {
  folder.put('erasure', deletion);
  expect(tool('generate', folder.path)).toMatchObject({ code: 0, err: '' });
  model = JSON.parse(readFileSync(join(folder.path, 'erasure.model.generated.json'), 'utf8'));
});

const fits = (...parts: (readonly RecordedEvent[])[]) => replay(model, record(...parts));
const decided = did('triage#1', 'examine#1', 'decide#1');
const waiting = record(decided, entered('await-retention#1'));
const told = didEach('tell-recipients#1', ['council'], 'tell-recipient#1', 'record-answer#1');
const answered = record(did('delete#1'), told, did('answer#1', 'close#1'), closed('deleted'));

describe('a wait that is drawn in the flow', () => {
  it('is a kind of step of its own in the generated types', () => {
    const steps = readFileSync(join(folder.path, 'erasure.generated.ts'), 'utf8');
    expect(steps).toContain("wait: 'await-retention';");
  });

  it('is entered and left like a task', () => {
    expect(fits(waiting, left('await-retention#1'), answered)).toMatchObject({
      fits: true,
      closed: 'deleted',
    });
  });

  it('is where the case stands until it is over', () => {
    expect(fits(waiting)).toMatchObject({ fits: true, position: ['await-retention'] });
  });

  it('cannot be passed by', () => {
    expect(fits(decided, answered)).toMatchObject({ fits: false, at: decided.length });
  });

  it('is not over before it is left', () => {
    expect(fits(waiting, answered)).toMatchObject({ fits: false, at: waiting.length });
  });

  it('is cancelled where the work is stopped, and cannot be left any more', () => {
    const stopped = record(waiting, fired('withdrawal-asked'));
    expect(
      fits(stopped, cancelled('await-retention#1'), did('withdrawal-asked#1/withdrawal-work#1')),
    ).toMatchObject({
      fits: true,
    });
    expect(fits(stopped, left('await-retention#1'))).toMatchObject({ fits: false });
  });

  it('is not cancelled while the work goes on', () => {
    expect(fits(waiting, cancelled('await-retention#1'))).toMatchObject({ fits: false });
  });
});
