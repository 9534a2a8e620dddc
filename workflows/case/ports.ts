/** The activities as this kit calls them: how long each may take, and how it is tried again. */
import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { EffectActivities, RecordActivities } from '../../activities/contract';
import type { ProcessEvent } from '../../domain/cases/process';

/** Characters that the Temporal UI shows of a summary. */
const MAX_SUMMARY = 200;

const quick = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '4s',
  retry: { maximumAttempts: 3, initialInterval: '100ms' },
});

const patient = proxyActivities<RecordActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '10s' },
});

/**
 * The record: a local activity first, because it is fast; when PostgreSQL is away, the same call as a regular
 * activity, which waits for as long as it takes without holding the workflow task.
 */
export const record: RecordActivities = {
  claim: (input) =>
    either(
      () => quick.claim(input),
      () => patient.claim(input),
    ),
  record: (request) => {
    const summary = gist(request.events);
    return either(
      () => quick.record.executeWithOptions({ summary }, [request]),
      () => patient.record.executeWithOptions({ summary }, [request]),
    );
  },
};

/** What a batch says, for those who read the history in the Temporal UI: `triage left, search entered`. */
function gist(events: readonly ProcessEvent[]): string {
  const said = events.map(({ type, element, action }) =>
    `${element ?? action ?? ''} ${type.replace(/^step-/, '')}`.trim(),
  );
  return said.join(', ').slice(0, MAX_SUMMARY);
}

async function either<T>(fast: () => Promise<T>, sure: () => Promise<T>): Promise<T> {
  try {
    return await fast();
  } catch (error) {
    // A failed local activity arrives as a bare ApplicationFailure, not as an ActivityFailure.
    if (isCancellation(error)) throw error;
    return sure();
  }
}

/**
 * What a step does in the world. Tried again until it works, unless it says that trying again is useless; soon,
 * where the worker that did it has died and no longer says that it is at it (`worker/heartbeat.ts`).
 */
export const effects = proxyActivities<EffectActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});
