import { londonDate } from '../domain/calendar';
import { endOfPeriod } from '../domain/clock/period';
import type { AutomatedDecision, Profile } from '../domain/organisation';
import type { Gateway } from '../gateway';
import { decisionCheckVersion } from '../processes/decision-check.generated';
import type { Register } from '../register';
import type { CaseOpening, Nobody } from '../register/intake';
import { checksOf } from '../register/intake/decision-checks';

/**
 * Opens the first check of each decision of the registers whose checks nobody has begun (UK GDPR Arts 5(2), 24(1)). Its
 * id follows from the decision, so several workers, and a person who begins them by hand, open one case. Checks that
 * have ended are not begun again.
 */
export async function openFirstChecks(
  register: Pick<Register, 'organisations' | 'intake' | 'cases'>,
  gateway: Pick<Gateway, 'startCase'>,
  now: Date,
): Promise<void> {
  for (const profile of register.organisations.all())
    for (const decision of profile.automatedDecisions) {
      const { reference, repeated } = await register.intake.open(firstCheck(profile, decision, now));
      const start = repeated ? null : await register.cases.start(reference);
      if (start) await gateway.startCase(start);
    }
}

/** For whoever makes checks, within the interval that the register gives. */
function firstCheck(profile: Profile, decision: AutomatedDecision, now: Date): CaseOpening<Nobody> {
  const today = londonDate(now.toISOString());
  const opening = checksOf(profile.id, decision);
  const firstBy = endOfPeriod(today, decision.checks.every, profile.nation);
  return {
    ...{ ...opening, codes: { ...opening.codes, firstBy } },
    ...{ processVersion: decisionCheckVersion, receivedOn: today },
    viewer: { staffId: null, organisationId: profile.id, roles: [] },
  };
}
