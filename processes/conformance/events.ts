import type { ProcessEventType, StepKey } from '../../domain/cases/process';

/** As much of a recorded event as its diagram can judge. A row of the record and a `ProcessEvent` both fit. */
export interface RecordedEvent {
  readonly type: ProcessEventType;
  readonly element?: string | null;
  readonly step?: StepKey | null;
  /** For `fired`, `closed` and `reopened`: which time this was, from 1. */
  readonly number?: number | null;
  /** `items` where a repeated sub-process is entered; `end` where the case is closed. */
  readonly data?: Readonly<Record<string, unknown>> | null;
}

/** A step key taken apart: `search#1[cctv]/search-system#2` is `search-system`, number 2, in `search#1[cctv]`. */
export interface StepParts {
  /** `''` for the process itself, `reopened#1` once it was reopened. */
  readonly scope: string;
  readonly element: string;
  readonly number: number;
}

/** The parts of a step key, or null where it is not one. */
export function partsOf(step: StepKey): StepParts | null {
  const match = /^(?:(.*)\/)?([^#[\]/:]+)#([1-9]\d*)$/.exec(step);
  return match ? { scope: match[1] ?? '', element: match[2] ?? '', number: Number(match[3]) } : null;
}

/** A step key without its number: the element in its scope. */
export const nameOf = (scope: string, element: string): string => (scope ? `${scope}/${element}` : element);

/** The keys of the items that a repeated sub-process was entered with, or null where the event has none. */
export function itemsOf(event: RecordedEvent): readonly string[] | null {
  const items = event.data?.['items'];
  return Array.isArray(items) ? items.map(String) : null;
}

/** The end by which a case was closed. */
export const endOf = (event: RecordedEvent): string => String(event.data?.['end'] ?? event.element ?? '');
