import { contactKinds, flagOptions, safetyOptions } from '../../../forms/people';
import type { Option } from '../../../forms/form';
import type { ContactPoint } from '../../../domain/cases/contents';

const named = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.text ?? value;

export const flagText = (flag: string): string => named(flagOptions, flag);
export const contactKindText = (kind: ContactPoint['kind']): string => named(contactKinds, kind);

const colours: Readonly<Record<ContactPoint['safety'], string>> = {
  safe: 'govuk-tag--green',
  shared: 'govuk-tag--orange',
  never: 'govuk-tag--red',
  unconfirmed: 'govuk-tag--yellow',
};

export const safetyTag = (safety: ContactPoint['safety']): { text: string; colour: string } => ({
  text: named(safetyOptions, safety),
  colour: colours[safety],
});

const reasons: Readonly<Record<string, string>> = {
  name: 'name',
  'former-name': 'a former name',
  'sounds-alike': 'a name that sounds alike',
  beginning: 'the beginning of a name',
  email: 'e-mail',
  reference: 'reference number',
  address: 'address',
  tenancy: 'tenancy number',
  'date-of-birth': 'date of birth',
  phone: 'phone number',
};

/** By what a search found somebody, as a phrase. */
export const foundBy = (matched: readonly string[]): string =>
  matched.map((reason) => reasons[reason] ?? reason).join(', ');
