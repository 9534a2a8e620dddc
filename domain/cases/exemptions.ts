/** Which exemptions of the Data Protection Act reach which right (DPA Sch 2 ¶¶1, 6). Workflow-safe. */
import type { CaseKind } from './kinds';

/** An entry of a closed list. */
export interface Listed {
  readonly article: string;
  readonly text: string;
}

/** Exemptions that reach UK GDPR Arts 16–21. The others of Schedules 2 and 3 keep back what is asked to be seen. */
export const rightsExemptions = {
  'sch2-2': { article: 'DPA Sch 2 ¶2', text: 'Crime and tax: acting on it would be likely to prejudice it' },
  'sch2-5': { article: 'DPA Sch 2 ¶5', text: 'Public by enactment, required by law, or legal proceedings' },
  'sch2-7': { article: 'DPA Sch 2 ¶¶7–12', text: 'Regulatory and protective functions' },
} as const satisfies Readonly<Record<string, Listed>>;

export type ExemptionName = keyof typeof rightsExemptions;

const reached: readonly CaseKind[] = ['rectification', 'erasure', 'restriction', 'portability', 'objection'];

/**
 * What may exempt a request of this kind; empty where nothing can. Null for access, which every exemption of the two
 * schedules reaches.
 */
export function exemptionsReaching(kind: CaseKind): Readonly<Record<string, Listed>> | null {
  if (kind === 'subject-access') return null;
  return reached.includes(kind) ? rightsExemptions : {};
}
