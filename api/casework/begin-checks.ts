import { decisionIn } from '../../domain/cases/decision-check';
import { checksOf } from '../../register/intake/decision-checks';
import type { SignedIn } from '../auth/signed-in';
import { NotFound } from '../errors';
import { londonDay } from '../presentation/dates';
import type { Services } from '../services';
import { startCase } from './log-request';
import { versionOf } from './opening';

export interface BegunChecks {
  readonly reference: string;
  /** They were under way already: nothing was written now. */
  readonly repeated: boolean;
  /** The process is under way; otherwise it begins as soon as the engine is back. */
  readonly started: boolean;
}

/**
 * Begins the regular checks of a decision of the register (UK GDPR Arts 5(2), 24(1)): one case at a time, whoever
 * presses and however often. Throws NotFound for a decision that the register does not name.
 */
export async function beginChecks(
  services: Services,
  viewer: SignedIn,
  decisionId: string,
): Promise<BegunChecks> {
  const { register, now } = services;
  const found = decisionIn(register.organisations.get(viewer.organisationId), decisionId);
  if (!found) throw new NotFound('The register has no such decision.');
  const ofDecision = (await register.cases.decisionChecks(viewer)).filter(
    ({ decision }) => decision === found.id,
  );
  const running = ofDecision.find(({ closed }) => !closed);
  if (running) return { reference: running.reference, repeated: true, started: true };
  const { reference, repeated } = await register.intake.open({
    ...checksOf(viewer.organisationId, found, ofDecision.length),
    ...{ viewer, processVersion: versionOf('decision-check'), receivedOn: londonDay(now()) },
  });
  return { reference, repeated, started: await startCase(services, reference) };
}
