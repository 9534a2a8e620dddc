import type { IsoDate } from '../domain/clock/types';
import type { Role } from '../domain/roles';
import type { Context } from './context';
import {
  authenticate,
  createAccount,
  findAccount,
  findByEmail,
  setDisabled,
  setPassword,
} from './staff/accounts';
import {
  colleagues,
  findMembership,
  membershipsOf,
  removeMembership,
  setAbsence,
  setMembership,
} from './staff/memberships';
import { holders, owners, reach, viewerOf } from './staff/reach';
import type { Viewer } from './viewer';

export interface StaffMember {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly disabled: boolean;
  /** Must choose a new password before anything else. */
  readonly mustChange: boolean;
}

export interface Membership {
  readonly staffId: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  /** Systems of the profile this person owns. */
  readonly systems: readonly string[];
  readonly absence: { readonly from: IsoDate; readonly until: IsoDate | null } | null;
  readonly deputyId: string | null;
}

/** A member of staff in one organisation. */
export type Colleague = StaffMember & Membership;

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly mustChange?: boolean;
}

/** Whom to write to about something: the person themselves, or their deputy while they are away. */
export interface Addressee {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  /** Set when the deputy is written to instead. */
  readonly insteadOf?: string;
}

export interface Staff {
  /** Throws `invalid` for a password under 12 characters, `id-used-before` for an e-mail address already taken. */
  create(person: NewStaff): Promise<StaffMember>;
  /** The account, or null: wrong, unknown and disabled look and take the same. */
  authenticate(email: string, password: string): Promise<StaffMember | null>;
  /** Throws `invalid` for a password under 12 characters, `not-found`. */
  setPassword(staffId: string, password: string, mustChange?: boolean): Promise<void>;
  setDisabled(staffId: string, disabled: boolean): Promise<void>;
  find(staffId: string): Promise<StaffMember | null>;
  findByEmail(email: string): Promise<StaffMember | null>;

  /** Organisations this person belongs to. */
  memberships(staffId: string): Promise<Membership[]>;
  membership(staffId: string, organisationId: string): Promise<Membership | null>;
  /** Makes or replaces roles and systems. Throws `invalid` for an unknown role or system. */
  setMembership(
    staffId: string,
    organisationId: string,
    held: { readonly roles: readonly Role[]; readonly systems?: readonly string[] },
  ): Promise<Membership>;
  removeMembership(staffId: string, organisationId: string): Promise<void>;
  /** Away from a day until a day (both included; null: until further notice), with a deputy; null ends it. */
  setAbsence(
    staffId: string,
    organisationId: string,
    absence: { readonly from: IsoDate; readonly until: IsoDate | null; readonly deputyId?: string } | null,
  ): Promise<void>;
  /** Everyone in the organisation, by name. */
  colleagues(organisationId: string): Promise<Colleague[]>;
  /** Whoever holds the role today, deputies standing in for the absent. */
  holders(organisationId: string, role: Role): Promise<Addressee[]>;
  /** Whoever owns the system today, deputies standing in for the absent. */
  owners(organisationId: string, system: string): Promise<Addressee[]>;
  /** The person, or their deputy while they are away; empty for a disabled account without one. */
  reach(organisationId: string, staffId: string): Promise<Addressee[]>;
  /** The viewer with what they do for absent colleagues whose deputy they are. Null for one who is no member. */
  viewer(staffId: string, organisationId: string): Promise<Viewer | null>;
}

export function createStaff(context: Context): Staff {
  return {
    create: (person) => createAccount(context, person),
    authenticate: (email, password) => authenticate(context, email, password),
    setPassword: (staffId, password, mustChange = false) =>
      setPassword(context, staffId, password, mustChange),
    setDisabled: (staffId, disabled) => setDisabled(context, staffId, disabled),
    find: (staffId) => findAccount(context, staffId),
    findByEmail: (email) => findByEmail(context, email),
    memberships: (staffId) => membershipsOf(context, staffId),
    membership: (staffId, organisationId) => findMembership(context, staffId, organisationId),
    setMembership: (staffId, organisationId, held) => setMembership(context, staffId, organisationId, held),
    removeMembership: (staffId, organisationId) => removeMembership(context, staffId, organisationId),
    setAbsence: (staffId, organisationId, absence) => setAbsence(context, staffId, organisationId, absence),
    colleagues: (organisationId) => colleagues(context, organisationId),
    holders: (organisationId, role) => holders(context, organisationId, role),
    owners: (organisationId, system) => owners(context, organisationId, system),
    reach: (organisationId, staffId) => reach(context, organisationId, staffId),
    viewer: (staffId, organisationId) => viewerOf(context, staffId, organisationId),
  };
}
