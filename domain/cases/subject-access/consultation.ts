/** House period, in days, in which somebody consulted is asked to reply (DPA Sch 2 ¶16). Workflow-safe. */
export const REPLY_WITHIN_DAYS = 14;
