import type { ContactPoint } from '../../../domain/cases/contents';
import type { Values } from '../../../forms/form';
import type { PersonChange, PersonRecord } from '../../../register/people';

/** What the form of a person's details is filled in with. */
export function detailsOf({ personType, flags, contents }: PersonRecord): Values {
  return {
    name: contents.name,
    formerNames: contents.formerNames.join('\n'),
    personType,
    dateOfBirth: contents.dateOfBirth,
    references: contents.references.join('\n'),
    flags: [...flags],
    agreesToPlainEmail: contents.agreesToPlainEmail ?? false,
    note: contents.note,
  };
}

/** The change that a filled form asks for. A field left empty empties what was recorded. */
export const changeFrom = (values: Values): PersonChange => ({
  personType: text(values.personType),
  flags: Array.isArray(values.flags) ? values.flags : [],
  contents: {
    name: text(values.name),
    formerNames: lines(values.formerNames),
    dateOfBirth: optional(values.dateOfBirth),
    references: lines(values.references),
    agreesToPlainEmail: values.agreesToPlainEmail === true,
    note: optional(values.note),
  },
});

/** The contact that a filled form describes. */
export const contactFrom = (id: string, values: Values): ContactPoint => ({
  id,
  kind: values.contactKind as ContactPoint['kind'],
  value: lines(values.value).join('\n'),
  safety: values.safety as ContactPoint['safety'],
  onFile: values.onFile === true,
});

export const contactValues = ({ kind, value, safety, onFile }: ContactPoint): Values => ({
  contactKind: kind,
  value,
  safety,
  onFile,
});

const text = (value: Values[string]): string => String(value ?? '');
const optional = (value: Values[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;

const lines = (value: Values[string]): string[] =>
  text(value)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
