/** Moving the moment we became aware of a breach (UK GDPR Art 33(1)). */
import { delayForms } from '../../domain/cases/breach/moments';
import type { FieldError, Setting, Values } from '../form';
import { error } from '../shared/choices';

const SEVENTY_TWO_HOURS = 72 * 3_600_000;

/** An earlier moment may make a notification late that was in time: then it needs reasons as well. */
export function filedLateByThis(
  { awareAt, delayReasons }: Values,
  { every, said }: Setting,
): readonly FieldError[] {
  const [filedAt] = every('file-notification').flatMap((one) =>
    typeof one.filedAt === 'string' ? [one.filedAt] : [],
  );
  if (filedAt === undefined || delayReasons) return [];
  const late = Date.parse(filedAt) - Date.parse(String(awareAt)) > SEVENTY_TWO_HOURS;
  return late && !delayForms.some((form) => said(form).delayReasons)
    ? error(
        'delayReasons',
        'By this moment the notification was filed after the 72 hours: give the reasons for the delay, and tell the regulator (Art 33(1)).',
      )
    : [];
}
