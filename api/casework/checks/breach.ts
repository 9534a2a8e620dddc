import { readPeople } from '../../../domain/cases/breach/people';
import type { WhyWaits } from '../../../domain/cases/breach/safety';
import { saysMore, whyWaits, whyWaitsTexts } from '../../../domain/cases/breach/safety';
import { listOf } from '../../../domain/cases/process';
import type { Register } from '../../../register';
import type { ChecksByElement, Finishing, Objections } from './objection';
import { atField, none, refused } from './objection';

/** Rules of a breach that look at the people on record. */
export const breachChecks: ChecksByElement = {
  'prepare-notice': waitingSeen,
  'close-case': nothingNewWaits,
};

/** To whom nothing goes by itself is said before anything is sent, and whoever hands in the list has seen it. */
async function waitingSeen(register: Register, { values, setting }: Finishing): Promise<Objections> {
  if (values.waitSeen === true) return none;
  const { people } = readPeople(String(values.people));
  const { profile, said } = setting;
  const found = await register.people.onRecord(profile.id, people);
  const rules = {
    telling: saysMore(said('assess', 'follow-up').dataCategories),
    withAgreement: profile.letters.plainEmail === 'with-agreement',
  };
  const waiting = new Map<WhyWaits, number[]>();
  for (const [index, person] of people.entries()) {
    const known = (found[index] ?? []).map(({ flags, contents }) => ({
      ...{ flags, contacts: contents.contacts },
      agreesToPlainEmail: contents.agreesToPlainEmail === true,
    }));
    const why = whyWaits(person, known, rules);
    if (why) waiting.set(why, [...(waiting.get(why) ?? []), index + 1]);
  }
  return waiting.size === 0 ? none : atField('waitSeen', inWords(waiting));
}

/** What came to light beside the process since the case was last reopened is dealt with before it is closed. */
async function nothingNewWaits(register: Register, { reference }: Finishing): Promise<Objections> {
  const all = await register.submissions.ofCase(reference);
  const round = all.slice(all.findLastIndex(({ action }) => action === 'reopen') + 1);
  const taken = round
    .filter(({ form }) => form === 'something-new')
    .reduce((sum, { codes }) => sum + listOf(codes, 'measures').length + listOf(codes, 'others').length, 0);
  const over = round.filter(
    ({ form, codes }) =>
      ['contain-also', 'assist-added-controller', 'tell-also'].includes(form) && codes.outcome !== 'not-yet',
  );
  return over.length >= taken
    ? none
    : refused(
        'new-waits',
        'Something that came to light later is still to be contained or told. Do that first.',
      );
}

/** People go by number in the list, as their tasks do: no name stands in a message. */
function inWords(waiting: ReadonlyMap<WhyWaits, readonly number[]>): string {
  const groups = [...waiting].map(
    ([why, numbers]) =>
      `${numbers.length === 1 ? 'person' : 'people'} ${numbers.join(', ')}: ${whyWaitsTexts[why]}`,
  );
  return `Nothing was sent yet. Nothing goes by e-mail by itself to ${groups.join('; ')}. Each of them becomes a task: find out where it may safely go, and post it there. Tick this to go on.`;
}
