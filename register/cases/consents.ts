import type { CaseFacts, Codes } from '../../domain/cases/process';
import { itemOf, listOf } from '../../domain/cases/process';
import type { ConsentWithdrawn, StoppedOn } from '../cases';
import type { Context } from '../context';
import type { Step } from '../generated/client';
import { civil } from '../instants';
import type { Viewer } from '../viewer';
import { visibleTo } from '../visibility';

/** What a person no longer agrees to, purpose by purpose, of the cases that the viewer may see, the newest first. */
export async function consentsWithdrawn(
  { db, organisations }: Context,
  viewer: Viewer,
  personId: string,
): Promise<ConsentWithdrawn[]> {
  const cases = await db.case.findMany({
    where: { AND: [{ kind: 'consent-withdrawal', subjectId: personId }, visibleTo(viewer)] },
    orderBy: [{ receivedOn: 'desc' }, { reference: 'desc' }],
    include: {
      steps: { where: { element: 'stop-at-once', state: 'left' }, orderBy: { leftAt: 'asc' } },
    },
  });
  const { processingRecords } = organisations.get(viewer.organisationId);
  return cases.flatMap(({ reference, receivedOn, facts, steps }) => {
    const asked = listOf(facts as CaseFacts, 'stopOn');
    return listOf(facts as CaseFacts, 'purposes').map((purpose): ConsentWithdrawn => {
      const serves = processingRecords.find(({ id }) => id === purpose)?.systems ?? [];
      return {
        ...{ purpose, reference, withdrawnOn: civil(receivedOn) },
        systems: asked.filter((system) => serves.includes(system)).map((system) => stoppedOn(system, steps)),
      };
    });
  });
}

/** What its owner said last. */
function stoppedOn(system: string, steps: readonly Step[]): StoppedOn {
  const last = steps.filter(({ step }) => itemOf(step) === system).at(-1);
  const { outcome, on } = (last?.result ?? {}) as Codes;
  return outcome === 'stopped' || outcome === 'nothing-there'
    ? { system, state: outcome, on: typeof on === 'string' ? on.slice(0, 10) : null }
    : { system, state: 'not-yet', on: null };
}
