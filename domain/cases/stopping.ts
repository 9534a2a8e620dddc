/**
 * Stopping at once, with nothing to weigh: an objection to direct marketing (UK GDPR Art 21(2)–(3)) and consent that
 * is withdrawn (Art 7(3)). Workflow-safe.
 */
import type { Profile, ProcessingRecord } from '../organisation/profile';
import type { LetterDefinition, TaskDefinition } from './definition';
import { carryOutLetters, caseworkers } from './rights';

/** @param said the field of the log form that says what must stop */
export const stopTasks = (said: string) =>
  ({
    'stop-at-once': {
      title: 'Stop it on the system',
      help: 'From now on nothing of it goes on here. Say when it stopped and what shows it; there is nothing to weigh.',
      roles: ['system-owner', ...caseworkers],
      withinHours: ({ stopping }) => stopping,
      chasedInHours: true,
      shows: [{ form: 'log-request', field: said, label: 'What must stop' }],
    },
  }) as const satisfies Readonly<Record<string, TaskDefinition>>;

export const stopLetters = {
  'ask-stop': {
    ...carryOutLetters['ask-carry-out'],
    title: 'What must stop on the system',
    template: 'shared/ask-stop',
  },
} as const satisfies Readonly<Record<string, LetterDefinition>>;

/** Systems that serve these purposes, each once. */
const systemsOf = (records: readonly ProcessingRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ systems }) => systems)),
];

/** Systems from which direct marketing is sent, with those that somebody names beside the profile's (Art 4(1)(15A)). */
export function marketingSystems(
  { processingRecords }: Profile,
  alsoFrom: readonly string[],
): readonly string[] {
  const known = systemsOf(processingRecords.filter(({ directMarketing }) => directMarketing));
  return [...new Set([...known, ...alsoFrom])];
}

/** Rests on consent, alone or beside another basis: on explicit consent to special-category data as well (Art 9(2)(a)). */
export const restsOnConsent = ({
  lawfulBasis,
  specialCategoryConditions = [],
}: Pick<ProcessingRecord, 'lawfulBasis' | 'specialCategoryConditions'>): boolean =>
  lawfulBasis.includes('6(1)(a)') || specialCategoryConditions.includes('9(2)(a)');

/** Systems on which these purposes are served; without purposes, those of every purpose that may rest on consent. */
export function consentSystems(
  { processingRecords }: Profile,
  purposes: readonly string[],
): readonly string[] {
  return systemsOf(
    processingRecords.filter((record) =>
      purposes.length > 0 ? purposes.includes(record.id) : restsOnConsent(record),
    ),
  );
}
