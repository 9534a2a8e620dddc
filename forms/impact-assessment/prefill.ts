/** What a section begins with that nobody has written yet: from a processing record, or from an earlier assessment. */
import type { ProcessingRecord, Profile } from '../../domain/organisation/profile';
import type { Row, Values } from '../form';
import { rowsIn } from '../form';
import { sections, type SectionName } from './sections';

const labels = (
  known: readonly { readonly id: string; readonly label: string }[],
  ids: readonly string[],
): string => ids.map((id) => known.find((one) => one.id === id)?.label ?? id).join(', ');

/** The section as the profile's processing record has it; empty where the record says nothing of it. */
export function fromRecord(profile: Profile, recordId: string, section: SectionName): Values {
  const record = profile.processingRecords.find(({ id }) => id === recordId);
  if (!record) return {};
  switch (section) {
    case 'description':
      return {
        what: record.purpose,
        people: labels(profile.personTypes, record.personTypes),
        categories: labels(profile.categories, record.categories),
        retention: retentionOf(record),
        systems: record.systems,
      };
    case 'purposes':
      return { purposes: record.purpose, basis: record.lawfulBasis, ...basisOf(record) };
    case 'sharing':
      return {
        processors: processorsAmong(profile, record.recipients),
        recipients: record.recipients,
        transfers: record.transfers.map(({ destination, mechanism }) => ({ destination, mechanism })),
      };
    default:
      return {};
  }
}

/** Those to whom the record discloses who process for us (Art 28). */
const processorsAmong = ({ recipients }: Profile, ids: readonly string[]): readonly Row[] =>
  recipients
    .filter(({ id, standing }) => standing === 'processor' && ids.includes(id))
    .map(({ name, purpose }) => ({ name, does: purpose }));

const retentionOf = ({ retention: { period, from, basis } }: ProcessingRecord): string =>
  `${period ? `${period.count} ${period.unit} from ${from}` : from}. ${basis}`;

function basisOf({
  lawfulBasis,
  basisText,
  specialCategoryConditions = [],
  offenceCondition,
}: ProcessingRecord): Values {
  const special = [
    ...specialCategoryConditions.map((one) => `Art ${one}`),
    ...(offenceCondition ? [offenceCondition] : []),
  ];
  return {
    ...(lawfulBasis.includes('6(1)(f)') ? { interests: basisText } : {}),
    ...(special.length > 0 ? { special: special.join('; ') } : {}),
  };
}

/** Only what the section asks: of an earlier assessment's answers, never who sees to a measure, nor by when. */
export function fromEarlier(earlier: Values, section: SectionName): Values {
  const asked = sections[section].fields.filter(({ name }) => earlier[name] !== undefined);
  return Object.fromEntries(
    asked.map(({ name, kind }) => [
      name,
      kind === 'rows'
        ? rowsIn(earlier, name).map(({ owner: _owner, dueOn: _dueOn, ...row }) => row)
        : earlier[name],
    ]),
  );
}

/**
 * “What remains” begins with the risks as they are now, to be rated again. What was said of a risk in the same words
 * is shown again, to be confirmed or changed.
 */
export const risksToRate = (risks: Values, before: Values): Values => ({
  risks: rowsIn(risks, 'risks').map(
    ({ source }) => rowsIn(before, 'risks').find((row) => row.source === source) ?? { source },
  ),
});
