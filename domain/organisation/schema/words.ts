/** The small parts of a profile: identifiers, addresses, dates, lengths of time. */
import { z } from 'zod';
import { isDate } from '../../calendar';
import { parsePeriod } from '../../clock';
import type { Period } from '../../clock/types';
import { roles } from '../../roles';

/** A mapping that refuses keys it does not know, and says which it knows. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `one of ${Object.keys(shape).join(', ')}` : undefined,
  });
}

/** A check of one text, with what is allowed when it fails. */
const text = (allowed: string, passes: (given: string) => boolean) =>
  z.string().refine(passes, { error: allowed });

export const sentence = z.string().trim().min(1, { error: 'some text' });
export const sentences = z.array(sentence);

/** Becomes part of step keys, so the characters are few. */
export const id = text('small letters, digits and hyphens, such as housing-management', (given) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(given),
);
export const ids = z.array(id).min(1, { error: 'at least one id' });

export const email = z.email({ error: 'an e-mail address' });
export const url = z.url({ protocol: /^https$/, error: 'an address that begins with https://' });
export const telephone = text('digits, spaces and a leading +', (given) =>
  /^\+?[0-9][0-9 ]{5,19}$/.test(given),
);
export const addressLines = z.array(sentence).min(2, { error: 'at least two lines' });
export const colour = text('a colour such as #1d4f91', (given) => /^#[0-9a-f]{6}$/i.test(given));
export const date = text('a date such as 2026-11-22', isDate);
export const role = z.enum(roles);

/** `28 days`, `20 working days`, `1 month`, `72 hours`, `at once`. */
export const period = z.string().transform((given, context): Period => {
  const parsed = given.trim() === 'at once' ? ({ count: 0, unit: 'days' } as const) : parsePeriod(given);
  if (parsed) return parsed;
  context.addIssue({
    code: 'custom',
    message: 'a period such as 28 days, 20 working days, 1 month, 72 hours or at once',
  });
  return z.NEVER;
});
