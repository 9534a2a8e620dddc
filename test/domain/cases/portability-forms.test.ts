import { join } from 'node:path';
import { portability } from '../../../domain/cases/portability';
import { portabilityForms } from '../../../forms/portability';
import type { Setting, Values } from '../../../forms/form';
import { loadOrganisations } from '../../../register/organisations';

const profile = loadOrganisations(join(__dirname, '../../../organisations')).get('new-park-village');

const activity = {
  ...{ record: 'tenancy-management', basis: 'contract', automated: 'yes', provided: 'yes', publicTask: 'no' },
};
const assessment = (...activities: readonly object[]) =>
  ({ activities, portable: 'yes' }) as unknown as Values;

const setting = (change: Partial<Setting> = {}): Setting =>
  ({ profile, facts: { forWhom: 'person' }, said: () => ({}), ...change }) as Setting;

const faults = (form: string, values: Values, change: Partial<Setting> = {}) =>
  portabilityForms[form]?.check?.(values, setting(change)).map(({ field }) => field);

test('No step of portability asks for a fee: it is free, whatever a policy says (UK GDPR Art 12(5))', () => {
  const asked = Object.values(portabilityForms).flatMap((form) => form?.fields.map(({ name }) => name) ?? []);
  expect(asked.filter((name) => /fee|charge|price|amount/i.test(name))).toEqual([]);
  const { actions, letters, tasks } = portability;
  const steps = [actions, letters, tasks].flatMap((one) => Object.keys(one));
  expect(steps.filter((name) => /fee/.test(name))).toEqual([]);
});

describe('The assessment of what is portable (UK GDPR Art 20(1), (3))', () => {
  test('does not take a basis that our record of processing does not name', () => {
    expect(faults('assess-scope', assessment({ ...activity, record: 'cctv' }))).toEqual([
      'activities.0.basis',
    ]);
  });

  test('assesses each processing once', () => {
    expect(faults('assess-scope', assessment(activity, activity))).toEqual(['activities.1.record']);
  });

  test('says that something is portable exactly where something meets all four tests', () => {
    expect(faults('assess-scope', assessment(activity))).toEqual([]);
    expect(faults('assess-scope', { ...assessment(activity), portable: 'no' })).toEqual(['portable']);
    expect(faults('assess-scope', assessment({ ...activity, provided: 'no' }))).toEqual(['portable']);
  });

  test('tells the process what is in scope and how much is refused, and nothing of the reasons', () => {
    const values = assessment(activity, { ...activity, record: 'cctv', basis: 'none' });
    expect(portabilityForms['assess-scope']?.derive?.(values, setting())).toEqual({
      ...{ refused: 'part', inScope: ['tenancy-management'] },
    });
  });
});

test('an owner extracts nothing that was not found portable (Art 20(1))', () => {
  const values = { entries: [{ record: 'tenancy-management' }, { record: 'cctv' }] } as unknown as Values;
  expect(faults('extract', values, { said: () => assessment(activity) })).toEqual(['entries.1.record']);
});

describe('Direct transmission (Art 20(2))', () => {
  test('is answered where it was asked for, and nothing goes elsewhere that nobody asked for', () => {
    const other = { facts: { forWhom: 'other-controller' } as never };
    expect(faults('review', { transmission: 'not-asked' }, other)).toEqual(['transmission']);
    expect(faults('review', { transmission: 'feasible' }, other)).toEqual([]);
    expect(faults('review', { transmission: 'not-feasible' }, other)).toEqual([]);
    expect(faults('review', { transmission: 'feasible' })).toEqual(['transmission']);
    expect(faults('review', { transmission: 'not-asked' })).toEqual([]);
  });
});
