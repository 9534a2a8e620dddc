/** A complaint that came through the organisation's form and waits to be logged (DPA s.164A(2)–(3)). */
import { addWorkingDays } from './calendar';
import type { IsoDate, Nation } from './clock/types';

/** The house's own target: the law's 30 days run meanwhile, from receipt. */
const LOG_WITHIN_WORKING_DAYS = 2;

/** The last day on which logging it is in time; after it those concerned are told each working day. */
export const logReceivedBy = (receivedOn: IsoDate, nation: Nation): IsoDate =>
  addWorkingDays(receivedOn, LOG_WITHIN_WORKING_DAYS, nation);
