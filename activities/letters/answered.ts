import type { ActionName } from '../../domain/cases/process';
import type { CaseDefinition } from '../../domain/cases/definition';
import { itemOf } from '../../domain/cases/process';
import type { CaseKind } from '../../domain/cases/kinds';
import { definitionOf } from '../../domain/cases/registry';
import type { Profile } from '../../domain/organisation/profile';
import type { Cell, Form, Row, Values } from '../../forms/form';
import { rowsIn } from '../../forms/form';
import { actionForm, logForm, taskForm } from '../../forms/registry';
import type { OpenSubmission } from '../../register/submissions';
import type { LetterData, RowSaid, Said, SaidOf } from '../../templates/data';
import type { CaseFile } from './file';
import { inWords } from './in-words';

/** All that people answered on the forms of the case, for templates to quote. What was said about letters stays out. */
export function answered({
  dossier,
  profile,
  written,
}: Pick<CaseFile, 'dossier' | 'profile' | 'written'>): Pick<LetterData, 'said' | 'every'> {
  const every: Record<string, SaidOf[]> = {};
  for (const one of written) {
    const form = formNamed(dossier.kind, one.form);
    if (form) (every[one.form] ??= []).push(saidOn(form, one, profile, definitionOf(dossier.kind).aboutItem));
  }
  const said = Object.entries(every).map(([form, times]) => [form, times.at(-1)]);
  return { said: Object.fromEntries(said) as LetterData['said'], every };
}

/** The form of this name among those that a case of this kind has; null for a letter's. */
function formNamed(kind: CaseKind, name: string): Form | null {
  const { actions, tasks } = definitionOf(kind);
  if (name === 'log-request') return logForm(kind);
  if (name in actions) return actionForm(name as ActionName);
  return name in tasks ? taskForm(kind, name, null) : null;
}

/** One filled form, with what it was about. */
export function saidOn(
  form: Form,
  { codes, personal, step }: OpenSubmission,
  profile: Profile,
  aboutItem?: CaseDefinition['aboutItem'],
): SaidOf {
  const values = { ...codes, ...personal } as Values;
  const item = (step && itemOf(step)) ?? (typeof codes.system === 'string' ? codes.system : null);
  const said = inFull(form, values, profile);
  // Codes that nobody typed are there as well: counts of rows, and what the form derived.
  const code = { ...codes, ...said.code };
  const about = item === null ? '' : (aboutItem?.(profile, form.id, item) ?? itemText(item, profile));
  return { ...said, code, item: about };
}

/** Every field of the form, answered or not, so that a template never meets one that is missing. */
function inFull({ fields }: Form, values: Values, profile: Profile): Said {
  const cells = fields.filter((field) => field.kind !== 'rows');
  const rows = fields.flatMap((field) =>
    field.kind === 'rows'
      ? [[field.name, rowsIn(values, field.name).map((row) => rowSaid(field.of, row, profile))] as const]
      : [],
  );
  return { ...both(cells, values as Row, profile), rows: Object.fromEntries(rows) };
}

function both(cells: readonly Cell[], values: Row, profile: Profile): Pick<Said, 'code' | 'text'> {
  return {
    code: Object.fromEntries(cells.map(({ name }) => [name, values[name] ?? null])),
    text: Object.fromEntries(cells.map((cell) => [cell.name, inWords(cell, values[cell.name], profile)])),
  };
}

function rowSaid(cells: readonly Cell[], row: Row, profile: Profile): RowSaid {
  const { code, text } = both(cells, row, profile);
  return { ...text, codes: code };
}

function itemText(item: string, { systems, recipients }: Profile): string {
  return (
    systems.find(({ id }) => id === item)?.label ?? recipients.find(({ id }) => id === item)?.name ?? item
  );
}
