/**
 * The kinds of case, by the one kebab-case name they carry in every layer.
 * Workflow-safe: imports nothing.
 */
export const caseKinds = [
  'subject-access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'automated-decision',
  'consent-withdrawal',
  'complaint',
  'breach',
  'impact-assessment',
  'decision-check',
  'transfer',
  'sharing-agreement',
  'privacy-notice',
  'disclosure',
  'information-request',
  'disposal',
  'assurance',
] as const;

export type CaseKind = (typeof caseKinds)[number];

/** Requests under UK GDPR Arts 15–22D: what counts for the ground "number of requests" (Art 12A(3)). */
export const requestKinds = [
  'subject-access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'automated-decision',
] as const satisfies readonly CaseKind[];
