import { restrictedUsesOf } from '../../../api/presentation/restricted-uses';
import type { CasePage, EventRow, StepRow } from '../../../register/cases';

const use = (number: number, state: StepRow['state'], decision?: string): StepRow => ({
  ...{ step: `use-asked#${number}/decide-use#1`, element: 'decide-use', state },
  ...{ result: decision ? { decision } : null, enteredAt: '2026-12-01T10:00:00.000Z', leftAt: null },
});

const asked = (number: number, data: EventRow['data'], actorName: string | null, words?: string) =>
  ({
    ...{ type: 'fired', element: 'use-asked', number, step: null, data, actorName },
    ...{ effectiveAt: `2026-12-0${number}T10:00:00.000Z`, written: words ? { use: words } : null },
  }) as EventRow;

const decided = (number: number, data: EventRow['data'], written: EventRow['written']) =>
  ({
    ...{ type: 'step-left', element: 'decide-use', number: null, data, actorName: 'Ash Birch', written },
    ...{ step: `use-asked#${number}/decide-use#1`, effectiveAt: '2026-12-08T10:00:00.000Z' },
  }) as EventRow;

const page = {
  steps: [use(1, 'left', 'permit'), use(2, 'left', 'not-permitted'), use(3, 'entered'), use(4, 'cancelled')],
  tasks: [1, 2].map((number) => ({
    ...{ step: `use-asked#${number}/decide-use#1`, completedByName: 'Ash Birch' },
  })),
} as unknown as CasePage;

const events = [
  asked(1, { ground: 'consent' }, 'Elm Rowan', 'Show it to the tribunal.'),
  asked(2, { ground: 'consent' }, 'Elm Rowan', 'Show it to a neighbour.'),
  asked(3, { use: 'public-interest' }, null),
  asked(4, { ground: 'legal-claims' }, 'Elm Rowan'),
  decided(1, { decision: 'permit', ground: 'legal-claims' }, { limits: 'This once.' }),
  decided(2, { decision: 'not-permitted' }, null),
];

describe('Uses of restricted data (UK GDPR Art 18(2))', () => {
  const uses = restrictedUsesOf(page, events);

  test('each says what came of it; one that nobody decided on permits nothing', () => {
    expect(uses.map(({ state }) => state)).toEqual([
      ...['permitted', 'not-permitted', 'waiting', 'not-needed'],
    ]);
  });

  test('what was permitted shows the ground on which it was decided, and within which limits', () => {
    expect(uses[0]).toMatchObject({
      ...{ ground: 'legal-claims', askedOn: '2026-12-01', askedBy: 'Elm Rowan' },
      ...{ decidedOn: '2026-12-08', decidedBy: 'Ash Birch' },
      ...{ use: 'Show it to the tribunal.', limits: 'This once.' },
    });
  });

  test('until it is decided, or where it was not permitted, the ground on which it was asked for', () => {
    expect(uses.slice(1).map(({ ground }) => ground)).toEqual([
      ...['consent', 'public-interest', 'legal-claims'],
    ]);
    expect(uses[2]).toMatchObject({ askedBy: null, decidedOn: null, decidedBy: null });
  });
});
