import { periodText } from '../../../domain/clock';
import type { ProcessingRecord, Profile } from '../../../domain/organisation/profile';
import type { DocumentRow, SearchRow } from '../../../register/documents';
import type { Details } from '../../../templates/data';
import type { EffectRegister } from '../../ports';
import type { CaseFile } from '../file';
import { lastWritten, wrote } from '../file';
import { groundOf } from './exemptions';

type Named = { readonly id: string };

/** UK GDPR Art 15(1)(a)–(h), (2): from the processing records that concern this person and where something was found. */
export async function response(
  { documents }: EffectRegister,
  file: CaseFile,
  whom: string,
): Promise<Details> {
  const [searches, rows] = await Promise.all([
    documents.searchesOf(file.dossier.reference),
    documents.ofCase(file.dossier.reference),
  ]);
  const { codes } = lastWritten(file, 'prepare-response');
  const result = String(file.step.data.result ?? codes.result);
  const records = recordsFor(file, searches, rows, listed(file.step.data.records ?? codes.records));
  return {
    ...{ result, whom, limitReasons: lastWritten(file, 'decide').codes.limitReasons === 'yes' },
    grounds: [...new Set(withheldFor(rows).map(groundOf))],
    searched: labels(
      file.profile.systems,
      searches.map(({ system }) => system),
    ),
    actualRecipients: wrote(file, 'prepare-response', 'recipients').split(/\r?\n/).filter(Boolean),
    ...linesOf(file.profile, records),
  };
}

function listed(codes: unknown): readonly string[] {
  return Array.isArray(codes) ? codes.map(String) : typeof codes === 'string' ? [codes] : [];
}

/** Chosen by the handler, narrowed to the person's type and to systems where something was found. */
function recordsFor(
  { profile, dossier }: CaseFile,
  searches: readonly SearchRow[],
  rows: readonly DocumentRow[],
  chosen: readonly string[],
): ProcessingRecord[] {
  const personType = dossier.subject?.personType;
  const found = new Set<string | null>([
    ...searches.filter(({ state }) => state === 'found').map(({ system }) => system),
    ...rows.filter(({ purpose }) => purpose === 'found').map(({ system }) => system),
  ]);
  const theirs = profile.processingRecords.filter(
    ({ id, personTypes }) =>
      (personType === undefined || personTypes.includes(personType)) &&
      (chosen.length === 0 || chosen.includes(id)),
  );
  const narrowed = theirs.filter(({ systems }) => systems.some((system) => found.has(system)));
  return narrowed.length > 0 ? narrowed : theirs;
}

/** Exemptions under which something is withheld or blacked out, as last decided. */
const withheldFor = (rows: readonly DocumentRow[]): string[] =>
  rows.flatMap(({ decision }) =>
    decision && (decision.decision === 'withhold' || decision.decision === 'release-redacted')
      ? [decision.exemption ?? '']
      : [],
  );

function linesOf(profile: Profile, records: readonly ProcessingRecord[]): Details {
  const all = (of: (record: ProcessingRecord) => readonly string[]) => [...new Set(records.flatMap(of))];
  const others = profile.sources.filter(({ from }) => from !== 'person');
  return {
    purposes: all(({ purpose }) => [purpose]),
    categories: labels(
      profile.categories,
      all(({ categories }) => categories),
    ),
    recipients: recipientLines(
      profile,
      all(({ recipients }) => recipients),
    ),
    retention: all((record) => [retentionLine(record)]),
    sources: labels(
      others,
      all(({ sources }) => sources),
    ),
    automatedDecisions: profile.automatedDecisions.filter(({ id }) =>
      all(({ automatedDecisions }) => automatedDecisions).includes(id),
    ),
    transfers: all(({ transfers }) =>
      transfers.map(({ destination, safeguards }) => `${destination}: ${safeguards}`),
    ),
  };
}

const labels = (known: readonly (Named & { readonly label: string })[], ids: readonly string[]): string[] =>
  known.filter(({ id }) => ids.includes(id)).map(({ label }) => label);

/** By category, each recipient named (Art 15(1)(c)). */
function recipientLines({ recipients }: Profile, ids: readonly string[]): string[] {
  const theirs = recipients.filter(({ id }) => ids.includes(id));
  return [...new Set(theirs.map(({ category }) => category))].map((category) => {
    const names = theirs.filter((one) => one.category === category).map(({ name }) => name);
    return `${category}: ${names.join(', ')}`;
  });
}

function retentionLine({ purpose, retention: { period, from, basis } }: ProcessingRecord): string {
  const howLong = period ? `${periodText(period)} from ${from}` : `from ${from}, for as long as it is needed`;
  return `${purpose}: ${howLong} (${basis})`;
}
