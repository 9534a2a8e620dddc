import { may, permissions } from '../domain/roles';
import type { Prisma } from './database';
import type { Viewer } from './viewer';

/** Roles that read cases without being able to be named on a restricted one. */
const unrestrictedOnly: readonly string[] = ['auditor'];

/**
 * Cases that exist for this viewer: of their organisation, not shut off from them, and, where restricted, with
 * them among the staff named. An auditor reads unrestricted cases only.
 */
export function visibleTo(viewer: Viewer): Prisma.CaseWhereInput {
  if (!may(viewer.roles, 'case.view')) return { id: { in: [] } };
  return { AND: [knownTo(viewer), ...(canBeNamed(viewer) ? [] : [{ restricted: false }])] };
}

/** Cases not kept from this person, whatever their roles: for tasks that are theirs to do. */
export function knownTo({ staffId, organisationId }: Viewer): Prisma.CaseWhereInput {
  return {
    organisationId,
    OR: [{ restricted: false }, { staff: { some: { staffId, standing: 'named' } } }],
    staff: { none: { staffId, standing: 'excluded' } },
  };
}

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
