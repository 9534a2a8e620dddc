import type { CaseKind } from '../../cases/kinds';
import type { LawVersion, TimerDeclaration } from '../rule';
import type { IsoDate, TimerName } from '../types';
import { breachTimers } from './breach';
import { complaintTimers } from './complaint';
import { impactAssessmentTimers } from './impact-assessment';
import { informationTimers } from './information';
import { keepingTimers, noticeTimers } from './keeping';
import { rightsTimers } from './rights';

/** The whole catalogue: one declaration per timer, in the order of the law's chapters. */
export const catalogue: readonly TimerDeclaration[] = [
  ...rightsTimers,
  ...breachTimers,
  ...impactAssessmentTimers,
  ...complaintTimers,
  ...noticeTimers,
  ...informationTimers,
  ...keepingTimers,
];

const byName = new Map<string, TimerDeclaration>(catalogue.map((timer) => [timer.name, timer]));

export function isTimerName(name: string): name is TimerName {
  return byName.has(name);
}

/** The declaration of a timer. Throws RangeError for a name that is not in the catalogue. */
export function timerNamed(name: TimerName): TimerDeclaration {
  const timer = byName.get(name);
  if (!timer) throw new RangeError(`There is no timer named "${name}".`);
  return timer;
}

/** The timers that a case of this kind can have. */
export function timersOf(kind: CaseKind): TimerDeclaration[] {
  return catalogue.filter((timer) => timer.kinds.includes(kind));
}

/** The law in force for what began on that day; the oldest version known if it began before any. */
export function lawInForce(timer: TimerDeclaration, began: IsoDate): LawVersion {
  return timer.law.find((version) => version.from <= began) ?? (timer.law.at(-1) as LawVersion);
}
