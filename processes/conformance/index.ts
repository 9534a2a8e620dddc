/** Whether recorded cases follow their diagram, where they stand on it, and what no case has reached. */
export { coverage } from './coverage';
export { partsOf, type RecordedEvent } from './events';
export type { Fit, Reached } from './fit';
export { replay, type Misfit } from './replay';
export { waiversFor } from './waivers';
