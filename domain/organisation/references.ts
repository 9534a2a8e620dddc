import type { Finding, Path } from './document';
import type { Profile } from './profile';

/** Lists of a profile whose entries have ids. */
const collections = [
  'controllers',
  'personTypes',
  'categories',
  'sources',
  'recipients',
  'systems',
  'processingRecords',
  'automatedDecisions',
  'notices',
  'otherBodies',
  'cookies',
  'recurringTasks',
  'rules',
] as const satisfies readonly (keyof Profile)[];
type Collection = (typeof collections)[number];

/** Which field of which list names entries of which other list. */
const references: readonly (readonly [Collection, string, Collection])[] = [
  ['controllers', 'dataOf', 'personTypes'],
  ['personTypes', 'defaultSystems', 'systems'],
  ['systems', 'holds', 'categories'],
  ['systems', 'personTypes', 'personTypes'],
  ['processingRecords', 'controller', 'controllers'],
  ['processingRecords', 'categories', 'categories'],
  ['processingRecords', 'personTypes', 'personTypes'],
  ['processingRecords', 'systems', 'systems'],
  ['processingRecords', 'recipients', 'recipients'],
  ['processingRecords', 'sources', 'sources'],
  ['processingRecords', 'automatedDecisions', 'automatedDecisions'],
  ['notices', 'audience', 'personTypes'],
];

/** Ids that stand twice, and names of entries that do not exist. */
export function referenceFindings(profile: Profile): Finding[] {
  return [
    ...collections.flatMap((collection) => repeated(profile, collection)),
    ...references.flatMap(([from, field, to]) =>
      entriesOf(profile, from).flatMap((entry, index) => {
        const value = entry[field];
        const base: Path = [from, index, field];
        return Array.isArray(value)
          ? value.flatMap((id: unknown, at) => misnamed(profile, String(id), to, [...base, at]))
          : misnamed(profile, String(value), to, base);
      }),
    ),
    ...referred(profile),
  ];
}

function referred(profile: Profile): Finding[] {
  const recipient = profile.informationRequests.referTo?.recipient;
  return recipient === undefined
    ? []
    : misnamed(profile, recipient, 'recipients', ['informationRequests', 'referTo', 'recipient']);
}

function misnamed(profile: Profile, id: string, to: Collection, path: Path): Finding[] {
  const known = entriesOf(profile, to).map((entry) => entry.id);
  return known.includes(id) ? [] : [{ path, allowed: `one of ${to}: ${known.join(', ')}` }];
}

function repeated(profile: Profile, collection: Collection): Finding[] {
  const known = entriesOf(profile, collection).map((entry) => entry.id);
  return known.flatMap((id, index) =>
    known.indexOf(id) === index
      ? []
      : [{ path: [collection, index, 'id'], allowed: `an id that no other of ${collection} has` }],
  );
}

type Entry = { readonly id: string; readonly [field: string]: unknown };

function entriesOf(profile: Profile, collection: Collection): readonly Entry[] {
  return profile[collection] as unknown as readonly Entry[];
}
