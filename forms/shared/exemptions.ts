/** Exemptions as forms offer them: those that reach the right at hand, and no others. */
import { exemptionsReaching, rightsExemptions, type Listed } from '../../domain/cases/exemptions';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Cell, Option } from '../form';
import { exemptions as ofAccess } from '../subject-access/choices';

/** The entries of a closed list, each with its article as a hint. */
export const listed = (list: Readonly<Record<string, Listed>>): readonly Option[] =>
  Object.entries(list).map(([value, { text, article }]) => ({ value, text, hint: article }));

/** UK GDPR Art 20(4): no exemption, and all the same a reason to keep back a file. */
const rightsOfOthers: Option = {
  value: 'art20-4',
  text: 'It would harm the rights and freedoms of others',
  hint: 'Art 20(4)',
};

/** What may exempt a request of this kind as a whole. */
export function exemptionOptions(kind: CaseKind): readonly Option[] {
  const reaching = exemptionsReaching(kind);
  return reaching === null ? ofAccess : listed(reaching);
}

/** Under what a single item may be kept back. */
export const keptBackUnder = (kind: CaseKind): readonly Option[] =>
  kind === 'portability' ? [rightsOfOthers, ...exemptionOptions(kind)] : exemptionOptions(kind);

/** Every one there is, to put into words what was chosen. */
export const everyExemption: readonly Option[] = [...ofAccess, rightsOfOthers];

/** Which exemption, beside a finding that one applies to this part. */
export const exemptionCell = (when: NonNullable<Cell['when']>): Cell => ({
  ...{
    name: 'exemption',
    label: 'Which exemption?',
    kind: 'radios',
    options: listed(rightsExemptions),
    when,
  },
});
