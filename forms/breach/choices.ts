/** Closed lists of the breach forms, many of them those of the regulator's own form. */
import { measureTitles } from '../../domain/cases/breach/items';
import type { Field, FieldError, Option, Setting, Values } from '../form';
import { error } from '../shared/choices';

export const words = (name: string, label: string, more: Partial<Field> = {}): Field =>
  ({ name, label, kind: 'textarea', personal: true, rows: 3, max: 10_000, ...more }) as Field;

/** When it was discovered and happened, as far as is known by then: triage asks first, and each later word counts. */
export const momentFields: readonly Field[] = [
  {
    name: 'discoveredAt',
    label: 'When was it discovered, as far as is known now?',
    kind: 'datetime',
    notFuture: true,
    optional: true,
  },
  {
    name: 'happenedAt',
    label: 'When did it happen, as far as is known now?',
    kind: 'datetime',
    notFuture: true,
    optional: true,
  },
];

/** Where it happened at a processor: whether it told us in the time that the profile asks for (Art 33(2)). */
export const processorField: Field = {
  name: 'processorAwareAt',
  label: 'If it happened at somebody who works for us: when did they become aware?',
  hint: 'They must tell us without undue delay (Art 33(2)).',
  kind: 'datetime',
  notFuture: true,
  optional: true,
};

/** What was said of these moments before, to begin with. */
export const momentsSaid = ({ said, facts }: Setting): Values => {
  const last = (name: string): Values[string] =>
    said('triage', 'assess', 'follow-up')[name] ??
    said('assess', 'follow-up')[name] ??
    said('triage')[name] ??
    (facts as Values | null)?.[name];
  return { discoveredAt: last('discoveredAt'), happenedAt: last('happenedAt') };
};

/** Nothing is discovered before it happens. */
export function impossibleOrder({ happenedAt, discoveredAt }: Values): readonly FieldError[] {
  if (happenedAt === undefined || discoveredAt === undefined) return [];
  return Date.parse(String(discoveredAt)) < Date.parse(String(happenedAt))
    ? error('discoveredAt', 'It cannot have been discovered before it happened.')
    : [];
}

export const yesNoUnknown: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'unknown', text: 'Not known' },
];

/** What contains a breach. Each becomes a task of its own. */
export const measures: readonly Option[] = Object.entries(measureTitles).map(([value, text]) => ({
  value,
  text,
}));

export const natures: readonly Option[] = [
  { value: 'confidentiality', text: 'Confidentiality', hint: 'Somebody saw or received what they must not' },
  { value: 'integrity', text: 'Integrity', hint: 'Data were changed without authority or by accident' },
  { value: 'availability', text: 'Availability', hint: 'Data were lost, destroyed or could not be reached' },
  { value: 'not-yet-known', text: 'Not yet known' },
];

export const causes: readonly Option[] = [
  { value: 'email-wrong-recipient', text: 'E-mail to the wrong recipient' },
  { value: 'email-addresses-shown', text: 'E-mail that showed all addresses' },
  { value: 'post-wrong-recipient', text: 'Post to the wrong recipient' },
  { value: 'spoken', text: 'Said to the wrong person' },
  { value: 'not-redacted', text: 'Not redacted' },
  { value: 'published', text: 'Published by mistake' },
  { value: 'lost-paper', text: 'Papers lost, stolen or left somewhere' },
  { value: 'lost-device', text: 'Device lost or stolen' },
  { value: 'disposal', text: 'Not disposed of securely' },
  { value: 'unauthorised-access', text: 'Looked at without authority' },
  { value: 'wrong-access', text: 'System let the wrong people in' },
  { value: 'phishing', text: 'Phishing' },
  { value: 'malware', text: 'Malware or ransomware' },
  { value: 'system-failure', text: 'System failure or loss of data' },
  { value: 'other', text: 'Something else' },
  { value: 'unknown', text: 'Not yet known' },
];

/** Categories of data as the regulator's form has them. */
export const dataCategories: readonly Option[] = [
  { value: 'basic-identifiers', text: 'Basic identifiers', hint: 'Name, contact details' },
  { value: 'identification', text: 'Identification data', hint: 'User names, passwords' },
  { value: 'economic', text: 'Economic and financial data' },
  { value: 'official-documents', text: 'Official documents', hint: 'Driving licences, passports' },
  { value: 'location', text: 'Location data' },
  { value: 'racial-or-ethnic', text: 'Racial or ethnic origin' },
  { value: 'political', text: 'Political opinions' },
  { value: 'religious', text: 'Religious or philosophical beliefs' },
  { value: 'union', text: 'Trade union membership' },
  { value: 'sex-life', text: 'Sex life' },
  { value: 'orientation', text: 'Sexual orientation' },
  { value: 'gender-reassignment', text: 'Gender reassignment' },
  { value: 'health', text: 'Health' },
  { value: 'genetic-or-biometric', text: 'Genetic or biometric data' },
  { value: 'criminal', text: 'Criminal convictions or offences' },
  { value: 'not-yet-known', text: 'Not yet known' },
  { value: 'other', text: 'Other' },
];

/** Categories of people as the regulator's form has them, with a housing body's words. */
export const peopleCategories: readonly Option[] = [
  { value: 'customers', text: 'Customers', hint: 'Tenants, residents, applicants' },
  { value: 'employees', text: 'Employees' },
  { value: 'users', text: 'Users' },
  { value: 'subscribers', text: 'Subscribers' },
  { value: 'students', text: 'Students' },
  { value: 'patients', text: 'Patients' },
  { value: 'children', text: 'Children' },
  { value: 'vulnerable-adults', text: 'Vulnerable adults' },
  { value: 'not-known', text: 'Not yet known' },
  { value: 'other', text: 'Other' },
];

/** The five steps of the regulator's form. */
export const likelihoods: readonly Option[] = [
  { value: 'very-unlikely', text: 'Very unlikely' },
  { value: 'unlikely', text: 'Unlikely' },
  { value: 'neutral', text: 'Neither likely nor unlikely' },
  { value: 'likely', text: 'Likely' },
  { value: 'very-likely', text: 'Very likely' },
  { value: 'not-yet-known', text: 'Not yet known' },
];

export const risks: readonly Option[] = [
  {
    value: 'no-risk',
    text: 'A risk to people is unlikely',
    hint: 'Kept in the register, with reasons (Arts 33(1), 33(5))',
  },
  { value: 'risk', text: 'A risk is likely', hint: 'The regulator is notified (Art 33(1))' },
  {
    value: 'high-risk',
    text: 'A high risk is likely',
    hint: 'The regulator is notified and people are told (Arts 33(1), 34(1))',
  },
];

/** ENISA's method, each part by its number. */
export const contexts: readonly Option[] = [
  { value: '1', text: '1: simple data', hint: 'Name and contact details, nothing telling' },
  { value: '2', text: '2: data on behaviour', hint: 'Preferences, location, how a tenancy goes' },
  { value: '3', text: '3: financial data', hint: 'Income, arrears, benefits, accounts' },
  { value: '4', text: '4: sensitive data', hint: 'Health, beliefs, offences, safeguarding' },
];

export const identifications: readonly Option[] = [
  { value: '0.25', text: '0.25: negligible' },
  { value: '0.5', text: '0.5: limited' },
  { value: '0.75', text: '0.75: significant' },
  { value: '1', text: '1: maximum: by name or photograph' },
];

export const losses = (none: string, some: string, all: string): readonly Option[] => [
  { value: '0', text: `0: ${none}` },
  { value: '0.25', text: `0.25: ${some}` },
  { value: '0.5', text: `0.5: ${all}` },
];
