import { join } from 'node:path';
import { automatedDecisionForms } from '../../../forms/automated-decision';
import type { Setting, Values } from '../../../forms/form';
import { loadOrganisations } from '../../../register/organisations';

const organisations = loadOrganisations(join(__dirname, '../../../organisations'));

const identified: Values = {
  ...{
    solelyAutomated: 'yes',
    significant: 'yes',
    basis: '6(1)(b)',
    specialCategory: 'no',
    tookPart: ['staff-1'],
  },
};
const setting = (said: Values = identified, change: Partial<Setting> = {}): Setting =>
  ({
    ...{ profile: organisations.get('new-park-village'), staffId: 'staff-2', said: () => said },
    facts: { decision: 'assessments', asks: ['information'] },
    ...change,
  }) as unknown as Setting;

const faults = (form: string, values: Values, where: Setting = setting()) =>
  automatedDecisionForms[form]?.check?.(values, where).map(({ field }) => field);

const derived = (values: Values, where: Setting = setting()) =>
  automatedDecisionForms['identify-decision']?.derive?.(values, where);

test('what the register says of the decision is there to begin with', () => {
  expect(automatedDecisionForms['identify-decision']?.begins?.(setting())).toMatchObject({
    ...{ decision: 'assessments', solelyAutomated: 'yes', significant: 'yes', basis: '6(1)(b)' },
  });
});

test('the process learns whether the safeguards apply, and which rule forbade it (Arts 22A–22C)', () => {
  expect(derived(identified)).toEqual({ applies: 'yes', forbiddenBy: null });
  expect(derived({ ...identified, significant: 'no' })).toEqual({ applies: 'no', forbiddenBy: null });
  expect(derived({ ...identified, basis: '6(1)(ea)' })).toMatchObject({ forbiddenBy: 'recognised-interest' });
  expect(derived({ ...identified, basis: '6(1)(f)' })).toMatchObject({ forbiddenBy: null });
  const stricter = setting(identified, { profile: organisations.get('nottingham-city-homes') });
  expect(derived({ ...identified, basis: '6(1)(f)' }, stricter)).toMatchObject({ forbiddenBy: 'policy' });
});

describe('The review (UK GDPR Art 22C(2)(b)–(d))', () => {
  const review: Values = { outcome: 'stands', considered: ['representations'] };

  test('is not done by anybody who took part in the decision', () => {
    expect(faults('review-decision', review)).toEqual([]);
    expect(faults('review-decision', review, setting(identified, { staffId: 'staff-1' }))).toEqual([
      'tookNoPart',
    ]);
  });

  test('is done by whoever was named, or who stands in for them, and by nobody else', () => {
    const named = (change: Partial<Setting>) =>
      setting(identified, {
        said: (form: string) => (form === 'appoint-reviewer' ? { reviewer: 'staff-3' } : identified),
        ...change,
      } as never);
    expect(faults('review-decision', review, named({ staffId: 'staff-3' }))).toEqual([]);
    expect(faults('review-decision', review, named({}))).toEqual(['reviewed']);
    expect(faults('review-decision', review, named({ standsInFor: ['staff-3'] }))).toEqual([]);
    const another = { reviewed: 'another', whyAnother: 'She is on leave.' };
    expect(faults('review-decision', another, named({}))).toEqual([]);
  });

  test('is given to nobody who took part in the decision', () => {
    expect(faults('appoint-reviewer', { reviewer: 'staff-1' })).toEqual(['reviewer']);
    expect(faults('appoint-reviewer', { reviewer: 'staff-2' })).toEqual([]);
  });

  test('considers what the person said', () => {
    expect(faults('review-decision', { ...review, considered: ['logic'] })).toEqual(['considered']);
  });

  test('does not leave standing what was not permitted (Art 22B)', () => {
    const special = setting({ ...identified, specialCategory: 'yes', condition: 'none' });
    expect(faults('review-decision', review, special)).toEqual(['outcome']);
    expect(faults('review-decision', { ...review, outcome: 'retaken' }, special)).toEqual([]);
  });
});

describe('What the person says (UK GDPR Art 22C(2)(b))', () => {
  test('silence takes back no review that was asked for', () => {
    const asked = setting(identified, { facts: { asks: ['information', 'contest'] } as never });
    expect(faults('take-representations', { outcome: 'no-answer' }, asked)).toEqual(['outcome']);
    expect(faults('take-representations', { outcome: 'satisfied' }, asked)).toEqual([]);
    expect(faults('take-representations', { outcome: 'no-answer' })).toEqual([]);
  });

  test('what was not permitted is looked at in any case (Art 22B)', () => {
    const forbidden = setting({ ...identified, basis: '6(1)(ea)' });
    expect(faults('take-representations', { outcome: 'satisfied' }, forbidden)).toEqual(['outcome']);
    expect(faults('take-representations', { outcome: 'review' }, forbidden)).toEqual([]);
  });
});
