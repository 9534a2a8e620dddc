import type { CaseDefinition } from '../domain/cases/definition';
import { definitionOf, openKinds } from '../domain/cases/registry';
import type { Permission } from '../domain/roles';
import { may, permissions } from '../domain/roles';
import type { Prisma } from './database';
import { inPlaceOf, type Viewer } from './viewer';

/** Roles that read cases without being able to be named on a restricted one. */
const unrestrictedOnly: readonly string[] = ['auditor'];

/** What whoever leads a case may do with it, whatever their role. */
const leadsMay: readonly Permission[] = ['case.view', 'document.view', 'letter.view', 'document.add'];

/**
 * Cases that exist for this viewer: of their organisation, not shut off from them, and, where restricted, with
 * them among the staff named. An auditor reads unrestricted cases only. Some kinds have fewer readers, and some
 * are open to whoever leads them, whatever their role.
 */
export function visibleTo(viewer: Viewer): Prisma.CaseWhereInput {
  return { AND: [knownTo(viewer), { OR: [byRole(viewer), ledBy(viewer)] }] };
}

/** Cases not kept from this person, whatever their roles: for tasks that are theirs to do. */
export function knownTo({ staffId, organisationId }: Viewer): Prisma.CaseWhereInput {
  return {
    organisationId,
    OR: [{ restricted: false }, { staff: { some: { staffId, standing: 'named' } } }],
    staff: { none: { staffId, standing: 'excluded' } },
  };
}

/** Cases that this viewer leads. */
export const ledBy = ({ staffId }: Viewer): Prisma.CaseWhereInput => ({ leadId: staffId });

/** Whether the viewer may do this with a case that exists for them: by their role, or because they lead it. */
export const mayOn = (
  viewer: Viewer,
  { leadId }: { readonly leadId: string | null },
  permission: Permission,
): boolean => may(viewer.roles, permission) || (leadsMay.includes(permission) && leadId === viewer.staffId);

/** Cases of which the viewer may read this, by their role or because they lead them. */
export function readableBy(viewer: Viewer, permission: Permission): Prisma.CaseWhereInput {
  if (may(viewer.roles, permission)) return visibleTo(viewer);
  return leadsMay.includes(permission) ? { AND: [knownTo(viewer), ledBy(viewer)] } : nothing;
}

const nothing: Prisma.CaseWhereInput = { id: { in: [] } };

function byRole(viewer: Viewer): Prisma.CaseWhereInput {
  if (!may(viewer.roles, 'case.view')) return nothing;
  const kept = kindsWhere(({ readers }) => readers !== undefined && !readers.some(heldBy(viewer)));
  return {
    AND: [
      // Of a choice between conditions, an empty one counts as none: this one never is.
      { organisationId: viewer.organisationId },
      ...(canBeNamed(viewer) ? [] : [{ restricted: false }]),
      ...(kept.length > 0 ? [{ OR: [{ kind: { notIn: kept } }, involving(viewer)] }] : []),
    ],
  };
}

/** Cases that somebody has a part in: named on them, in charge of them, or with work on them to do or done. */
function involving(viewer: Viewer): Prisma.CaseWhereInput {
  const { staffId, roles } = viewer;
  const ofRole = { state: 'open', assigneeId: null, roles: { hasSome: [...roles] } };
  const theirs = { in: inPlaceOf(viewer) };
  return {
    OR: [
      { assigneeId: theirs },
      { staff: { some: { staffId, standing: 'named' } } },
      { tasks: { some: { OR: [{ assigneeId: theirs }, { completedBy: staffId }, ofRole] } } },
    ],
  };
}

const kindsWhere = (holds: (definition: CaseDefinition) => boolean): string[] =>
  openKinds.filter((kind) => holds(definitionOf(kind)));

const heldBy =
  ({ roles }: Viewer) =>
  (role: string): boolean =>
    roles.some((held) => held === role);

function canBeNamed({ roles }: Viewer): boolean {
  const readers: readonly string[] = permissions['case.view'];
  return roles.some((role) => readers.includes(role) && !unrestrictedOnly.includes(role));
}

/** People who exist for this viewer: without cases, or with one that they may see. */
export function peopleVisibleTo(viewer: Viewer): Prisma.PersonWhereInput {
  const visible = visibleTo(viewer);
  return {
    organisationId: viewer.organisationId,
    OR: [
      { subjectOf: { none: {} }, requesterOf: { none: {} } },
      { subjectOf: { some: visible } },
      { requesterOf: { some: visible } },
    ],
  };
}
