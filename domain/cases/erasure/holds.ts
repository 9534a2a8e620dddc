/**
 * What seems to stand against erasing. A hold is neither a pause nor an exception by itself: somebody says for each
 * what it is in law (UK GDPR Arts 12(3)–(4), 12A, 17(3)). Workflow-safe.
 */
import type { IsoDate } from '../../clock/types';
import type { CaseKind } from '../kinds';
import { isException, type ExceptionName, type KeptUnder } from './exceptions';

export type Hold =
  'access-request' | 'restriction' | 'complaint' | 'legal-hold' | 'litigation' | 'statutory-duty' | 'other';

/** What follows from a hold. `ends-first`: the other case ends before this one is due, so nothing is in the way. */
export type HoldAnswer = 'exception' | 'refusal' | 'extension' | 'ends-first';

/** Open cases of the same person that need what is to be erased. */
const holding: Readonly<Partial<Record<CaseKind, Hold>>> = {
  'subject-access': 'access-request',
  restriction: 'restriction',
  complaint: 'complaint',
};

/** Another open case of the person. */
export interface OpenCase {
  readonly reference: string;
  readonly kind: CaseKind;
  /** Null while its clock has not started or is paused. */
  readonly dueOn: IsoDate | null;
}

/** A hold that the record shows. */
export interface FoundHold {
  readonly hold: Hold;
  /** The case that it comes from; null for the legal hold on this one. */
  readonly reference: string | null;
}

/** What the record shows by itself; litigation and duties to keep are for people to add. */
export function holdsFound(others: readonly OpenCase[], legalHold: boolean): readonly FoundHold[] {
  const cases = others.flatMap(({ kind, reference }): FoundHold[] => {
    const hold = holding[kind];
    return hold ? [{ hold, reference }] : [];
  });
  return legalHold ? [...cases, { hold: 'legal-hold', reference: null }] : cases;
}

/** A copy that somebody has asked for comes before anything is erased (DPA s.173). */
export const copyFirst = (others: readonly OpenCase[]): readonly OpenCase[] =>
  others.filter(({ kind }) => kind === 'subject-access');

/** One hold as somebody mapped it. */
export interface MappedHold {
  readonly hold: Hold;
  readonly case?: string;
  readonly answer: HoldAnswer;
  readonly exception?: ExceptionName;
}

/** Holds on record that nobody has said anything about. */
export const unmapped = (found: readonly FoundHold[], mapped: readonly MappedHold[]): readonly FoundHold[] =>
  found.filter(
    ({ hold, reference }) =>
      !mapped.some((one) => one.hold === hold && (reference === null || one.case === reference)),
  );

/** Exceptions that such a hold can be at all, where not any. */
const fitting: Readonly<Partial<Record<Hold, readonly ExceptionName[]>>> = {
  litigation: ['legal-claims'],
  'legal-hold': ['legal-claims', 'legal-duty'],
  'statutory-duty': ['legal-duty'],
};

const ofAnotherCase: readonly Hold[] = ['access-request', 'restriction', 'complaint'];

export interface HoldFault {
  readonly field: 'answer' | 'exception';
  readonly message: string;
}

/**
 * Why this cannot follow from the hold, or null.
 *
 * @param kept under what the parts are kept that are not erased
 */
export function holdFault(
  { hold, answer, exception }: MappedHold,
  kept: readonly KeptUnder[],
): HoldFault | null {
  if (answer === 'ends-first' && !ofAnotherCase.includes(hold))
    return { field: 'answer', message: 'Only another case can end first. Say what this is in law.' };
  if (answer === 'refusal' && !kept.some((under) => !isException(under)))
    return {
      field: 'answer',
      message: 'No part above is kept under an exemption or for want of a ground, so nothing is refused.',
    };
  if (answer !== 'exception' || !exception) return null;
  if (fitting[hold]?.includes(exception) === false)
    return { field: 'exception', message: 'This exception is not about such a hold (Art 17(3)).' };
  return kept.includes(exception)
    ? null
    : { field: 'exception', message: 'No part above is kept under this exception.' };
}

/** Whether the other case surely ends before this one is due. A case without a date ends at no known time. */
export const endsFirst = (other: Pick<OpenCase, 'dueOn'>, dueOn: IsoDate | null): boolean =>
  other.dueOn !== null && dueOn !== null && other.dueOn <= dueOn;

/** Holds of which it was said that they pass, by ending first or within the extension, and that stand all the same. */
export const stillStanding = (
  mapped: readonly MappedHold[],
  found: readonly FoundHold[],
): readonly MappedHold[] =>
  mapped.filter(
    ({ hold, case: reference, answer }) =>
      (answer === 'ends-first' || answer === 'extension') &&
      found.some((one) => one.hold === hold && (one.reference === null || one.reference === reference)),
  );
