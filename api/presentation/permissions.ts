import type { Permission } from '../../domain/roles';
import { may } from '../../domain/roles';

/** For views: `can('case.log')`. */
export const can =
  (roles: readonly string[]) =>
  (permission: Permission): boolean =>
    may(roles, permission);
