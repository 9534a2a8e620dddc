import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import type { Profile } from '../../domain/organisation/profile';
import type { Field, Row, RowsField } from '../../forms/form';
import { logForm, taskForm } from '../../forms/registry';

/** An answer in words: as it was written, or what was chosen as the form or the profile calls it. Null: none. */
export function answerInWords(
  profile: Profile,
  kind: CaseKind,
  { form, field }: { readonly form: string; readonly field: string },
  answer: unknown,
): string | null {
  const asked = fieldOf(kind, form, field);
  if (asked?.kind === 'rows') return rowsInWords(asked, answer);
  const texts = textsOf(profile, asked);
  const said = [answer]
    .flat()
    .filter((one) => typeof one === 'number' || (typeof one === 'string' && one !== ''));
  return said.length > 0 ? said.map((one) => texts.get(String(one)) ?? String(one)).join('; ') : null;
}

/** One line for each row: what was written in its cells, in their order. */
function rowsInWords({ of, rowLabel }: RowsField, answer: unknown): string | null {
  const rows = Array.isArray(answer) ? (answer as readonly Row[]) : [];
  const written = of.filter((cell) => cell.personal).map(({ name }) => name);
  const lines = rows.map((row, index) => {
    const words = written.map((name) => row[name]).filter((word) => typeof word === 'string' && word !== '');
    return `${rowLabel} ${index + 1}: ${words.join(' – ')}`;
  });
  return lines.length > 0 ? lines.join('\n') : null;
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
