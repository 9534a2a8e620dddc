import { join } from 'node:path';
import { decisionCheck, meanwhile } from '../../../domain/cases/decision-check';
import { decisionCheckForms } from '../../../forms/decision-check';
import type { Setting, Values } from '../../../forms/form';
import { loadOrganisations } from '../../../register/organisations';

const organisations = loadOrganisations(join(__dirname, '../../../organisations'));

const setting = (decision: string, said: Values = {}): Setting =>
  ({
    ...{ profile: organisations.get('new-park-village'), staffId: 'staff-1', said: () => said },
    ...{ now: '2026-11-02T10:00:00Z', facts: { decision } },
  }) as unknown as Setting;

const check = decisionCheckForms['check-decision'];
const faults = (values: Values, decision = 'assessments') =>
  check?.check?.(values, setting(decision)).map(({ field }) => field);

describe('The checks of an automated decision (UK GDPR Arts 5(2), 24(1))', () => {
  test.each([
    ['assessments', 'six months', '2027-05-02'],
    ['data-matching', 'one year', '2027-11-02'],
    ['taken-out', 'a year where the register names it no more', '2027-11-02'],
  ])('%s is checked again after %s', (decision, _interval, nextOn) => {
    expect(check?.derive?.({ outcome: 'concern', on: '2026-11-02' }, setting(decision))).toEqual({ nextOn });
  });

  test('there is no next check of what no machine decides any more', () => {
    expect(check?.derive?.({ outcome: 'retired', on: '2026-11-02' }, setting('assessments'))).toEqual({});
  });

  test('what is to be put right has a day that is still to come', () => {
    expect(faults({ outcome: 'concern', dueOn: '2026-11-02' })).toEqual(['dueOn']);
    expect(faults({ outcome: 'concern', dueOn: '2026-11-03' })).toEqual([]);
  });

  test('what the register names no more does not pass as working', () => {
    expect(faults({ outcome: 'as-intended' }, 'taken-out')).toEqual(['outcome']);
    expect(faults({ outcome: 'retired' }, 'taken-out')).toEqual([]);
  });

  test('the next check is proposed to whoever was named last, else to whoever checks now', () => {
    expect(check?.begins?.(setting('assessments'))).toEqual({ nextBy: 'staff-1' });
    expect(check?.begins?.(setting('assessments', { nextBy: 'staff-2' }))).toEqual({ nextBy: 'staff-2' });
  });

  test('until a concern is put right the case says how the decision is taken, and not after', () => {
    const said = () => ({ meanwhile: 'stopped' });
    expect(decisionCheck.notice('carrying-out', said)).toBe(meanwhile.stopped.notice);
    expect(decisionCheck.notice('in-force', said)).toBeNull();
  });
});
