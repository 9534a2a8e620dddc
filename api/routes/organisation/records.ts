import type { ProcessingRecord, Profile, RetentionRule } from '../../../domain/organisation';
import { periodText } from '../../../domain/clock';

/** A processing activity with labels for ids (UK GDPR Art 30). */
export interface RecordView {
  readonly id: string;
  readonly purpose: string;
  readonly rows: readonly {
    readonly key: { readonly text: string };
    readonly value: { readonly text: string };
  }[];
}

export const recordViews = (profile: Profile): RecordView[] =>
  profile.processingRecords.map((record) => ({
    id: record.id,
    purpose: record.purpose,
    rows: rows(record, profile),
  }));

interface Labelled {
  readonly id: string;
  readonly label?: string;
  readonly name?: string;
}

function rows(record: ProcessingRecord, profile: Profile): RecordView['rows'] {
  const facts: [string, string][] = [
    ['Controller', labels([record.controller], profile.controllers)],
    ['Lawful basis', `Art ${record.lawfulBasis.join(', ')}: ${record.basisText}`],
    [
      'Condition for special categories',
      (record.specialCategoryConditions ?? []).map((one) => `Art ${one}`).join(', '),
    ],
    ['Condition for offence data', record.offenceCondition ?? ''],
    ['Whose data', labels(record.personTypes, profile.personTypes)],
    ['Categories', labels(record.categories, profile.categories)],
    ['Where it comes from', labels(record.sources, profile.sources)],
    ['Systems', labels(record.systems, profile.systems)],
    ['Recipients', labels(record.recipients, profile.recipients)],
    ['Kept', keptFor(record.retention)],
    [
      'Outside the United Kingdom',
      record.transfers.map((one) => `${one.destination}: ${one.safeguards}`).join('; ') || 'No',
    ],
    [
      'Automated decisions',
      record.automatedDecisions.length === 0 ? 'None' : record.automatedDecisions.join(', '),
    ],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

const labels = (ids: readonly string[], all: readonly Labelled[]): string =>
  ids
    .map((id) => all.find((one) => one.id === id))
    .flatMap((one) => one?.label ?? one?.name ?? [])
    .join(', ');

const keptFor = ({ period, from, basis }: RetentionRule): string =>
  period ? `${periodText(period)} from ${from}. ${basis}` : `Until ${from}. ${basis}`;
