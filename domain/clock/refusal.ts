import type { ClockEvent } from './types';

/** Why a history cannot have happened. Stable: pages and the API map them to fields. */
export type RefusalCode =
  | 'not-a-date'
  | 'time-needed'
  | 'event-before-receipt'
  | 'answer-before-question'
  | 'withdrawn-before-question'
  | 'second-open-question'
  | 'second-extension'
  | 'undone-before-extension'
  | 'late-extension-notice'
  | 'extension-not-possible'
  | 'clarification-not-access';

/**
 * A history that the law or the calendar does not allow. The message is one sentence for the person who
 * typed it; `event` is the one that cannot stand, with the record's own key if it was given.
 */
export class ImpossibleHistory extends Error {
  override readonly name = 'ImpossibleHistory';

  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly event: ClockEvent,
  ) {
    super(message);
  }
}
