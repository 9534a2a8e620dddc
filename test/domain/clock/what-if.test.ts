import { suppositions, whatIf, type ClockInput } from '../../../domain/clock';
import { eventsOf } from '../../../domain/clock/examples';

const input = (events: string): ClockInput => ({
  timer: 'rights.response',
  kind: 'subject-access',
  nation: 'england-and-wales',
  events: eventsOf(events),
});

test('UK GDPR Article 12A(3): an extension taken now.', () => {
  const answer = whatIf(input('received=2026-11-02'), { suppose: 'extended', on: '2026-11-20' });

  expect(answer).toMatchObject({ days: 62, refused: null });
  expect(answer.text).toBe('It would be due on Tuesday 2 February 2027, 62 days later than now.');
});

test('UK GDPR Article 12A(4): an extension after the first month is answered with the refusal.', () => {
  const answer = whatIf(input('received=2026-11-02'), { suppose: 'extended', on: '2026-12-03' });

  expect(answer).toMatchObject({ deadline: null, days: null, refused: { code: 'late-extension-notice' } });
});

test('UK GDPR Article 12A(5): a clarification asked today leaves no date until it is answered.', () => {
  const answer = whatIf(input('received=2026-11-02'), {
    suppose: 'clarification-requested',
    on: '2026-11-20',
  });

  expect(answer.text).toBe(
    'There would be no date until the answer comes. Answered the same day, it would be due on Wednesday 2 December 2026.',
  );
});

test('UK GDPR Article 12A(2): identity received on Friday.', () => {
  const waiting = input('received=2026-11-02 identity-requested=2026-11-03');

  expect(whatIf(waiting, { suppose: 'identity-received', on: '2026-11-27' }).deadline?.due).toBe(
    '2026-12-29',
  );
});

test('UK GDPR Article 12(6): our identity request not upheld.', () => {
  const answered = input('received=2026-11-02 identity-requested=2026-11-03 identity-received=2026-11-16');
  const answer = whatIf(answered, { suppose: 'identity-not-upheld' });

  expect(answer.text).toBe('It would be due on Wednesday 2 December 2026, 14 days earlier than now.');
});

test('Only what can be asked of the case as it stands is offered.', () => {
  const asked = (events: string, more: Partial<ClockInput> = {}) =>
    suppositions({ ...input(events), ...more }, '2026-11-20', '2026-11-27').map(({ suppose }) => suppose);

  expect(asked('received=2026-11-02')).toEqual(['clarification-requested', 'extended']);
  expect(asked('received=2026-11-02', { kind: 'erasure' })).toEqual(['extended']);
  expect(asked('received=2026-11-02 identity-requested=2026-11-03 extended=2026-11-09')).toEqual([
    'clarification-requested',
    'identity-received',
    'identity-not-upheld',
  ]);
  expect(asked('received=2026-11-02 clarification-requested=2026-11-03 fee-requested=2026-11-03')).toEqual([
    'clarification-received',
    'fee-paid',
    'extended',
    'clarification-not-upheld',
  ]);
});
