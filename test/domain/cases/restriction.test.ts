import type { Codes } from '../../../domain/cases/process';
import { restriction } from '../../../domain/cases/restriction';
import { refusedOf, standing, type Ending, type Ground } from '../../../domain/cases/restriction/grounds';
import type { FieldError, Setting, Values } from '../../../forms/form';
import { restrictionForms } from '../../../forms/restriction';

const said = (answers: Readonly<Record<string, Values>>): Setting =>
  ({ now: '2026-11-22T10:00:00.000Z', said: (form: string) => answers[form] ?? {} }) as unknown as Setting;

const errors = (form: string, values: Values, setting = said({})): readonly FieldError[] =>
  restrictionForms[form]?.check?.(values, setting) ?? [];

describe('A restriction rests on its grounds until each is over (UK GDPR Art 18(1))', () => {
  const table: readonly (readonly [readonly Ground[], readonly Ending[], readonly Ground[]])[] = [
    [['accuracy'], ['accuracy-verified'], []],
    [['objection'], ['objection-decided'], []],
    [['claims'], ['claim-over'], []],
    [['accuracy'], ['objection-decided'], ['accuracy']],
    [['accuracy', 'claims'], ['accuracy-verified'], ['claims']],
    [['accuracy', 'claims'], ['accuracy-verified', 'claim-over'], []],
    [['unlawful'], ['accuracy-verified', 'objection-decided', 'claim-over'], ['unlawful']],
    [['unlawful'], ['person-asked'], []],
    [['accuracy', 'unlawful', 'claims', 'objection'], ['person-asked'], []],
    [['accuracy', 'claims'], ['date-reached'], []],
  ];

  test.each(table)('%j after %j still rests on %j', (grounds, endings, left) => {
    expect(standing(grounds, endings)).toEqual(left);
  });

  test('so a review may not lift it while another ground stands, and says which', () => {
    const setting = said({ 'assess-grounds': { grounds: ['accuracy', 'claims'] } });
    const lift = { decision: 'lift', endings: ['accuracy-verified'] };
    expect(errors('review-restriction', lift, setting)).toEqual([
      { field: 'endings', message: expect.stringContaining('Art 18(1)(c)') },
    ]);
    const both = { ...lift, endings: ['accuracy-verified', 'claim-over'] };
    expect(errors('review-restriction', both, setting)).toEqual([]);
  });
});

describe('A restriction that is kept has a next review', () => {
  test.each([
    ['2026-11-22', 1],
    ['2026-11-23', 0],
    ['2027-11-22', 0],
    ['2027-11-23', 1],
  ])('on %s gives %d errors on 22 November 2026', (date, count) => {
    expect(errors('review-restriction', { decision: 'keep', nextReviewOn: date })).toHaveLength(count);
    expect(errors('assess-grounds', { restrict: 'all', reviewOn: date })).toHaveLength(count);
  });
});

describe('What is not restricted is refused (UK GDPR Art 12(4))', () => {
  test.each([
    ['all', 'none'],
    ['part', 'part'],
    ['none', 'all'],
  ] as const)('restricting %s of it refuses %s', (restricted, refused) => {
    expect(refusedOf(restricted)).toBe(refused);
    expect(restrictionForms['assess-grounds']?.derive?.({ restrict: restricted }, said({}))).toEqual({
      refused,
    });
  });

  test('a refusal proposed before does not undo a restriction that was decided', () => {
    const at = (...open: string[]) => ({ open, running: ['refusal-proposed'], closed: false }) as never;
    const completing = (view: never, codes: Codes) =>
      restriction.completion(view, 'decide-refusal', codes)?.code ?? null;
    expect(completing(at('assess-grounds#1'), { decision: 'refuse' })).toBeNull();
    const marking = at('carry-out-everywhere#1[rents]/carry-out#1');
    expect(completing(marking, { decision: 'refuse' })).toBe('not-waiting');
    expect(completing(at('await-review#1'), { decision: 'refuse' })).toBe('not-waiting');
    expect(completing(marking, { decision: 'go-on' })).toBeNull();
  });
});

describe('What is declared of a restriction', () => {
  test('its mark stands while it is in force, to the last system on which it is lifted', () => {
    expect(restriction.mark).toEqual({ stage: 'in-force', text: 'Restriction in force' });
    const inForce = restriction.stages.find(({ stage }) => stage === 'in-force');
    expect(inForce?.from).toEqual(expect.arrayContaining(['await-review', 'lift-notice', 'lift-everywhere']));
  });

  test('the notice before it is lifted counts when it is delivered (Art 18(3))', () => {
    expect(restriction.letters['lift-notice']).toMatchObject({
      effectiveOnDelivery: true,
      mandatory: { 'before-lifting': 'UK GDPR Art 18(3)' },
    });
  });

  test('uses while restricted are decided by the DPO or the accountable manager, on the grounds of Art 18(2) alone', () => {
    expect(restriction.tasks['decide-use'].roles).toEqual(['dpo', 'accountable-manager']);
    const ground = restrictionForms['decide-use']?.fields.find(({ name }) => name === 'ground');
    expect(ground).toMatchObject({
      options: ['consent', 'legal-claims', 'rights-of-another', 'public-interest'].map((value) =>
        expect.objectContaining({ value }),
      ),
    });
  });
});
