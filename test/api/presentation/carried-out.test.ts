import type { Codes } from '../../../domain/cases/process';
import { carriedOutOf } from '../../../api/presentation/carried-out';
import { progressOf } from '../../../api/presentation/progress';
import type { CasePage, StepRow } from '../../../register/cases';

const step = (key: string, state: StepRow['state'], result: Codes | null = null): StepRow => ({
  ...{ step: key, element: key.slice(key.lastIndexOf('/') + 1).replace(/#\d+$/, ''), state, result },
  ...{ enteredAt: '2026-12-01T10:00:00.000Z', leftAt: null },
});
const on = (system: string, visit: number, state: StepRow['state'], result: Codes | null = null): StepRow =>
  step(`carry-out-everywhere#1[${system}]/carry-out#${visit}`, state, result);
const to = (recipient: string, element: string, state: StepRow['state'], result: Codes | null = null) =>
  step(`tell-recipients#1[${recipient}]/${element}#1`, state, result);

const steps = [
  on('rents', 1, 'left', { outcome: 'done', on: '2026-12-01', records: 3 }),
  on('cctv', 1, 'left', { outcome: 'failed', on: '2026-12-01' }),
  on('cctv', 2, 'entered'),
  on('archive', 1, 'left', { outcome: 'impossible', on: '2026-12-02' }),
  on('backups', 1, 'left', { outcome: 'expires', on: '2026-12-01', expiresOn: '2027-01-05', records: 1 }),
  on('surveys', 1, 'entered'),
  to('contractors', 'choose-notice', 'left', { way: 'tell' }),
  to('contractors', 'notify-recipient', 'left', { way: 'post' }),
  to('contractors', 'confirm-recipient', 'left', { outcome: 'will-act' }),
  to('council', 'choose-notice', 'left', { way: 'not-told' }),
  to('council', 'decide-not-told', 'left', { decision: 'not-told' }),
  to('other-1', 'choose-notice', 'entered'),
];
const tasks = [
  { step: 'carry-out-everywhere#1[rents]/carry-out#1', state: 'done', completedByName: 'Ash Birch' },
];
const page = { kind: 'rectification', steps, tasks } as unknown as CasePage;
const name = (_element: string, item: string): string => item.toUpperCase();

describe('What was carried out', () => {
  test('says of each system what came of it, when, of how many records, and who said so', () => {
    const { systems } = carriedOutOf(page, name, (element) => element);
    expect(systems.map(({ name: who, state, until }) => [who, state, until])).toEqual([
      ['RENTS', 'done', null],
      ['CCTV', 'failed', null],
      ['ARCHIVE', 'impossible', null],
      ['BACKUPS', 'expires', '2027-01-05'],
      ['SURVEYS', 'pending', null],
    ]);
    expect(systems[0]).toMatchObject({ on: '2026-12-01', records: 3, by: 'Ash Birch' });
  });

  test('says of each recipient whether they were told and what they did', () => {
    const { recipients } = carriedOutOf(page, name, (element) => element);
    expect(recipients.map(({ name: who, state }) => [who, state])).toEqual([
      ['CONTRACTORS', 'waiting'],
      ['COUNCIL', 'not-told'],
      ['OTHER-1', 'to-be-told'],
    ]);
  });

  test('a copy that is confirmed to be gone is done', () => {
    const gone = step('after-expiry#1[backups]/confirm-expiry#1', 'left', { outcome: 'gone' });
    const { systems } = carriedOutOf({ ...page, steps: [...steps, gone] }, name, (element) => element);
    expect(systems.find(({ name: who }) => who === 'BACKUPS')).toMatchObject({ state: 'done', until: null });
  });

  test('the diagram’s list does not call done what failed or was impossible', () => {
    const states = progressOf(page, name).steps.map(({ about, state }) => [about, state]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['CCTV', 'It failed'],
        ['ARCHIVE', 'It was impossible'],
      ]),
    );
  });
});
