import type { BackDated } from '../../../domain/cases/back-dating';
import { backDatingRefusal } from '../../../domain/cases/back-dating';

/** Monday 23 November 2026; five working days before it is Monday the 16th. */
const said = (change: Partial<BackDated> = {}): BackDated => ({
  ...{ on: '2026-11-23', earliest: '2026-11-02', today: '2026-11-23', nation: 'england-and-wales' },
  ...{ roles: ['handler'], proved: false, isLetter: false },
  ...change,
});

describe('A date of effect', () => {
  it.each<[string, Partial<BackDated>, string | null]>([
    ['of today is taken', {}, null],
    ['five working days back is taken', { on: '2026-11-16' }, null],
    ['further back is not for a handler to record', { on: '2026-11-13' }, 'date'],
    ['further back is not for a handler, whatever shows it', { on: '2026-11-13', proved: true }, 'date'],
    ['further back needs what shows it', { on: '2026-11-13', roles: ['dpo'] }, 'evidence'],
    ['further back is taken with what shows it', { on: '2026-11-13', roles: ['dpo'], proved: true }, null],
    ['before it was asked is never taken', { on: '2026-10-30', roles: ['dpo'], proved: true }, 'date'],
    ['of a letter before it was prepared is never taken', { on: '2026-11-01', isLetter: true }, 'date'],
  ])('%s', (_what, change, at) => {
    expect(backDatingRefusal(said(change))?.at ?? null).toBe(at);
  });
});
