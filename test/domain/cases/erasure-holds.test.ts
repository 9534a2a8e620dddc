import type { Hold, HoldAnswer, MappedHold, OpenCase } from '../../../domain/cases/erasure/holds';
import {
  copyFirst,
  endsFirst,
  holdFault,
  holdsFound,
  stillStanding,
  unmapped,
} from '../../../domain/cases/erasure/holds';

const access: OpenCase = { reference: 'SAR-2026-00001', kind: 'subject-access', dueOn: '2026-12-21' };
const correction: OpenCase = { reference: 'REC-2026-00001', kind: 'rectification', dueOn: '2026-12-21' };
const complaint: OpenCase = { reference: 'CMP-2026-00001', kind: 'complaint', dueOn: null };

describe('Holds that the record shows', () => {
  test('are open access requests, restrictions and complaints of the person, and the legal hold on the case', () => {
    const restriction: OpenCase = { reference: 'RES-2026-00001', kind: 'restriction', dueOn: null };
    expect(holdsFound([access, correction, complaint, restriction], true)).toEqual([
      { hold: 'access-request', reference: access.reference },
      { hold: 'complaint', reference: complaint.reference },
      { hold: 'restriction', reference: restriction.reference },
      { hold: 'legal-hold', reference: null },
    ]);
    expect(holdsFound([correction], false)).toEqual([]);
  });

  test('stand in the way at the last look where they were to end first, or within the extension', () => {
    const mapped = (hold: Hold, answer: HoldAnswer, of?: string): MappedHold => ({
      hold,
      answer,
      ...(of && { case: of }),
    });
    const said = [
      mapped('access-request', 'ends-first', access.reference),
      mapped('complaint', 'ends-first', complaint.reference),
      mapped('legal-hold', 'extension'),
      mapped('litigation', 'extension'),
    ];
    expect(stillStanding(said, holdsFound([complaint], true))).toEqual([said[1], said[2]]);
    expect(stillStanding([mapped('legal-hold', 'exception')], holdsFound([], true))).toEqual([]);
    expect(stillStanding(said, holdsFound([], false))).toEqual([]);
  });

  test('each must be answered: another case of the same kind does not answer for it', () => {
    const found = holdsFound([access, { ...access, reference: 'SAR-2026-00002' }], true);
    const mapped = (hold: Hold, of?: string): MappedHold => ({
      ...{ hold, answer: 'ends-first' },
      ...(of && { case: of }),
    });
    expect(unmapped(found, [mapped('access-request', access.reference)])).toEqual([
      { hold: 'access-request', reference: 'SAR-2026-00002' },
      { hold: 'legal-hold', reference: null },
    ]);
    const all = [
      mapped('access-request', 'SAR-2026-00002'),
      mapped('access-request', access.reference),
      mapped('legal-hold'),
    ];
    expect(unmapped(found, all)).toEqual([]);
  });

  test('only an access request makes a copy that goes first (DPA s.173)', () => {
    expect(copyFirst([correction, access, complaint])).toEqual([access]);
  });
});

describe('What may follow from a hold (Arts 12(4), 12A, 17(3))', () => {
  const fault = (
    hold: Hold,
    answer: HoldAnswer,
    more: Partial<MappedHold> = {},
    kept: never[] | string[] = [],
  ) => holdFault({ hold, answer, ...more }, kept as never)?.field ?? null;

  test.each(['access-request', 'restriction', 'complaint'] as const)('%s may end first', (hold) => {
    expect(fault(hold, 'ends-first')).toBeNull();
  });

  test.each(['legal-hold', 'litigation', 'statutory-duty', 'other'] as const)(
    '%s is no case, so it cannot end first: none pauses the clock',
    (hold) => {
      expect(fault(hold, 'ends-first')).toBe('answer');
    },
  );

  test.each([
    ['litigation', 'legal-claims', null],
    ['litigation', 'archiving', 'exception'],
    ['legal-hold', 'legal-claims', null],
    ['legal-hold', 'legal-duty', null],
    ['legal-hold', 'expression', 'exception'],
    ['statutory-duty', 'legal-duty', null],
    ['statutory-duty', 'legal-claims', 'exception'],
    ['other', 'public-health', null],
  ] as const)('%s as the exception %s: %s', (hold, exception, field) => {
    expect(fault(hold, 'exception', { exception }, [exception])).toBe(field);
  });

  test('an exception needs a part that is kept under it, a refusal one that is refused', () => {
    expect(fault('litigation', 'exception', { exception: 'legal-claims' }, ['sch2-5'])).toBe('exception');
    expect(fault('other', 'refusal', {}, ['legal-claims'])).toBe('answer');
    expect(fault('other', 'refusal', {}, ['sch2-2'])).toBeNull();
    expect(fault('other', 'refusal', {}, ['no-ground'])).toBeNull();
  });

  test.each([
    ['2026-12-21', '2026-12-21', true],
    ['2026-12-20', '2026-12-21', true],
    ['2026-12-22', '2026-12-21', false],
    [null, '2026-12-21', false],
    ['2026-12-20', null, false],
  ])('a case due on %s ends before one due on %s: %s', (other, own, ends) => {
    expect(endsFirst({ dueOn: other }, own)).toBe(ends);
  });
});
