/** Letters that came back, and what was done about them. Workflow-safe. */
import type { Codes } from './process';

/** Answers to "How was it given after all?" that say it never was. */
const notGiven: readonly unknown[] = ['not-given', 'not-possible'];

/** Whether a letter that came back has been given after all, by the answers of `send-again`. */
export const givenAfterAll = ({ outcome }: Codes): boolean =>
  outcome !== undefined && outcome !== null && !notGiven.includes(outcome);
