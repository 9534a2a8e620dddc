import { unregisteredChoice } from '../../domain/cases/automated-decision/rules';
import { allToTell, bodiesToTell } from '../../domain/cases/breach/items';
import { contactsForCode, maskedContact, SEND_NOTHING } from '../../domain/cases/one-time-code';
import { recordInWords, recordsOfType } from '../../domain/cases/subject-access/records';
import { definitionOf } from '../../domain/cases/registry';
import { restsOnConsent } from '../../domain/cases/stopping';
import type { Profile } from '../../domain/organisation/profile';
import { pictureTypes } from '../../documents/pictures';
import { may, roles as allRoles } from '../../domain/roles';
import type { Option, OptionSource } from '../../forms/form';
import { reviewRegimes } from '../../forms/complaint';
import { everyExemption, exemptionOptions, keptBackUnder } from '../../forms/shared/exemptions';
import type { Register } from '../../register';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { recipientsOfPerson } from '../casework/recipients-of-person';
import { linkChoices } from '../links/issuing';
import { shortDate } from '../presentation/dates';
import { kindTitle } from '../presentation/words';

/** Where a form stands: whose organisation, and which case if any. */
export interface FormPlace {
  readonly viewer: Viewer;
  /** Names as well what could be chosen before and no longer can: for what was answered, not for a form to fill in. */
  readonly past?: boolean;
  readonly page: Pick<
    CasePage,
    'reference' | 'kind' | 'subject' | 'requester' | 'facts' | 'contents' | 'links' | 'leadId' | 'tasks'
  > | null;
}

/** What a source offers here. */
export async function optionsFrom(
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
    case 'own-controllers':
      return profile.controllers
        .filter(({ ourRole }) => ourRole === 'controller')
        .map(({ id, name }) => ({ value: id, text: name }));
    case 'person-types':
      return profile.personTypes.map(({ id, label }) => ({ value: id, text: label }));
    case 'processing-records':
      return profile.processingRecords.map(({ id, purpose }) => ({ value: id, text: purpose }));
    case 'records-of-person':
      return recordsOfType(profile, personTypeOf(place)).map((record) => ({
        value: record.id,
        text: record.purpose,
        hint: recordInWords(profile, record),
      }));
    case 'exemptions':
      return place.page ? exemptionOptions(place.page.kind) : everyExemption;
    case 'kept-back-under':
      return place.page ? keptBackUnder(place.page.kind) : everyExemption;
    case 'staff':
      return staff(register, place.viewer, () => true);
    case 'handlers':
      return staff(register, place.viewer, (roles) => may(roles, 'case.assign'));
    case 'project-leads':
      return staff(
        register,
        place.viewer,
        (roles, id) => may(roles, 'case.save-section') && id !== place.page?.leadId,
      );
    case 'tasks-to-give':
      return tasksToGive(place);
    case 'open-measures':
      return openMeasures(place);
    case 'pictures':
      return pictures(register, place);
    case 'letters':
      return letters(register, place);
    case 'contacts':
      return contacts(place);
    case 'contacts-on-file':
      return contactsOnFile(place);
    case 'contacts-on-file-or-none':
      return [...contactsOnFile(place), { value: SEND_NOTHING, text: 'None of these is safe: send no code' }];
    case 'case-systems':
      return caseSystems(register, profile, place);
    case 'recipients':
      return profile.recipients.map(({ id, name, category }) => ({ value: id, text: name, hint: category }));
    case 'recipients-of-person':
      return recipientsWithReasons(register, profile, place);
    case 'consent-purposes':
      return purposesByConsent(profile);
    case 'information-regimes':
      return reviewRegimes(profile.informationRequests.regimes);
    case 'automated-decisions':
      return registeredDecisions(profile);
    case 'automated-decisions-met':
      return [...registeredDecisions(profile), unregisteredChoice];
    case 'bodies-to-tell':
      return Object.entries(bodiesToTell(profile)).map(([value, text]) => ({ value, text }));
    case 'all-to-tell':
      return Object.entries(allToTell(profile)).map(([value, text]) => ({ value, text }));
    case 'impact-assessments':
      return openAssessments(register, place);
    case 'known-assessments':
      return (await register.cases.knownAssessments(place.viewer)).map(({ reference, title }) => ({
        value: reference,
        text: title ?? reference,
      }));
    case 'other-cases':
      return otherCases(register, place);
    case 'answers':
      return answers(place);
    case 'link-targets':
      return place.page ? linkChoices({ register }, place.viewer, place.page.reference) : [];
  }
}

const personTypeOf = ({ page }: FormPlace): string | undefined => {
  const personType = page?.facts.personType;
  return typeof personType === 'string' ? personType : undefined;
};

const systems = (profile: Profile): Option[] =>
  profile.systems.map(({ id, label, description }) => ({ value: id, text: label, hint: description }));

