import { deathStands } from '../../activities/letters/death';

type Written = Parameters<typeof deathStands>[0]['written'];

const written = (...forms: readonly (readonly [string, object])[]): { written: Written } =>
  ({ written: forms.map(([form, codes]) => ({ form, codes })) }) as never;

const recorded = ['record-death', {}] as const;
const seen = ['check-identity', { outcome: 'deceased' }] as const;
const wentOn = ['decide-after-death', { decision: 'go-on' }] as const;
const mistaken = ['decide-after-death', { decision: 'mistaken' }] as const;

describe('A death that was recorded keeps every letter from going by itself', () => {
  test.each([
    ['nothing was said of a death', [], false],
    ['a death is recorded', [recorded], true],
    ['identity could not be shown because of a death', [seen], true],
    ['the DPO goes on for somebody who lives', [recorded, wentOn], true],
    [
      'the one who goes on with the request shows who they are',
      [recorded, wentOn, ['check-identity', { outcome: 'confirmed' }]],
      true,
    ],
    ['the news was wrong', [recorded, mistaken], false],
    ['it was wrong once, and then it was right', [recorded, mistaken, recorded], true],
  ] as const)('where %s', (_what, forms, stands) => {
    expect(deathStands(written(...forms))).toBe(stands);
  });
});
