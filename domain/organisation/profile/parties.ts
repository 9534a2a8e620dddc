/** Who is who: the people, bodies and mailboxes around an organisation's data. */

/** A team or role and how to reach it. Never a person's name: people come and go, roles stay. */
export interface Contact {
  /** Such as `Information Governance Team`. */
  readonly name: string;
  readonly email: string;
  readonly telephone?: string;
  /** Lines of the postal address, where it is not the organisation's own. */
  readonly address?: readonly string[];
}

/** The data protection officer (UK GDPR Arts 37–39): advises; the controller decides. */
export interface DataProtectionOfficer extends Contact {
  /** Works for another body, and signs in as one who belongs to several organisations. */
  readonly outsider: boolean;
}

/** The supervisory authority (UK GDPR Art 51). Always configuration: its name and addresses have changed. */
export interface Regulator {
  /** Name in statute: `Information Commission`. */
  readonly statutoryName: string;
  /** As letters show it: `Information Commission (ICO)`. */
  readonly shownAs: string;
  readonly address: readonly string[];
  readonly telephone: string;
  readonly url: string;
  /** Page where a person can complain. */
  readonly complaintUrl: string;
  /** When the telephone is answered. */
  readonly hours?: string;
}

/** Another body to which a person may turn about housing or about these matters. */
export interface OtherBody {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly url: string;
  readonly telephone?: string;
  readonly address?: readonly string[];
}

/** Our part in a controller's processing: it decides (Art 4(7)), we act for it (Art 28), or both decide (Art 26). */
export type OurRole = 'controller' | 'processor' | 'joint';

/**
 * What we do with a request that concerns this controller.
 * - `answer`: we answer it
 * - `instructed`: we run the whole case on its instructions and name it and its DPO in letters
 * - `forward`: we pass it on
 */
export type Route = 'answer' | 'instructed' | 'forward';

export interface Controller {
  readonly id: string;
  readonly name: string;
  readonly ourRole: OurRole;
  readonly route: Route;
  /** It must approve a disclosure or refusal before it leaves. */
  readonly approvalRequired: boolean;
  readonly dpo: Contact;
  readonly contact: Contact;
  /** Person types whose data it controls, and for what. */
  readonly dataOf: readonly string[];
  readonly purposes: string;
  /** Where the policy says so, such as `§1, §9.2`. */
  readonly section?: string;
}

/** What a data subject is to the organisation. */
export interface PersonType {
  readonly id: string;
  readonly label: string;
  /** Systems offered for the search by default. */
  readonly defaultSystems: readonly string[];
}

/** Where information comes from, for UK GDPR Art 15(1)(g) and Art 14(2)(f). */
export interface InformationSource {
  readonly id: string;
  readonly label: string;
  /** The person themselves, another body, or our own observation (CCTV, cookies). */
  readonly from: 'person' | 'other-body' | 'observation';
}

/** To whom personal data have been or will be disclosed (UK GDPR Arts 4(9), 15(1)(c), 19). */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  /** As a letter groups them: `Contractors`, `Health bodies`. */
  readonly category: string;
  /** What they are under the UK GDPR. */
  readonly standing: 'processor' | 'controller' | 'joint-controller' | 'agent-of-the-person';
  /** What they get the data for. */
  readonly purpose: string;
  /** How they take a notification (Art 19) or a disclosure. */
  readonly takes: 'letter' | 'secure-link' | 'portal';
  readonly contact?: Contact;
  /** Only with the person's agreement, or where law requires it. */
  readonly onlyWithAgreement?: boolean;
}
