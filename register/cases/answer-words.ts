import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import type { Profile } from '../../domain/organisation/profile';
import type { Field } from '../../forms/form';
import { logForm, taskForm } from '../../forms/registry';

/** An answer in words: as it was written, or what was chosen as the form or the profile calls it. Null: none. */
export function answerInWords(
  profile: Profile,
  kind: CaseKind,
  { form, field }: { readonly form: string; readonly field: string },
  answer: unknown,
): string | null {
  const texts = textsOf(profile, fieldOf(kind, form, field));
  const said = [answer].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return said.length > 0 ? said.map((one) => texts.get(one) ?? one).join('; ') : null;
}

function fieldOf(kind: CaseKind, form: string, field: string): Field | undefined {
  const known = form in definitionOf(kind).tasks ? taskForm(kind, form, null) : null;
  return (form === 'log-request' ? logForm(kind) : known)?.fields.find(({ name }) => name === field);
}

/** What may be chosen in a field, by its codes. */
function textsOf({ processingRecords }: Profile, field: Field | undefined): ReadonlyMap<string, string> {
  if (!field || !('options' in field)) return new Map();
  if (typeof field.options !== 'string')
    return new Map(field.options.map(({ value, text }) => [value, text]));
  return field.options === 'consent-purposes'
    ? new Map(processingRecords.map(({ id, purpose }) => [id, purpose]))
    : new Map();
}
