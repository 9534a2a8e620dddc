import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { end, flow, smallest, start, task } from '../support/diagram';
import { folderOfDiagrams, tool } from '../support/tool';

const folder = folderOfDiagrams();
const generated = (name: string) => readFileSync(join(folder.path, name), 'utf8');
const versionOf = (kind: string) => /Version = '([0-9a-f]{12})'/.exec(generated(`${kind}.generated.ts`))?.[1];

const longer = [start, task('correct'), task('check'), end];
const flows = [flow('received', 'correct'), flow('correct', 'check'), flow('check', 'corrected')];

/** The same process drawn thrice, and another. */
beforeAll(() => {
  folder.put('rectification', smallest);
  folder.put(
    'erasure',
    smallest.map((part) => part.replace('Correct the record', 'Put it right')),
  );
  folder.put('restriction', smallest.toReversed());
  folder.put('portability', [...longer, ...flows]);
  expect(tool('generate', folder.path)).toMatchObject({ code: 0, err: '' });
});

describe('what is generated from a diagram', () => {
  it('is typed ids by kind of step, with never where there is none, and imports nothing', () => {
    const steps = generated('rectification.generated.ts');
    expect(steps).toContain('export interface RectificationSteps');
    expect(steps).toContain("userTask: 'correct';");
    expect(steps).toContain("end: 'corrected';");
    expect(steps).toContain('sendTask: never;');
    expect(steps).toContain('wait: never;');
    expect(steps).not.toContain('import ');
  });

  it('is registered under its kind, with its model', () => {
    expect(generated('registry.generated.ts')).toContain('rectification: {');
    expect(JSON.parse(generated('rectification.model.generated.json'))).toMatchObject({
      kind: 'rectification',
      flows: [{ id: 'received.correct' }, { id: 'correct.corrected' }],
    });
  });

  it('has the same version where only the wording or the order in the file differs', () => {
    expect(versionOf('erasure')).toBe(versionOf('rectification'));
    expect(versionOf('restriction')).toBe(versionOf('rectification'));
  });

  it('has another version where the process differs', () => {
    expect(versionOf('portability')).not.toBe(versionOf('rectification'));
  });
});

describe('checking what is generated', () => {
  it('passes where it is current', () => {
    expect(tool('generate', '--check', folder.path)).toMatchObject({ code: 0, out: '' });
  });

  it('names the file that is not current, and does not write it', () => {
    rmSync(join(folder.path, 'registry.generated.ts'));
    const missing = tool('generate', '--check', folder.path);
    expect(missing.code).toBe(1);
    expect(missing.out).toContain('registry.generated.ts is not what its diagram says');
    expect(() => generated('registry.generated.ts')).toThrow('ENOENT');
  });

  it('finds the diagrams of this repository sound, linted and current', () => {
    expect(tool('check')).toMatchObject({ code: 0, err: '' });
  });
});
