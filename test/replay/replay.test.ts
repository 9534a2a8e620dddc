import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../support/world';

const FOLDER = join(__dirname, 'histories');
const saved = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

const replay = async (history: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, JSON.parse(history));

describe('Histories of cases told by an earlier version', () => {
  test('there are some of each kind', () => {
    expect(saved.sort()).toEqual([
      'answered.json',
      'assessed-and-in-force.json',
      'breach-notified-in-phases.json',
      'complaint-upheld.json',
      'consent-withdrawn.json',
      'decision-changed.json',
      'decision-checked.json',
      'erased-in-part.json',
      'extended-and-clarified.json',
      'identified-by-code.json',
      'marketing-stopped.json',
      'objection-overruled.json',
      'ported-in-part.json',
      'rectified-in-part.json',
      'refused.json',
      'reopened.json',
      'restriction-kept.json',
    ]);
  });

  test.each(saved)('%s is replayed by today’s workflows, step for step', async (name) => {
    await expect(replay(textOf(name))).resolves.toBeUndefined();
  });

  test('one that the workflow would not have written is refused', async () => {
    const altered = textOf('answered.json').replaceAll('"sendLetter"', '"tell"');
    expect(altered).not.toBe(textOf('answered.json'));
    await expect(replay(altered)).rejects.toThrow(DeterminismViolationError);
  });
});
