/** The kit that every process is written with. */
export { runCase } from './run';
export type { Ending, ProcessSpec, StepNames, Steps } from './spec';
