import { londonDate } from '../domain/calendar';
import type { Instant, IsoDate } from '../domain/clock/types';
import type { Membership } from './generated/client';
import type { Reader, Tx } from './database';
import { civil } from './instants';

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
 * particular where there are several, or where the owner is shut out of the case (nobody searches what concerns
 * a complaint against themselves).
 */
export async function ownerInCharge(
  { tx, caseId, organisationId }: { readonly tx: Tx; readonly caseId: string; readonly organisationId: string },
  system: string,
  at: Instant,
): Promise<string | null> {
  const [owner, ...others] = await ownersOf(tx, organisationId, system);
  if (!owner || others.length > 0) return null;
  const person = isAway(owner, londonDate(at)) && owner.deputyId ? owner.deputyId : owner.staffId;
  const shutOut = await tx.caseStaff.count({ where: { caseId, staffId: person, standing: 'excluded' } });
  return shutOut === 0 ? person : null;
}
