import { applied } from '../../domain/organisation/reading';
import type { Form, Option, OptionSource } from '../../forms/form';
import type { Register } from '../../register';
import type { Choices } from './choices';
import { offered } from './choices';
import type { FormPlace } from './option-sources';
import { optionsFrom } from './option-sources';

export type { FormPlace } from './option-sources';

/** The options of every field of a form: its own, or those of the profile or the case. */
export async function choicesOf(form: Form, register: Register, place: FormPlace): Promise<Choices> {
  return choicesFrom(form, await sourcesOf([form], register, place), allowedBy(register, place));
}

/** The options of several forms, by the form's id; each source is asked once. */
export async function choicesOfAll(
  forms: readonly Form[],
  register: Register,
  place: FormPlace,
): Promise<ReadonlyMap<string, Choices>> {
  const sources = await sourcesOf(forms, register, place);
  const allowed = allowedBy(register, place);
  return new Map(forms.map((form) => [form.id, choicesFrom(form, sources, allowed)]));
}

type Sources = ReadonlyMap<OptionSource, readonly Option[]>;

type Allowed = (option: Option) => boolean;

/** What the organisation's own policy leaves of the law's choices; of what was answered before, everything. */
function allowedBy(register: Register, { viewer, past }: FormPlace): Allowed {
  const profile = register.organisations.get(viewer.organisationId);
  return ({ under }) =>
    past === true || !under || under.any.some((member) => applied(profile, under.aspect).includes(member));
}

const choicesFrom = (form: Form, sources: Sources, allowed: Allowed): Choices =>
  Object.fromEntries(
    offered(form).map(({ name, options }) => [
      name,
      (typeof options === 'string' ? (sources.get(options) ?? []) : options).filter(allowed),
    ]),
  );

async function sourcesOf(forms: readonly Form[], register: Register, place: FormPlace): Promise<Sources> {
  const named = forms
    .flatMap(offered)
    .flatMap(({ options }) => (typeof options === 'string' ? [options] : []));
  return new Map(
    await Promise.all(
      [...new Set(named)].map(
        async (source) => [source, await optionsFrom(source, register, place)] as const,
      ),
    ),
  );
}
