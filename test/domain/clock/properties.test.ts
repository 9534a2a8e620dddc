import fc from 'fast-check';
import { addDays, dayOfWeek, holidayOn, isWorkingDay, nations } from '../../../domain/calendar';
import {
  catalogue,
  comparePolicy,
  deadline,
  type ClockEvent,
  type ClockInput,
  type Deadline,
  type ExplanationStep,
  type PeriodUnit,
} from '../../../domain/clock';

const day = fc.integer({ min: 0, max: 860 }).map((offset) => addDays('2026-02-05', offset));
const nation = fc.constantFrom(...nations);
const pauseCounting = fc.constantFrom('strict' as const, 'inclusive' as const);
const unit = fc.constantFrom<PeriodUnit>('days', 'weeks', 'months', 'working-days');
const policy = fc.record({ count: fc.integer({ min: 1, max: 60 }), unit });

/** Gaps and lengths of clarification windows, one after the other from the day of receipt. */
const windows = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 12 }), length: fc.integer({ min: 0, max: 20 }) }),
  {
    maxLength: 4,
  },
);

interface Case {
  received: string;
  windows: { gap: number; length: number }[];
  identityAfter: number | null;
  extended: boolean;
}

const accessCase = fc.record<Case>({
  received: day,
  windows,
  identityAfter: fc.option(fc.integer({ min: 1, max: 40 })),
  extended: fc.boolean(),
});

function eventsOf({ received, windows, identityAfter, extended }: Case): ClockEvent[] {
  const events: ClockEvent[] = [{ type: 'received', at: received }];
  if (extended) events.push({ type: 'extended', at: received });
  if (identityAfter !== null) {
    events.push({ type: 'identity-requested', at: received });
    events.push({ type: 'identity-received', at: addDays(received, identityAfter) });
  }
  let at = received;
  for (const { gap, length } of windows) {
    events.push({ type: 'clarification-requested', at: addDays(at, gap) });
    at = addDays(at, gap + length);
    events.push({ type: 'clarification-received', at });
  }
  return events;
}

function access(one: Case, more: Partial<ClockInput> = {}): Deadline {
  return deadline({
    timer: 'rights.response',
    kind: 'subject-access',
    nation: 'england-and-wales',
    events: eventsOf(one),
    ...more,
  });
}

const asksTooLate = ({ warnings }: Deadline): boolean =>
  warnings.some(({ code }) => code === 'pause-too-late');

/** Everything the clock says about dates, without how it came to say it. */
function dates({
  due,
  dueInstant,
  statutoryDue,
  policyDue,
  extensionNoticeDue,
  relevantDate,
  daysExcluded,
}: Deadline) {
  return { due, dueInstant, statutoryDue, policyDue, extensionNoticeDue, relevantDate, daysExcluded };
}

const monthTimers = catalogue.filter(({ law, minimum }) => {
  const [{ length, calendar }] = law;
  return length?.unit === 'months' && calendar === 'own-nation' && !minimum;
});

test('UK GDPR Article 4A: a month timer ends on a working day of its nation, never before 28 days.', () => {
  fc.assert(
    fc.property(fc.constantFrom(...monthTimers), day, nation, (timer, at, nation) => {
      const type = timer.law[0].start.events[0];
      const { due } = deadline({ timer: timer.name, nation, events: [{ type, at }] });

      expect(isWorkingDay(due as string, nation)).toBe(true);
      expect((due as string) >= addDays(at, 28)).toBe(true);
    }),
  );
});

