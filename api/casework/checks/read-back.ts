import { digitsOf } from '../../../forms/subject-access';
import type { Register } from '../../../register';
import type { LinkAnswer } from '../../../register/links';
import { sentBy } from '../evidence';
import type { Finishing, Objections } from './objection';
import { atField, none } from './objection';

/** A code counts as read back only when it is the one that was sent, in time, within five attempts. */
export async function readBack(
  { links }: Register,
  { reference, step, values }: Finishing,
): Promise<Objections> {
  if (values.outcome !== 'shown') return none;
  const answer = await links.readBack(reference, sentBy(step), digitsOf(values.code));
  return answer.refused === undefined ? none : atField('code', wrong(answer));
}

type Refused = Extract<LinkAnswer, { attemptsLeft: number }>;

function wrong({ refused, attemptsLeft }: Refused): string {
  if (refused === 'wrong-code' && attemptsLeft > 0)
    return `This is not the code that we sent. ${attemptsLeft === 1 ? 'You can try once more.' : `You can try ${attemptsLeft} more times.`}`;
  return `${whyDead[refused]} Choose “No, or it no longer works”; then you may send another.`;
}

const whyDead: Readonly<Record<Refused['refused'], string>> = {
  'wrong-code': 'Five wrong codes were entered, so the code no longer works.',
  locked: 'Five wrong codes were entered, so the code no longer works.',
  expired: 'The code has expired.',
  revoked: 'The code was withdrawn.',
  unknown: 'No code was sent from here.',
};
