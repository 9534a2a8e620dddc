import { deadline, explain, type ClockInput } from '../../../domain/clock';
import { eventsOf } from '../../../domain/clock/examples';

function why(events: string, more: Partial<ClockInput> = {}): string[] {
  const input: ClockInput = {
    timer: 'rights.response',
    kind: 'subject-access',
    nation: 'england-and-wales',
    events: eventsOf(events),
    ...more,
  };
  return explain(deadline(input)).split('\n');
}

test('The explanation tells start, length, extension, pause and roll, each with its article and its days.', () => {
  const events =
    'received=2026-11-21 clarification-requested=2026-11-25 clarification-received=2026-12-01 extended=2026-12-21';

  expect(why(events)).toEqual([
    '1. The request was received on Saturday 21 November 2026. [UK GDPR Article 12A(2)(a)]',
    '2. One month from that day ends on Monday 21 December 2026. (+30 days) [UK GDPR Article 12A(1)]',
    '3. Extended by notice of 21 December 2026 to three months from the same day: to Sunday 21 February 2027. (+62 days) [UK GDPR Article 12A(3)]',
    '4. The request for clarification of 25 November 2026 was answered on 1 December 2026: 6 days do not count. (+6 days) [UK GDPR Article 12A(5)]',
    '5. Saturday 27 February 2027 and Sunday 28 February 2027 are not working days: the period ends on the next working day, Monday 1 March 2027. (+2 days) [UK GDPR Article 4A; Regulation 1182/71 Article 3]',
    'Due by the end of Monday 1 March 2027.',
  ]);
});

test('Skipped holidays are named.', () => {
  const lines = why('received=2027-02-26');

  expect(lines[2]).toContain(
    'Friday 26 March 2027 (Good Friday), Saturday 27 March 2027, Sunday 28 March 2027 and Monday 29 March 2027 (Easter Monday) are not working days',
  );
});

test('FOIA section 10(6): holidays of one nation are named with the nation.', () => {
  const lines = why('received=2026-11-20', { timer: 'foi.response', kind: 'information-request' });

  expect(lines[1]).toContain('Not counted: weekends, St Andrew’s Day (Scotland) on 30 November 2026.');
});

test('A stricter policy is a step that takes days away; a laxer one is said not to apply.', () => {
  expect(why('received=2026-11-02', { policy: { count: 28, unit: 'days' } })[2]).toBe(
    '3. The organisation’s own period (28 days) ends on Monday 30 November 2026: it is earlier than the law’s date, so it applies. (−2 days)',
  );
  expect(why('received=2026-02-10', { policy: { count: 30, unit: 'days' } })[2]).toBe(
    '3. The organisation’s own period (30 days) ends on Thursday 12 March 2026: the law does not allow that, so the law’s date, Tuesday 10 March 2026, applies. [UK GDPR Article 12A(1)]',
  );
});

test('UK GDPR Article 33(1): hours are told in UK time, with the clock change.', () => {
  const lines = why('aware=2027-03-26T10:15:00+00:00', { timer: 'breach.regulator', kind: 'breach' });

  expect(lines).toEqual([
    '1. The controller became aware of the breach at 10:15 on Friday 26 March 2027 (GMT). [UK GDPR Article 33(1)]',
    '2. 72 hours from that moment, weekends and holidays included, end at 11:15 on Monday 29 March 2027 (BST). (+72 hours) [UK GDPR Article 33(1)]',
    'Due by 11:15 on Monday 29 March 2027 (BST).',
  ]);
});

test('Where there is no date, the explanation says why.', () => {
  expect(why('received=2026-11-02 identity-requested=2026-11-03').slice(1)).toEqual([
    '2. Our request for information about identity of 3 November 2026 is not answered: the period has not begun. [UK GDPR Article 12A(2)(b)]',
    'No date yet: the period has not begun.',
  ]);
  expect(why('received=2026-11-02 clarification-requested=2026-11-05').slice(2)).toEqual([
    '3. The clock has stood still since the request for clarification of 5 November 2026, which is not answered; 2 days of the period are used. [UK GDPR Article 12A(5)]',
    'No date while the clock stands still.',
  ]);
  expect(why('received=2026-06-18', { timer: 'complaint.ack', kind: 'complaint' })[1]).toContain(
    'apply only to complaints received on or after 19 June 2026',
  );
});

test('A withdrawn question is told, and has no effect.', () => {
  expect(why('received=2026-11-02 identity-requested=2026-11-03 identity-withdrawn=2026-11-12')[1]).toBe(
    '2. Our request for information about identity of 3 November 2026 was withdrawn on 12 November 2026: it has no effect on the date.',
  );
});
