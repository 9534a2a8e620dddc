/** What stops at once, side by side on each system (UK GDPR Arts 7(3), 21(3)). */
import type { Codes } from '../../domain/cases/process';
import type { Part } from './rights';

/** A task in hours for each system's owner, until each says that it has stopped. */
export async function stopEverywhere(
  c: Part<{ repeated: 'stop-everywhere'; sendTask: 'ask-stop'; userTask: 'stop-at-once' }>,
  systems: readonly string[],
): Promise<void> {
  await c.forEach('stop-everywhere', systems, async (one): Promise<Codes> => {
    await one.send('ask-stop');
    for (;;) {
      const { outcome } = await one.userTask('stop-at-once');
      if (outcome !== 'failed') return { outcome };
    }
  });
}
