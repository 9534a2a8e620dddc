import { eventView, recordedTitles } from '../../../api/presentation/events';
import type { EventRow } from '../../../register/cases';
import { contentEventTypes } from '../../../register/recorder/content-events';

const row = (change: Partial<EventRow>): EventRow => ({
  ...{ id: 'an-event', sequence: 1, type: 'acted', element: null, number: null, step: null, action: null },
  ...{ data: {}, clock: [], actorId: null, actorName: null, submissionId: null, written: null },
  ...{ effectiveAt: '2026-11-23T12:00:00.000Z', recordedAt: '2026-11-23T12:00:00.000Z', backdated: false },
  ...change,
});
const seen = (change: Partial<EventRow>) =>
  eventView('subject-access', row(change), { itemName: (_, item) => item, choices: new Map() });

test.each([...contentEventTypes, 'deadline-moved', 'moved', 'escalated', 'closed', 'reopened'])(
  'the history has words for %s',
  (type) => expect(recordedTitles).toHaveProperty(type, expect.stringMatching(/^[A-Z].+ .+/)),
);

test('a planned start without an approval is told in its own words', () => {
  const title = (point: string) => seen({ type: 'escalated', data: { point } }).title;
  expect(title('start-unapproved@2027-02-01')).toContain('has come without an approval');
  expect(title('five-days@2027-02-01')).toContain('The due date nears');
});

test('what a requester downloads reads as opened through a link, and not as the process’s work', () => {
  expect(seen({ type: 'document-viewed', data: { link: 'a-link' } })).toMatchObject({
    ...{ title: 'Document opened through a link', actor: 'Whoever has the link' },
  });
  expect(seen({ type: 'link-opened', data: { purpose: 'download' } }).actor).toBe('Whoever has the link');
  expect(seen({ type: 'document-viewed', actorName: 'Ada Handler' })).toMatchObject({
    ...{ title: 'Document opened', actor: 'Ada Handler' },
  });
});

test('an action that ends a wait is told by its name, and what was written with it is shown', () => {
  const event = row({
    type: 'step-left',
    element: 'found-higher',
    data: { early: true },
    submissionId: 'one',
  });
  const written = { ...event, written: { news: 'It was published.' } };
  const view = eventView('breach', written, { itemName: (_, item) => item, choices: new Map() });
  expect(view.title).toBe('The risk is higher than was decided');
  expect(view.answers).toMatchObject([{ text: 'It was published.' }]);
  const over = { ...event, data: { early: false }, submissionId: null };
  const ended = eventView('breach', over, { itemName: (_, item) => item, choices: new Map() });
  expect(ended.title).toBe('Finished: Watch for a higher risk');
});

test('hidden content that was dealt with, and a link that locked itself, say so', () => {
  expect(seen({ type: 'hidden-dealt-with' }).title).toBe('Hidden content dealt with');
  expect(seen({ type: 'link-locked', data: { purpose: 'download' } }).title).toBe(
    'Link ended after five wrong codes',
  );
});
