import type { Role } from '../domain/roles';

/** Who is looking, within which organisation. Every query of pages carries one; what they may not see does not exist for them. */
export interface Viewer {
  readonly staffId: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
}
