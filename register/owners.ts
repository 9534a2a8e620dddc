import { londonDate } from '../domain/calendar';
import type { Instant, IsoDate } from '../domain/clock/types';
import type { Membership } from './generated/client';
import type { Reader, Tx } from './database';
import { civil } from './instants';
import type { Viewer } from './viewer';
import { knownTo } from './visibility';

/** Whether somebody is away on that day. */
export function isAway({ absentFrom, absentUntil }: Membership, on: IsoDate): boolean {
  return absentFrom !== null && civil(absentFrom) <= on && (absentUntil === null || on <= civil(absentUntil));
}

/** Memberships that own the system, of accounts in use. */
export function ownersOf(reader: Reader, organisationId: string, system: string): Promise<Membership[]> {
  return reader.membership.findMany({
    where: { organisationId, systems: { has: system }, staff: { disabled: false } },
  });
}

/**
 * Who is to do the work of a system's owner: the one owner, or their deputy while they are away; nobody in
 * particular where there are several, or where the case is kept from the owner (nobody searches what concerns a
 * complaint against themselves).
 */
export async function ownerInCharge(
  {
    tx,
    caseId,
    organisationId,
  }: { readonly tx: Tx; readonly caseId: string; readonly organisationId: string },
  system: string,
  at: Instant,
): Promise<string | null> {
  const [owner, ...others] = await ownersOf(tx, organisationId, system);
  if (!owner || others.length > 0) return null;
  const person = isAway(owner, londonDate(at)) && owner.deputyId ? owner.deputyId : owner.staffId;
  const viewer = { staffId: person, organisationId, roles: [] };
  return (await tx.case.count({ where: { AND: [{ id: caseId }, knownTo(viewer)] } })) > 0 ? person : null;
}

/** Systems the viewer answers for today: their own, and those of absent colleagues whose deputy they are. */
export async function systemsOf(
  reader: Reader,
  { staffId, organisationId }: Viewer,
  today: IsoDate,
): Promise<string[]> {
  const rows = await reader.membership.findMany({
    where: { organisationId, OR: [{ staffId }, { deputyId: staffId }] },
  });
  return rows
    .filter((row) => row.staffId === staffId || isAway(row, today))
    .flatMap(({ systems }) => systems);
}
