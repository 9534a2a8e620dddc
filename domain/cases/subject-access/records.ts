/** Which processing records an answer tells of, and what each of them says (UK GDPR Art 15(1)(a)–(h), (2)). */
import { periodText } from '../../clock';
import type { ProcessingRecord, Profile } from '../../organisation/profile';

/** Records of people of this type; of every type where theirs is not known. */
export const recordsOfType = (
  { processingRecords }: Pick<Profile, 'processingRecords'>,
  personType: string | undefined,
): readonly ProcessingRecord[] =>
  processingRecords.filter(({ personTypes }) => personType === undefined || personTypes.includes(personType));

/** Of these, the records kept in systems where something was found; all of them where that leaves none. */
export function recordsWithHits(
  theirs: readonly ProcessingRecord[],
  found: readonly (string | null)[],
): readonly ProcessingRecord[] {
  const narrowed = theirs.filter(({ systems }) => systems.some((system) => found.includes(system)));
  return narrowed.length > 0 ? narrowed : theirs;
}

/** How long what a record describes is kept, and why (Art 15(1)(d)). */
export function retentionText({ retention: { period, from, basis } }: ProcessingRecord): string {
  const howLong = period ? `${periodText(period)} from ${from}` : `from ${from}, for as long as it is needed`;
  return `${howLong} (${basis})`;
}

/** All that the letter will say on account of this record, in one line for whoever chooses it. */
export function recordInWords(profile: Profile, record: ProcessingRecord): string {
  const named = (known: readonly { readonly id: string; readonly label: string }[], ids: readonly string[]) =>
    known.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  const recipients = profile.recipients.filter(({ id }) => record.recipients.includes(id));
  const decisions = profile.automatedDecisions.filter(({ id }) => record.automatedDecisions.includes(id));
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['Categories', named(profile.categories, record.categories)],
    ['Recipients', recipients.map(({ name }) => name)],
    ['Kept', [retentionText(record)]],
    ['Sources', named(profile.sources, record.sources)],
    ['Automated decisions', decisions.map(({ title }) => title)],
    ['Transfers', record.transfers.map(({ destination }) => destination)],
  ];
  return lines.map(([line, words]) => `${line}: ${words.join(', ') || 'none'}.`).join(' ');
}
