import { unregisteredChoice } from '../../domain/cases/automated-decision/rules';
import { allToTell } from '../../domain/cases/breach/items';
import { inLondon } from '../../domain/calendar';
import { longDate } from '../../domain/clock';
import type { Profile } from '../../domain/organisation/profile';
import type { Cell, Option, OptionSource, Row } from '../../forms/form';
import { reviewRegimes } from '../../forms/complaint';
import { everyExemption } from '../../forms/shared/exemptions';
import { enumeration } from '../../templates/helpers';

/** One answer as a letter says it; empty where there is none. */
export function inWords(field: Cell, answer: Row[string], profile: Profile): string {
  if (answer === undefined || answer === null) return '';
  switch (field.kind) {
    case 'date':
      return longDate(String(answer));
    case 'datetime':
      return moment(String(answer));
    case 'number':
      return `${String(answer)}${field.suffix ? ` ${field.suffix}` : ''}`;
    case 'confirm':
      return answer === true ? 'yes' : 'no';
    case 'radios':
    case 'select':
      return optionText(field.options, String(answer), profile);
    case 'checkboxes':
      return enumeration(listed(answer).map((one) => optionText(field.options, one, profile)));
    default:
      return String(answer);
  }
}

/** `11:15 on 29 March 2027`, in UK time. */
function moment(at: string): string {
  const local = inLondon(at);
  return `${local.slice(11, 16)} on ${longDate(local.slice(0, 10))}`;
}

const listed = (answer: Row[string]): readonly string[] =>
  Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)];

function optionText(options: readonly Option[] | OptionSource, value: string, profile: Profile): string {
  const known = typeof options === 'string' ? optionsOf(options, profile) : options;
  return known === null ? '' : (known.find((option) => option.value === value)?.text ?? value);
}

/** Choices as the profile words them; null for those that a letter never says: who on the staff, which contact. */
function optionsOf(source: OptionSource, profile: Profile): readonly Option[] | null {
  switch (source) {
    case 'systems':
    case 'case-systems':
      return labelled(profile.systems);
    case 'controllers':
    case 'own-controllers':
      return profile.controllers.map(({ id, name }) => ({ value: id, text: name }));
    case 'recipients':
    case 'recipients-of-person':
      return profile.recipients.map(({ id, name }) => ({ value: id, text: name }));
    case 'person-types':
      return labelled(profile.personTypes);
    case 'processing-records':
    case 'records-of-person':
    case 'consent-purposes':
      return profile.processingRecords.map(({ id, purpose }) => ({ value: id, text: purpose }));
    case 'automated-decisions':
    case 'automated-decisions-met':
      return [
        ...profile.automatedDecisions.map(({ id, title }) => ({ value: id, text: title })),
        unregisteredChoice,
      ];
    case 'exemptions':
    case 'kept-back-under':
      return everyExemption;
    case 'information-regimes':
      return reviewRegimes(profile.informationRequests.regimes);
    case 'bodies-to-tell':
    case 'all-to-tell':
      return Object.entries(allToTell(profile)).map(([value, text]) => ({ value, text }));
    case 'other-cases':
    case 'answers':
    case 'impact-assessments':
    case 'known-assessments':
      return [];
    case 'tasks-to-give':
    case 'staff':
    case 'handlers':
    case 'project-leads':
    case 'open-measures':
    case 'pictures':
    case 'contacts':
    case 'contacts-on-file':
    case 'contacts-on-file-or-none':
    case 'letters':
    case 'link-targets':
      return null;
  }
}

const labelled = (known: readonly { readonly id: string; readonly label: string }[]): Option[] =>
  known.map(({ id, label }) => ({ value: id, text: label }));
