import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Profile } from '../../../domain/organisation/profile';
import { may } from '../../../domain/roles';
import type { ConsentWithdrawn, StoppedOn } from '../../../register/cases';
import type { PersonRecord } from '../../../register/people';
import { viewerOf } from '../../auth/signed-in';
import { NotFound } from '../../errors';
import { dateTime, longDate } from '../../presentation/dates';
import { dueOf } from '../../presentation/due';
import { kindTitle, outcomeTitle, stageTitles } from '../../presentation/words';
import type { Services } from '../../services';
import { contactKindText, flagText, safetyTag } from './words';

/** Somebody whom this viewer may know of. Throws NotFound. */
export async function findPerson(
  { register }: Services,
  req: Request<{ id: string }>,
): Promise<PersonRecord> {
  const { id } = req.params;
  const person = z.uuid().safeParse(id).success ? await register.people.find(viewerOf(req), id) : null;
  if (!person) throw new NotFound();
  return person;
}

/** Who somebody is, how they may safely be reached, and their cases. */
export function getPerson(services: Services) {
  const { register } = services;
  return async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const person = await findPerson(services, req);
    const [cases, withdrawn] = await Promise.all([
      register.cases.ofPerson(viewer, person.id),
      register.cases.consentsWithdrawn(viewer, person.id),
    ]);
    const profile = register.organisations.get(viewer.organisationId);
    res.render('people/person', {
      person: {
        id: person.id,
        name: person.contents.name,
        flags: person.flags.map(flagText),
        contacts: person.contents.contacts.map((contact) => ({
          ...contact,
          kind: contactKindText(contact.kind),
          safety: safetyTag(contact.safety),
        })),
      },
      facts: factsOf(person, profile),
      consents: withdrawn.map((one) => consentView(one, profile)),
      marks: cases.flatMap(({ mark, reference }) => (mark === null ? [] : [{ text: mark, reference }])),
      cases: cases.map((one) => ({
        ...one,
        kind: kindTitle(one.kind),
        stage: outcomeTitle(one.kind, one.outcome) ?? stageTitles[one.stage],
        due: dueOf(one, services.now()),
      })),
      mayEdit: may(viewer.roles, 'person.edit'),
    });
  };
}

/** A purpose in the profile's words, and one line for each of its systems. */
function consentView(
  { purpose, withdrawnOn, reference, systems }: ConsentWithdrawn,
  profile: Profile,
): object {
  return {
    ...{ withdrawnOn, reference },
    purpose: profile.processingRecords.find(({ id }) => id === purpose)?.purpose ?? purpose,
    systems: systems.map(({ system, state, on }) => ({
      label: profile.systems.find(({ id }) => id === system)?.label ?? system,
      state: stopWords[state],
      on,
      late: state === 'not-yet',
    })),
  };
}

const stopWords: Readonly<Record<StoppedOn['state'], string>> = {
  stopped: 'stopped',
  'nothing-there': 'nothing of theirs was in use for it',
  'not-yet': 'not stopped yet',
};

function factsOf({ contents, personType, held, updatedAt }: PersonRecord, profile: Profile): object[] {
  const type = profile.personTypes.find(({ id }) => id === personType)?.label ?? personType;
  const facts: [string, string][] = [
    ['What they are to us', type],
    ['Born', longDate(contents.dateOfBirth)],
    ['Former names', contents.formerNames.join(', ')],
    ['Numbers', contents.references.join(', ')],
    ['Plain e-mail', contents.agreesToPlainEmail ? 'They agreed to it' : 'They have not agreed to it'],
    ['Routine deletion', held ? 'Held while a case of theirs is open (DPA s.173)' : 'Not held'],
    ['Note', contents.note ?? ''],
    ['Last changed', dateTime(updatedAt)],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}
