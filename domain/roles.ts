/**
 * Who may do what: one table. Routes, pages, the JSON API and the workflow's validators read it.
 * Workflow-safe.
 */

export const roles = [
  'employee',
  'data-holder',
  'handler',
  'governance-officer',
  'dpo',
  'accountable-manager',
  'project-lead',
  'auditor',
  'administrator',
] as const;

/** A role within one organisation. A person may hold several, and belong to several organisations. */
export type Role = (typeof roles)[number];

const caseworkers = ['handler', 'governance-officer', 'dpo'] as const;
const readers = [...caseworkers, 'accountable-manager', 'auditor'] as const;

/** Everybody who may lead a project; of which cases, the record decides. */
const assessing = roles.filter((role) => role !== 'auditor' && role !== 'administrator');

/** Every permission, and the roles that hold it. A permission not named here is held by nobody. */
export const permissions = {
  /** Hand in a request that reached them, and see what became of it. */
  'request.hand-in': roles.filter((role) => role !== 'auditor' && role !== 'administrator'),
  'case.log': caseworkers,
  /** The register of breaches (Art 33(5)), every entry of it with its words. */
  'breach.register': ['governance-officer', 'dpo', 'accountable-manager', 'auditor'],
  'case.list': readers,
  'case.view': readers,
  'case.export': readers,
  'case.assign': caseworkers,
  'case.note': [...caseworkers, 'accountable-manager'],
  'case.extend': caseworkers,
  'case.undo-extension': ['governance-officer', 'dpo'],
  'case.clarify': caseworkers,
  'case.propose-refusal': caseworkers,
  'case.withdraw': caseworkers,
  'case.reopen-search': caseworkers,
  'case.letter-returned': caseworkers,
  'case.withdraw-identity-request': caseworkers,
  'case.send-code': caseworkers,
  'case.record-death': caseworkers,
  'case.amend-request': caseworkers,
  'case.tell-progress': caseworkers,
  'case.tell-who': caseworkers,
  'case.regulator-wrote': caseworkers,
  'case.extend-housing': caseworkers,
  'case.escalate-housing': caseworkers,
  'case.permit-use': caseworkers,
  'case.end-restriction': caseworkers,
  'case.correct-received-date': ['governance-officer', 'dpo'],
  'case.move-aware': ['governance-officer', 'dpo'],
  'case.something-new': ['governance-officer', 'dpo'],
  'case.risk-higher': ['governance-officer', 'dpo'],
  'case.recompute-deadline': ['governance-officer', 'dpo'],
  'case.hold': ['governance-officer', 'dpo'],
  'case.release-hold': ['governance-officer', 'dpo'],
  'case.link': caseworkers,
  'case.restrict-access': ['governance-officer', 'dpo'],
  /** Of an impact assessment: its project lead, who sees no other, and those who advise and govern. */
  'case.save-section': assessing,
  'case.report-risk-change': assessing,
  'case.name-owner': assessing,
  'case.abandon': assessing,
  'case.end-project': assessing,
  /** The checks of an automated decision: to begin them, and to end them. */
  'decision.check': ['governance-officer', 'dpo'],
  'case.retire': ['governance-officer', 'dpo'],
  'case.record-regulator': ['governance-officer', 'dpo'],
  /** Where a project lead leaves. */
  'case.hand-over': ['governance-officer', 'dpo'],
  'case.reopen': ['governance-officer', 'dpo'],
  'document.view': [...caseworkers, 'accountable-manager'],
  'document.add': caseworkers,
  'document.decide': caseworkers,
  'letter.view': readers,
  'person.search': caseworkers,
  'person.view': caseworkers,
  'person.edit': caseworkers,
  'search.answer': ['data-holder', ...caseworkers],
  'people.import': ['governance-officer', 'administrator'],
  'organisation.view': [...readers, 'administrator', 'project-lead'],
  'audit.verify': ['dpo', 'auditor'],
  'staff.manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether any of these roles holds the permission. */
export function may(held: readonly string[], permission: Permission): boolean {
  const holders: readonly string[] = permissions[permission];
  return held.some((role) => holders.includes(role));
}
