import { addDays, addHours, endOfDay, londonDate } from '../../domain/calendar';
import type { Instant } from '../../domain/clock/types';
import { when } from '../../domain/clock';
import type { OpenLetter } from '../../register/letters';
import type { LetterResult, StepRef } from '../contract';
import type { EffectRegister } from '../ports';
import { momentOf } from './dispatch';
import type { KeptContents } from './kept';

/** A mailbox is read at once, or the person is on the phone; the post takes its time. */
const HOURS_BY_EMAIL = 0.5;
const DAYS_BY_POST = 10;

export interface CodeDeps {
  readonly register: EffectRegister;
  readonly now: () => Date;
}

/**
 * A new code, in the letter that carries it and nowhere else: the record keeps a keyed hash. Made when the letter
 * goes, so that its life begins then; a letter that has to go another way gets another code, and the first is dead.
 */
export async function coded(
  { register, now }: CodeDeps,
  step: StepRef,
  contents: KeptContents,
  way: 'email' | 'post',
): Promise<KeptContents> {
  const expiresAt = expiry(momentOf(step, now()), way);
  const { code } = await register.links.issue({
    ...{ reference: step.reference, purpose: 'one-time-code', target: step.step, expiresAt },
  });
  const details = { ...contents.data.details, code, expires: when(expiresAt) };
  return { ...contents, data: { ...contents.data, details } };
}

function expiry(at: Instant, way: 'email' | 'post'): Instant {
  return way === 'email' ? addHours(at, HOURS_BY_EMAIL) : endOfDay(addDays(londonDate(at), DAYS_BY_POST));
}

/** Somebody found that no contact is safe: the letter stays a draft, and the process goes on without it. */
export async function notSent(
  { register, now }: CodeDeps,
  step: StepRef,
  letter: OpenLetter,
): Promise<LetterResult> {
  const way = 'not-sent';
  await register.letters.change(letter.id, { need: null, way });
  return { state: 'given', letter: letter.id, way, givenAt: momentOf(step, now()) };
}