test('UK GDPR Article 12A(5): a longer pause never gives an earlier date.', () => {
  fc.assert(
    fc.property(
      accessCase,
      pauseCounting,
      fc.option(policy, { nil: undefined }),
      fc.nat({ max: 3 }),
      fc.integer({ min: 1, max: 15 }),
      (one, pauseCounting, policy, which, longer) => {
        fc.pre(which < one.windows.length);
        const lengthened = one.windows.map((window, index) =>
          index === which ? { ...window, length: window.length + longer } : window,
        );
        const before = access(one, { pauseCounting, policy });
        const after = access({ ...one, windows: lengthened }, { pauseCounting, policy });
        // It moves the questions that follow as well; one that then comes after the date pauses nothing.
        fc.pre(!asksTooLate(after));

        expect((after.due as string) >= (before.due as string)).toBe(true);
      },
    ),
  );
});

test('UK GDPR Article 12A(5): one more pause never gives an earlier date.', () => {
  fc.assert(
    fc.property(accessCase, pauseCounting, (one, pauseCounting) => {
      fc.pre(one.windows.length > 0);
      const before = access({ ...one, windows: one.windows.slice(0, -1) }, { pauseCounting });

      expect((access(one, { pauseCounting }).due as string) >= (before.due as string)).toBe(true);
    }),
  );
});

test('UK GDPR Article 12A(5): a pause of no days changes nothing.', () => {
  fc.assert(
    fc.property(accessCase, fc.integer({ min: 1, max: 30 }), (one, gap) => {
      const paused = access(
        { ...one, windows: [...one.windows, { gap, length: 0 }] },
        { pauseCounting: 'strict' },
      );

      expect(dates(paused)).toEqual(dates(access(one, { pauseCounting: 'strict' })));
    }),
  );
});

test('UK GDPR Article 12A(5): the strict count is never later than the inclusive one.', () => {
  fc.assert(
    fc.property(accessCase, (one) => {
      const [strict, inclusive] = [access(one), access(one, { pauseCounting: 'inclusive' })];

      expect((strict.due as string) <= (inclusive.due as string)).toBe(true);
    }),
  );
});

test('UK GDPR Article 12A(5): days left out are those of a plain day-by-day count.', () => {
  fc.assert(
    fc.property(accessCase, pauseCounting, (one, pauseCounting) => {
      const found = access(one, { pauseCounting });
      fc.pre(!asksTooLate(found));
      const left = new Set<string>();
      let at = one.received;
      for (const { gap, length } of one.windows) {
        const last = gap + length - (pauseCounting === 'strict' ? 1 : 0);
        for (let offset = gap; offset <= last; offset += 1) left.add(addDays(at, offset));
        at = addDays(at, gap + length);
      }
      const counted = [...left].filter((day) => day > (found.relevantDate as string));

      expect(found.daysExcluded).toBe(counted.length);
    }),
  );
});

test('UK GDPR Article 12A(3): to extend and then to correct it is to do nothing, pauses included.', () => {
  fc.assert(
    fc.property(accessCase, pauseCounting, fc.integer({ min: 0, max: 27 }), (one, pauseCounting, after) => {
      const plain = { ...one, extended: false };
      const at = addDays(one.received, after);
      const events: ClockEvent[] = [
        ...eventsOf(plain),
        { type: 'extended', at },
        { type: 'extension-undone', at: addDays(at, 1) },
      ];

      expect(dates(access(plain, { pauseCounting, events }))).toEqual(
        dates(access(plain, { pauseCounting })),
      );
    }),
  );
});

test('The order of recording does not matter.', () => {
  const shuffled = accessCase.chain((one) =>
    fc.tuple(fc.constant(one), fc.shuffledSubarray(eventsOf(one), { minLength: eventsOf(one).length })),
  );
  fc.assert(
    fc.property(shuffled, ([one, events]) => {
      expect(access(one, { events })).toEqual(access(one));
    }),
  );
});

test('A policy of any length, rolled or not, never gives a date later than the law.', () => {
  fc.assert(
    fc.property(accessCase, policy, fc.boolean(), nation, (one, policy, policyRolls, nation) => {
      const found = access(one, { policy, policyRolls, nation });

      expect((found.due as string) <= (found.statutoryDue as string)).toBe(true);
      if (found.policyDue) expect(found.due).toBe([found.policyDue, found.statutoryDue].sort()[0]);
    }),
  );
});