async function staff(
  register: Register,
  viewer: Viewer,
  suits: (roles: readonly string[], id: string) => boolean,
): Promise<Option[]> {
  const colleagues = await register.staff.colleagues(viewer.organisationId);
  return colleagues
    .filter(({ id, disabled, roles }) => !disabled && suits(roles, id))
    .map(({ id, name }) => ({ value: id, text: name }));
}

/** Letters by the step that sent them, which the process knows them by, each with whom it was addressed to. */
/** By the number and date of each, and whom it waits for: what it is stands in the sign-off. */
/** Not those of a person named, nor of a system's owner: they have somebody already. */
const tasksToGive = ({ page, past }: FormPlace): Option[] =>
  (page?.tasks ?? [])
    .filter(({ state, roles }) => (past || state === 'open') && roles.some((role) => givable.has(role)))
    .filter(({ roles }) => !roles.some((role) => role === 'named' || role === 'system-owner'))
    .map(({ step, title, assigneeName }) => ({
      value: step,
      text: [title, assigneeName && `now with ${assigneeName}`].filter(Boolean).join(', '),
    }));

/** Roles whose holders are offered as assignees. */
const givable: ReadonlySet<string> = new Set(allRoles.filter((role) => may([role], 'case.assign')));

const openMeasures = ({ page }: FormPlace): Option[] =>
  (page?.tasks ?? [])
    .filter(({ element, state }) => element === 'carry-out-measure' && state === 'open')
    .map(({ step, item, assigneeName, dueOn }) => ({
      value: step,
      text: [`Measure ${item}`, assigneeName, dueOn && `by ${shortDate(dueOn)}`].filter(Boolean).join(', '),
    }));

async function pictures(register: Register, { viewer, page }: FormPlace): Promise<Option[]> {
  if (!page) return [];
  const documents = (await register.documents.list(viewer, page.reference)) ?? [];
  return documents
    .filter(({ mediaType, state }) => state === 'ready' && pictureTypes.includes(mediaType))
    .map(({ id, name }) => ({ value: id, text: name }));
}

async function letters(register: Register, { viewer, page, past }: FormPlace): Promise<Option[]> {
  if (!page) return [];
  const titles = definitionOf(page.kind).letters;
  const [sent, names] = await Promise.all([
    register.letters.list(viewer, page.reference),
    register.letters.addressees(viewer, page.reference),
  ]);
  return (sent ?? [])
    .filter(({ state, givenAt }) => state === 'given' || (past === true && givenAt !== null))
    .map(({ id, step, letter, givenAt }) => ({
      value: step,
      text: [titles[letter]?.title ?? letter, names.get(id), shortDate(givenAt)].filter(Boolean).join(', '),
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

const contactsOnFile = ({ page }: FormPlace): Option[] =>
  page === null
    ? []
    : contactsForCode(page.requester?.contents.contacts ?? [], page).map((contact) => ({
        value: contact.id,
        text: maskedContact(contact),
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

const registeredDecisions = ({ automatedDecisions }: Profile): Option[] =>
  automatedDecisions.map(({ id, title }) => ({ value: id, text: title }));

/** Each with its category, and by what it is known to have received this person's data. */
async function recipientsWithReasons(
  register: Register,
  profile: Profile,
  { viewer, page }: FormPlace,
): Promise<Option[]> {
  const known = page ? await recipientsOfPerson(register, viewer, page) : [];
  return profile.recipients.map(({ id, name, category }) => {
    const because = known.find(({ recipient, ofProfile }) => ofProfile && recipient === id)?.because ?? [];
    return { value: id, text: name, hint: [`${category}.`, ...because].join(' ') };
  });
}

/** Processing that rests on consent, alone or beside another basis. */
const purposesByConsent = (profile: Profile): Option[] =>
  profile.processingRecords.filter(restsOnConsent).map(({ id, purpose }) => ({ value: id, text: purpose }));

async function openAssessments(register: Register, { viewer, page }: FormPlace): Promise<Option[]> {
  const all = await register.cases.assessments(viewer);
  return all
    .filter(({ closedOn, reference }) => closedOn === null && reference !== page?.reference)
    .map(({ reference, title }) => ({
      value: reference,
      text: title ? `${title}, ${reference}` : reference,
    }));
}

async function otherCases(register: Register, { viewer, page }: FormPlace): Promise<Option[]> {
  if (!page?.subject) return [];
  const cases = await register.cases.ofPerson(viewer, page.subject.id);
  return cases
    .filter(({ reference, closedAt }) => closedAt === null && reference !== page.reference)
    .map(caseOption);
}

const answers = ({ page }: FormPlace): Option[] =>
  (page?.links ?? []).filter(({ answersTogether }) => answersTogether).map(caseOption);

const caseOption = ({ reference, kind }: Pick<CasePage, 'reference' | 'kind'>): Option => ({
  value: reference,
  text: `${kindTitle(kind)}, ${reference}`,
});
