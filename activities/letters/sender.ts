import type { Dossier } from '../../register/cases';
import type { Controller, Profile } from '../../domain/organisation/profile';
import type { NamedController, Regulator, Sender } from '../../templates/data';

/** Courts of DPA s.180(1), by nation. */
const courts: Readonly<Record<Profile['nation'], string>> = {
  'england-and-wales': 'the High Court or the county court',
  scotland: 'the Court of Session or the sheriff court',
  'northern-ireland': 'the High Court or a county court',
};

/** The controller whose data the case is about. */
export function controllerOf(profile: Profile, { facts }: Pick<Dossier, 'facts'>): Controller | undefined {
  return profile.controllers.find(({ id }) => id === facts.controller);
}

/** @param baseUrl address that people use, where our own complaint form is unless the profile names another */
export function senderOf(profile: Profile, baseUrl: string): Sender {
  const { name, address, telephone, governance, website, dpo, colours, letters, complaints } = profile;
  return {
    ...{ name, address, telephone, website },
    email: governance.email,
    dpo: { title: 'data protection officer', email: dpo.email },
    colour: colours.accent,
    hours: letters.serviceHours,
    fees: letters.fees,
    closing: letters.closing,
    signature: letters.signature,
    complaints: { ...complaints.contact, formUrl: complaints.formUrl ?? complaintForm(profile, baseUrl) },
  };
}

const complaintForm = ({ id }: Profile, baseUrl: string): string => `${baseUrl}/complain/${id}`;

export function namedController(profile: Profile, controller: Controller | undefined): NamedController {
  return controller && controller.ourRole !== 'controller'
    ? { name: controller.name, ours: false, dpo: controller.dpo }
    : { name: profile.name, ours: true, dpo: profile.dpo };
}

export function regulatorOf({ regulator }: Profile): Regulator {
  const { shownAs, address, telephone, complaintUrl } = regulator;
  return { name: shownAs, address, telephone, url: complaintUrl };
}

export const courtsOf = ({ nation }: Profile): string => courts[nation];