test('A policy judged stricter is never later than the law, one judged laxer never earlier.', () => {
  fc.assert(
    fc.property(day, policy, nation, (received, policy, nation) => {
      const { verdict } = comparePolicy(policy, 'rights.response');
      const events: ClockEvent[] = [{ type: 'received', at: received }];
      const { policyDue, steps } = deadline({ timer: 'rights.response', nation, events, policy });
      const unrolled = steps.find(({ code }) => code === 'length')?.date as string;

      if (verdict === 'stricter') expect((policyDue as string) <= unrolled).toBe(true);
      if (verdict === 'laxer') expect((policyDue as string) >= unrolled).toBe(true);
    }),
  );
});

test('Another nation moves a date only where a holiday differs.', () => {
  fc.assert(
    fc.property(accessCase, nation, nation, (one, here, there) => {
      const [ours, theirs] = [access(one, { nation: here }), access(one, { nation: there })];
      if (ours.due === theirs.due) return;
      const [earlier, later] = [ours.due as string, theirs.due as string].sort() as [string, string];
      let differs = false;
      for (let at = earlier; at <= later; at = addDays(at, 1)) {
        differs ||= (holidayOn(at, here) === undefined) !== (holidayOn(at, there) === undefined);
      }

      expect(differs).toBe(true);
    }),
  );
});

test('FOIA section 10(6): the nation of the office never moves a request for information.', () => {
  fc.assert(
    fc.property(day, nation, nation, (at, here, there) => {
      const ask = (nation: typeof here) =>
        deadline({ timer: 'foi.response', nation, events: [{ type: 'received', at }] }).due;

      expect(ask(here)).toBe(ask(there));
    }),
  );
});

test('The steps of the explanation add up to the date, for every timer and any policy.', () => {
  const anyTimer = fc.constantFrom(...catalogue);
  fc.assert(
    fc.property(anyTimer, day, nation, fc.option(policy, { nil: undefined }), (timer, at, nation, policy) => {
      const hours = timer.law[0].length?.unit === 'hours';
      const type = timer.law[0].start.events[0];
      const events: ClockEvent[] = [{ type, at: hours ? `${at}T10:15:00Z` : at }];
      const found = deadline({ timer: timer.name, nation, events, policy });

      if (found.due) expect(addedUp(found.steps)).toBe(moment(found.due));
    }),
  );
});

test('The steps of the explanation add up to the date through identity, pauses, extension and policy.', () => {
  fc.assert(
    fc.property(accessCase, pauseCounting, policy, nation, (one, pauseCounting, policy, nation) => {
      const found = access(one, { pauseCounting, policy, nation });

      expect(addedUp(found.steps)).toBe(moment(found.due as string));
    }),
  );
});

test('Regulation 1182/71 Article 3(4): a roll is taken once, from a closed day, to the first open one.', () => {
  fc.assert(
    fc.property(accessCase, nation, (one, nation) => {
      const { steps } = access(one, { nation });
      const roll = steps.findIndex(({ code }) => code === 'roll');
      if (roll < 0) return;

      expect(isWorkingDay(steps[roll - 1]?.date as string, nation)).toBe(false);
      expect(dayOfWeek(steps[roll]?.date as string)).toBeLessThan(6);
      expect(steps.filter(({ code }) => code === 'roll')).toHaveLength(1);
    }),
  );
});

/** The steps re-added by plain arithmetic on milliseconds, sharing nothing with the clock. */
function addedUp(steps: readonly ExplanationStep[]): number {
  const counting = steps.filter(({ days, hours }) => days !== undefined || hours !== undefined);
  return counting
    .slice(1)
    .reduce(
      (at, { days = 0, hours = 0 }) => at + days * 86_400_000 + Math.round(hours * 3_600_000),
      moment(counting[0]?.date as string),
    );
}

function moment(at: string): number {
  return Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at);
}
