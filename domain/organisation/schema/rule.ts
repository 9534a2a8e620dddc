import { z } from 'zod';
import { caseKinds } from '../../cases/kinds';
import { catalogue, isTimerName } from '../../clock';
import type { TimerName } from '../../clock/types';
import type { AspectName } from '../aspects';
import { aspectNames, aspects } from '../aspects';
import { vocabulary } from '../aspects/floor';
import type { Rule, RuleValue } from '../profile';
import { fields, id, period, sentence } from './words';

const timer = z.string().refine((given): given is TimerName => isTimerName(given), {
  error: `one of ${catalogue.map(({ name }) => name).join(', ')}`,
});

const timed = fields({
  timer,
  kinds: z.array(z.enum(caseKinds)).min(1, { error: 'at least one kind of case' }).optional(),
  period,
  extended: period.optional(),
});

/** What an aspect takes, so that a misspelt word is refused with the words that are allowed. */
function valueOf(aspect: AspectName): z.ZodType<RuleValue> {
  const floor = aspects[aspect];
  const words = vocabulary(floor);
  if (!words) return timed;
  const word = z.enum(words as [string, ...string[]]);
  return floor.takes === 'choice' ? word : z.array(word);
}

const about = z.array(z.int().min(1, { error: 'a row from 1' }).max(35, { error: 'a row up to 35' }));

const ruleOf = (aspect: AspectName) =>
  fields({
    id,
    aspect: z.literal(aspect),
    about,
    policySays: fields({ section: sentence.optional(), text: sentence, value: valueOf(aspect).optional() }),
    applied: valueOf(aspect),
    why: sentence,
  });

const [first, ...rest] = aspectNames.map(ruleOf);

export const rule = z.discriminatedUnion('aspect', [first as ReturnType<typeof ruleOf>, ...rest], {
  error: `one of ${aspectNames.join(', ')}`,
}) satisfies z.ZodType<Rule>;
