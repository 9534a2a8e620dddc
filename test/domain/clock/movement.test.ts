import { amended, knownHolidays } from '../../../domain/calendar/holidays';
import {
  compareDeadlines,
  deadline,
  settleMovement,
  type ClockInput,
  type Deadline,
  type Settling,
} from '../../../domain/clock';

const input: ClockInput = {
  timer: 'rights.response',
  nation: 'scotland',
  events: [{ type: 'received', at: '2026-11-02' }],
};
const proclaimed = amended(knownHolidays, [
  { nation: 'scotland', date: '2026-12-02', title: 'A proclaimed day', source: 'test', reason: 'test' },
]);

test('A new holiday moves a deadline later, which a person must accept, and says why.', () => {
  const movement = compareDeadlines(deadline(input), deadline({ ...input, calendar: proclaimed }));

  expect(movement).toMatchObject({ from: '2026-12-02', to: '2026-12-03', days: 1, later: true });
  expect(movement?.because.join(' ')).toContain(
    'Wednesday 2 December 2026 (A proclaimed day) is not a working day',
  );
  expect(movement?.because.join(' ')).toContain('Bank holidays:');
});

test('The way back is earlier and needs nobody.', () => {
  const movement = compareDeadlines(deadline({ ...input, calendar: proclaimed }), deadline(input));

  expect(movement).toMatchObject({ days: -1, later: false });
});

test('Another calendar that moves no date is no movement.', () => {
  const elsewhere = { ...input, nation: 'northern-ireland' as const };

  expect(compareDeadlines(deadline(elsewhere), deadline({ ...elsewhere, calendar: proclaimed }))).toBeNull();
});

test('A date that goes away counts as later.', () => {
  const paused: ClockInput = {
    ...input,
    kind: 'subject-access',
    events: [...input.events, { type: 'clarification-requested', at: '2026-11-05' }],
  };

  expect(compareDeadlines(deadline(input), deadline(paused))).toMatchObject({
    to: null,
    days: null,
    later: true,
  });
});

describe('A stored deadline that meets a newer computation', () => {
  const before = deadline(input);
  const after = deadline({ ...input, calendar: proclaimed });
  const settle = (stored: Deadline | null, computed: Deadline, change: Partial<Settling> = {}): Deadline =>
    settleMovement(stored, computed, { mayMoveLater: false, asOf: '2026-11-10T12:00:00Z', ...change });

  test('stands where the new date would be later, with the date that waits for a person and why.', () => {
    const settled = settle(before, after);

    expect(settled).toMatchObject({ ...before, awaiting: { from: '2026-12-02', to: '2026-12-03', days: 1 } });
    expect(settled.awaiting?.because.join(' ')).toContain('A proclaimed day');
  });

  test('gives way at once to an earlier date.', () => {
    expect(settle(after, before)).toEqual(before);
  });

  test('gives way to a later date that the case’s own events, or a person, brought about.', () => {
    expect(settle(before, after, { mayMoveLater: true })).toEqual(after);
    expect(settle(settle(before, after), after, { mayMoveLater: true })).toEqual(after);
  });

  test('waits no more once the holiday is taken back.', () => {
    expect(settle(settle(before, after), before)).toEqual(before);
  });

  test('goes on waiting, batch after batch, and from the date that stands.', () => {
    expect(settle(settle(before, after), after)).toEqual(settle(before, after));
  });

  test('is overdue when it goes by, although a later date waits.', () => {
    expect(settle(before, after, { asOf: '2026-12-03T09:00:00Z' })).toMatchObject({
      state: 'overdue',
      due: '2026-12-02',
    });
  });

  test('is the computation itself where nothing was stored yet.', () => {
    expect(settle(null, after)).toEqual(after);
  });
});
