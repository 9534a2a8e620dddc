import type { StepKey } from '../../domain/cases/process';
import type { IsoDate } from '../../domain/clock/types';
import { londonDate } from '../../domain/calendar';
import type { OpenSubmission } from '../../register/submissions';
import { later } from '../failures';
import type { EffectRegister } from '../ports';

/** What people have said about one letter so far. */
export interface Answers {
  /** Free parts as last edited; null while nobody has let it go. */
  readonly parts: Readonly<Record<string, string>> | null;
  /** Whoever checked it wants it posted. */
  readonly byPost: boolean;
  /** The contact that a person confirmed or chose, last. */
  readonly contact: string | null;
  readonly postedOn: IsoDate | null;
  /** The case whose answer shall carry this letter. */
  readonly together: string | null;
  /** Somebody said that the other answer went, with this one in it. */
  readonly wentTogether: boolean;
}

const nothing: Answers = {
  ...{ parts: null, byPost: false, contact: null, postedOn: null },
  ...{ together: null, wentTogether: false },
};

/** The answers the record holds for the letter's step, in order; the last word on each counts. */
export function answersFrom(submissions: readonly OpenSubmission[]): Answers {
  return submissions.reduce((known, one) => ({ ...known, ...said(one) }), nothing);
}

function said({ form, codes, personal, effectiveAt, storedAt }: OpenSubmission): Partial<Answers> {
  switch (form) {
    case 'letter-check':
      return {
        ...{ parts: partsOf(personal), byPost: codes.way === 'post', wentTogether: false },
        together: codes.way === 'together' && typeof codes.with === 'string' ? codes.with : null,
      };
    case 'letter-together':
      return codes.outcome === 'went' ? { wentTogether: true } : { together: null };
    case 'letter-contact-check':
    case 'letter-undeliverable':
      return typeof codes.contact === 'string' ? { contact: codes.contact } : {};
    case 'letter-posting':
      return { postedOn: londonDate(String(codes.postedOn ?? effectiveAt ?? storedAt)) };
    default:
      return {};
  }
}

function partsOf(personal: OpenSubmission['personal']): Record<string, string> {
  const parts = Object.entries(personal).filter(([name]) => name.startsWith('part-'));
  return Object.fromEntries(parts.map(([name, text]) => [name.slice('part-'.length), String(text ?? '')]));
}

/**
 * Stops before a person is asked again for what they have just answered: while the record is slow, their
 * submission may be stored and not yet handled.
 */
export async function refuseIfAnswerIsOnItsWay(
  { submissions }: EffectRegister,
  reference: string,
  step: StepKey,
  now: Date,
): Promise<void> {
  const waiting = await submissions.pending(now.toISOString());
  if (waiting.some((one) => one.reference === reference && one.request.step === step))
    throw later('answer-not-recorded', 'The answer is stored and not yet recorded.');
}
