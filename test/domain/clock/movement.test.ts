import { amended, knownHolidays } from '../../../domain/calendar/holidays';
import { compareDeadlines, deadline, type ClockInput } from '../../../domain/clock';

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
