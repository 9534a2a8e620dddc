/** Choices of the forms of restriction (UK GDPR Art 18). */
import { addMonths, londonDate } from '../../domain/calendar';
import { grounds, type Ending } from '../../domain/cases/restriction/grounds';
import { uses } from '../../domain/cases/restriction/uses';
import type { Field, FieldError, Option, Setting } from '../form';
import { error } from '../shared/choices';

export const words = (name: string, label: string, more: Partial<Field> = {}): Field =>
  ({ name, label, kind: 'textarea', personal: true, rows: 4, max: 4000, ...more }) as Field;

/** Art 18(1): a closed list. */
export const groundOptions: readonly Option[] = Object.entries(grounds).map(([value, { text, article }]) => ({
  ...{ value, text, hint: article },
}));

/** Art 18(2): a closed list; keeping the data needs none of them. */
export const useOptions: readonly Option[] = Object.entries(uses).map(([value, { text, policy }]) => ({
  ...{ value, text },
  under: { aspect: 'restriction.uses', any: [policy] },
}));

/** Why a restriction may end. */
export const endingOptions: readonly (Option & { readonly value: Ending })[] = [
  { value: 'accuracy-verified', text: 'The accuracy was verified', hint: 'Art 18(1)(a)' },
  { value: 'objection-decided', text: 'The objection was decided', hint: 'Art 18(1)(d)' },
  { value: 'claim-over', text: 'The legal claim is over', hint: 'Art 18(1)(c)' },
  { value: 'date-reached', text: 'The date that the person agreed to was reached' },
  { value: 'person-asked', text: 'The person asked us to end it' },
];

/** A restriction is looked at again at least once a year, so that none is forgotten. */
export function reviewDateFault(field: string, on: unknown, { now }: Setting): readonly FieldError[] {
  if (typeof on !== 'string') return [];
  const today = londonDate(now);
  if (on <= today) return error(field, 'Choose a day after today.');
  return on > addMonths(today, 12)
    ? error(
        field,
        'Choose a day within the next twelve months: a restriction is reviewed at least once a year.',
      )
    : [];
}
