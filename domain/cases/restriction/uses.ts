/**
 * What restricted data may be used for beside being kept (UK GDPR Art 18(2), a closed list), each with what a
 * policy calls it. Workflow-safe.
 */
export const uses = {
  consent: { text: 'The person consents to this use', policy: 'with-consent' },
  'legal-claims': { text: 'Legal claims: to establish, exercise or defend them', policy: 'legal-claims' },
  'rights-of-another': {
    text: 'To protect the rights of another person',
    policy: 'protecting-another-person',
  },
  'public-interest': { text: 'Important public interest', policy: 'important-public-interest' },
} as const;

export type Use = keyof typeof uses;

/** The uses that are decided on an objection before the person asks for a restriction, by their names there. */
const onObjection: Readonly<Record<string, Use>> = {
  'legal-claims': 'legal-claims',
  'protecting-another': 'rights-of-another',
  'public-interest': 'public-interest',
};

/** What was decided on an objection, in the words of a restriction. */
export const usesFromObjection = (decided: readonly string[]): readonly Use[] =>
  decided.flatMap((use) => onObjection[use] ?? []);

/** What a use is called, or null for anything else. */
export const useText = (use: string): string | null => (use in uses ? uses[use as Use].text : null);
