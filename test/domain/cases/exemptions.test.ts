import { groundOf } from '../../../activities/letters/details/exemptions';
import { exemptionsReaching } from '../../../domain/cases/exemptions';
import { actionForm } from '../../../forms/registry';
import { exemptionOptions, keptBackUnder } from '../../../forms/shared/exemptions';

const rights = ['rectification', 'erasure', 'restriction', 'portability', 'objection'] as const;

describe('Exemptions by right (DPA Sch 2 ¶¶1, 6; Sch 3)', () => {
  test.each(rights)('of %s are ¶2, ¶5 and ¶¶7–12, and no other', (kind) => {
    expect(Object.keys(exemptionsReaching(kind) ?? {})).toEqual(['sch2-2', 'sch2-5', 'sch2-7']);
  });

  test('of access are all of Schedules 2 and 3, privilege and references among them', () => {
    const offered = exemptionOptions('subject-access').map(({ value }) => value);
    expect(offered).toEqual(expect.arrayContaining(['sch2-16', 'sch2-19', 'sch2-24', 'sch3-health']));
  });

  test('none reaches Arts 22A–22D, so that a refusal on that ground is not taken', () => {
    expect(exemptionOptions('automated-decision')).toEqual([]);
    const setting = { facts: { kind: 'automated-decision', organisation: 'x' } } as never;
    expect(actionForm('propose-refusal').check?.({ ground: 'exempt' }, setting)).toMatchObject([
      { field: 'ground' },
    ]);
  });

  test('a file that would harm others is kept back under Art 20(4), where data is taken along', () => {
    expect(keptBackUnder('portability')[0]).toMatchObject({ value: 'art20-4', hint: 'Art 20(4)' });
    expect(keptBackUnder('subject-access').map(({ value }) => value)).not.toContain('art20-4');
  });
});

describe('A refusal on account of an exemption (Art 12(4)(a))', () => {
  test.each(rights)('of %s speaks of what was asked for, not of disclosing', (kind) => {
    for (const exemption of ['sch2-2', 'sch2-5', 'sch2-7', undefined])
      expect(groundOf(exemption, kind)).not.toMatch(/disclos|withhold/i);
    expect(groundOf('sch2-7', kind)).toContain('paragraphs 7 to 12 of Schedule 2');
  });

  test('never names crime as the reason: saying it can do the harm', () => {
    expect(groundOf('sch2-2', 'objection')).toBe(groundOf(undefined, 'objection'));
  });
});
