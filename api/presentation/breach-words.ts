/** Codes of the breach forms in the words of their options. */
import type { Form, Option } from '../../forms/form';
import { breachForms, logBreach } from '../../forms/breach';
import type { Profile } from '../../domain/organisation/profile';

/** The words of an answer: of a field of a form of the kind; the code itself where it has none. */
export function breachWords(form: string, field: string, code: string | null): string {
  if (code === null) return '';
  const found = form === logBreach.id ? logBreach : breachForms[form];
  return optionsIn(found, field).find(({ value }) => value === code)?.text ?? code;
}

function optionsIn(form: Form | undefined, name: string): readonly Option[] {
  const field = form?.fields.find((one) => one.name === name);
  return field && 'options' in field && typeof field.options !== 'string' ? field.options : [];
}

/** What caused it; "Not assessed yet" where nobody has said. */
export const causeText = (cause: string | null): string =>
  cause === null || cause === 'unknown' ? 'Not assessed yet' : breachWords('assess', 'cause', cause);

export const systemText = ({ systems }: Profile, id: string): string =>
  systems.find((system) => system.id === id)?.label ?? id;
