import { recordsOfType, recordsWithHits, retentionText } from '../../../domain/cases/subject-access/records';
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
    grounds: [...new Set(withheldFor(rows).map((one) => groundOf(one)))],
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

/** Those that the handler confirmed; of an answer prepared without them, those where something was found. */
function recordsFor(
  { profile, dossier }: CaseFile,
  searches: readonly SearchRow[],
  rows: readonly DocumentRow[],
  chosen: readonly string[],
): readonly ProcessingRecord[] {
  if (chosen.length > 0) return profile.processingRecords.filter(({ id }) => chosen.includes(id));
  return recordsWithHits(recordsOfType(profile, dossier.subject?.personType), [
    ...searches.filter(({ state }) => state === 'found').map(({ system }) => system),
    ...rows.filter(({ purpose }) => purpose === 'found').map(({ system }) => system),
  ]);
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
    retention: all((record) => [`${record.purpose}: ${retentionText(record)}`]),
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
