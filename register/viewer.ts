import type { Role } from '../domain/roles';

/** Who is looking, within which organisation. Every query of pages carries one; what they may not see does not exist for them. */
export interface Viewer {
  readonly staffId: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  /** Absent colleagues whose deputy they are: what waits for those waits for them, for as long as the absence lasts. */
  readonly standsInFor?: readonly string[];
}

/** Whose work is theirs to do today: their own, and that of whom they stand in for. */
export const inPlaceOf = ({ staffId, standsInFor = [] }: Viewer): string[] => [staffId, ...standsInFor];
