import { definitionOf } from '../../../domain/cases/registry';
import type { Register } from '../../../register';
import type { Finishing, Objections } from './objection';
import { atField, none } from './objection';

/** Wherever a form asks about lateness, an answer that was given after the due date is explained. */
export function lateness(_register: Register, { kind, form, values, setting }: Finishing): Objections {
  const asked = form.fields.some(({ name }) => name === 'lateness');
  if (!asked || values.lateness || setting.dueAt === null) return none;
  return Date.parse(answeredAt(kind, setting)) > Date.parse(setting.dueAt)
    ? atField('lateness', 'The answer went after the due date: say why.')
    : none;
}

/** When the last of the letters that answer such a case was given; now, while none was. */
function answeredAt(kind: Finishing['kind'], { givenAt, now }: Finishing['setting']): string {
  const given = (definitionOf(kind).answeredBy ?? []).flatMap((letter) => givenAt(letter) ?? []);
  return given.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? now;
}
