import type { PointAudience } from '../register/cases';
import type { Addressee } from '../register/staff';

/** Whether somebody may know of the case at all: not shut out and, on a restricted case, named. */
export const mayKnow =
  ({ mayKnow: named, shutOut }: Pick<PointAudience, 'mayKnow' | 'shutOut'>) =>
  ({ staffId }: Pick<Addressee, 'staffId'>): boolean =>
    !shutOut.includes(staffId) && (named === null || named.includes(staffId));
