import { addWorkingDays } from './calendar';
import type { IsoDate, Nation } from './clock/types';

/** Working days that ordinary post takes, as courts reckon it (Civil Procedure Rules 6.26: the second day after posting). */
export const deliveryDays = 2;

/**
 * The day a letter counts as delivered: when it would arrive in the ordinary course of post (Interpretation Act
 * 1978 s.7). A notice that must be *given* before a date (Art 12A(4)) is given then, not when it was posted.
 */
export function deemedDelivered(postedOn: IsoDate, nation: Nation): IsoDate {
  return addWorkingDays(postedOn, deliveryDays, nation);
}
