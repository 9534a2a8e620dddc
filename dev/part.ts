import type { Running } from './processes';

/** One program of the stack. */
export interface Part {
  /** Short and stable: names the log file and the process mark. */
  readonly name: string;
  /** What a person calls it. */
  readonly title: string;
  /** Starts it and resolves when it does its work; rejects, saying why, when it cannot. */
  start(): Promise<Running>;
}
