import type { Form, Option, OptionSource } from '../../forms/form';
import { exemptions } from '../../forms/subject-access';
import { definitionOf } from '../../domain/cases/registry';
import type { Profile } from '../../domain/organisation/profile';
import { may } from '../../domain/roles';
import type { Register } from '../../register';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { shortDate } from '../presentation/dates';
import type { Choices } from './schema';

/** Where a form stands: whose organisation, and which case if any. */
export interface FormPlace {
  readonly viewer: Viewer;
  readonly page: Pick<CasePage, 'reference' | 'kind' | 'requester'> | null;
}

/** The options of every field of a form: its own, or those of the profile or the case. */
export async function choicesOf(form: Form, register: Register, place: FormPlace): Promise<Choices> {
  const offered = form.fields.flatMap((field) => ('options' in field ? [field] : []));
  return Object.fromEntries(
    await Promise.all(
      offered.map(async ({ name, options }) => [
        name,
        typeof options === 'string' ? await optionsFrom(options, register, place) : options,
      ]),
    ),
  ) as Choices;
}

async function optionsFrom(
  source: OptionSource,
  register: Register,
  place: FormPlace,
): Promise<readonly Option[]> {
  const profile = register.organisations.get(place.viewer.organisationId);
  switch (source) {
    case 'systems':
      return systems(profile);
    case 'controllers':
      return profile.controllers.map(({ id, name }) => ({ value: id, text: name }));
    case 'person-types':
      return profile.personTypes.map(({ id, label }) => ({ value: id, text: label }));
    case 'processing-records':
      return profile.processingRecords.map(({ id, purpose }) => ({ value: id, text: purpose }));
    case 'exemptions':
      return exemptions;
    case 'staff':
      return staff(register, place.viewer, () => true);
    case 'handlers':
      return staff(register, place.viewer, (roles) => may(roles, 'case.assign'));
    case 'letters':
      return letters(register, place);
    case 'contacts':
      return contacts(place);
    case 'case-systems':
      return caseSystems(register, profile, place);
  }
}

const systems = (profile: Profile): Option[] =>
  profile.systems.map(({ id, label, description }) => ({ value: id, text: label, hint: description }));

async function staff(
  register: Register,
  viewer: Viewer,
  suits: (roles: readonly string[]) => boolean,
): Promise<Option[]> {
  const colleagues = await register.staff.colleagues(viewer.organisationId);
  return colleagues
    .filter(({ disabled, roles }) => !disabled && suits(roles))
    .map(({ id, name }) => ({ value: id, text: name }));
}

async function letters(register: Register, { viewer, page }: FormPlace): Promise<Option[]> {
  if (!page) return [];
  const titles = definitionOf(page.kind).letters;
  const sent = (await register.letters.list(viewer, page.reference)) ?? [];
  return sent
    .filter(({ state }) => state === 'given')
    .map(({ id, letter, givenAt }) => ({
      value: id,
      text: `${titles[letter]?.title ?? letter}, ${shortDate(givenAt)}`,
    }));
}

const safety = {
  safe: 'safe',
  shared: 'others read it',
  never: 'must not be used',
  unconfirmed: 'not confirmed',
} as const;

/** Contacts that must never be used are not offered. */
const contacts = ({ page }: FormPlace): Option[] =>
  (page?.requester?.contents.contacts ?? [])
    .filter((contact) => contact.safety !== 'never')
    .map((contact) => ({
      value: contact.id,
      text: `${contact.value.replaceAll('\n', ', ')} (${safety[contact.safety]})`,
    }));

async function caseSystems(
  register: Register,
  profile: Profile,
  { viewer, page }: FormPlace,
): Promise<Option[]> {
  if (!page) return [];
  const asked = new Set(
    ((await register.documents.searches(viewer, page.reference)) ?? []).map(({ system }) => system),
  );
  return systems(profile).filter(({ value }) => asked.has(value));
}
