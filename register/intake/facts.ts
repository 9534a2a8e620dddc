import { contactFlags } from '../../domain/cases/contents';
import type { CaseDefinition } from '../../domain/cases/definition';
import type { CaseFacts, Codes } from '../../domain/cases/process';
import type { Controller, Profile } from '../../domain/organisation/profile';
import { controllersOf } from '../../domain/organisation/reading';
import { RegisterError } from '../errors';
import type { CaseOpening, Nobody } from '../intake';
import type { PersonRecord } from '../people';
import type { Viewer } from '../viewer';

/**
 * What stays true of a case from its first day, as codes: a process may branch on it. Throws `invalid` for a
 * person type or a controller that the profile does not know.
 */
export function factsOf(
  profile: Profile,
  definition: CaseDefinition,
  { kind, viewer, codes, receivedOn, processVersion, controller }: CaseOpening<Viewer | Nobody>,
  asking: Asking | null,
): CaseFacts {
  const answering = controllerFor(profile, asking?.subject.personType, controller);
  return {
    ...codes,
    ...{ kind, organisation: viewer.organisationId, receivedOn, processVersion, openedBy: viewer.staffId },
    ...{ controller: answering.id, controllerRole: answering.ourRole, controllerRoute: answering.route },
    approvalRequired: answering.approvalRequired,
    channel: codes.channel ?? 'not-said',
    ...(asking ? personal(profile, codes, asking) : { preserve: [], flagged: false }),
    ...definition.facts?.(profile, codes),
  };
}

/** Whose data it is, and who asks. */
export interface Asking {
  readonly subject: PersonRecord;
  readonly requester: PersonRecord;
}

function personal(profile: Profile, codes: Codes, { subject, requester }: Asking): Codes {
  const { personType } = subject;
  if (!profile.personTypes.some(({ id }) => id === personType)) {
    throw new RegisterError(
      'invalid',
      'The profile of this organisation does not know that kind of person. Nothing was recorded.',
    );
  }
  return {
    personType,
    requester: codes.requester ?? 'self',
    delivery: codes.delivery ?? 'not-said',
    preserve: overwriting(profile, personType),
    flagged: [...subject.flags, ...requester.flags].some((flag) => contactFlags.some((one) => one === flag)),
  };
}

function controllerFor(
  profile: Profile,
  personType: string | undefined,
  chosen: string | undefined,
): Controller {
  const usual = personType === undefined ? undefined : controllersOf(profile, personType)[0];
  const found = chosen
    ? profile.controllers.find(({ id }) => id === chosen)
    : (usual ?? profile.controllers[0]);
  if (found) return found;
  throw new RegisterError(
    'invalid',
    'The profile of this organisation does not know that controller. Nothing was recorded.',
  );
}

/** Systems that overwrite themselves and hold data of such people: preserved at once (DPA s.173). */
function overwriting({ systems }: Profile, personType: string): string[] {
  return systems
    .filter(
      ({ overwriteAfterDays, personTypes }) =>
        overwriteAfterDays !== undefined && personTypes.includes(personType),
    )
    .map(({ id }) => id);
}
