export type * from './types';
export { deadline } from './deadline';
export { explain } from './explain';
export { ImpossibleHistory, type RefusalCode } from './refusal';
export { comparePolicy, type Comparison, type Verdict } from './compare-policy';
export { parsePeriod, periodText } from './period';
export { catalogue, isTimerName, timerNamed, timersOf } from './timers';
export type { LawVersion, TimerDeclaration } from './rule';
export { longDate, weekdayDate, when } from './words';
