import type { CaseKind } from '../../domain/cases/kinds';
import type { CaseDefinition } from '../../domain/cases/definition';
import { listOf } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { Profile } from '../../domain/organisation/profile';
import { may } from '../../domain/roles';
import type { Values } from '../../forms/form';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { londonDay } from '../presentation/dates';
import type { Services } from '../services';
import { isMatter, loggedKinds } from './logging-form';

/**
 * Kinds of case that may be opened from this one: about the same person, or a matter it gives rise to; from a
 * matter that affects people, what they ask on account of it.
 */
export function linkedKinds(viewer: Viewer, page: CasePage): readonly CaseKind[] {
  const logs = may(viewer.roles, 'case.log');
  const opens = logs || may(viewer.roles, 'request.hand-in');
  const ofPeople = logs && (!isMatter(page.kind) || asksBack(page));
  return loggedKinds.filter((kind) => (isMatter(kind) ? opens : ofPeople));
}

/** Whether people whom it affects may ask something on account of it. */
export const asksBack = ({ kind }: Pick<CasePage, 'kind'>): boolean => {
  const definition: CaseDefinition = definitionOf(kind);
  return definition.asksBack === true;
};

/** What is known of a new case from the one it is opened from: the person, how to reach them, who asks, and why. */
export function knownFrom({ register, now }: Services, page: CasePage, kind: CaseKind): Values {
  const { facts, contents, subject, requester } = page;
  const contacts = requester?.contents.contacts ?? [];
  const usable = contacts.filter(({ safety }) => safety !== 'never');
  const chosen = usable.filter(({ id }) => id === contents?.contactId);
  const reach = (kind: string): string | undefined =>
    (chosen.length > 0 ? chosen : usable).find((one) => one.kind === kind)?.value;
  const code = (name: string): string | undefined =>
    typeof facts[name] === 'string' && facts[name] !== 'not-said' ? facts[name] : undefined;
  return {
    ...{ receivedOn: londonDay(now()), controller: page.controller, channel: code('channel') },
    ...(kind === 'complaint' && { about: 'case', complainedOf: page.reference }),
    ...(kind === 'restriction' && meanwhile[page.kind]?.(page.reference)),
    ...(kind === 'erasure' && withdrawn(page, register.organisations.get(page.organisationId))),
    ...(subject && {
      ...{ subjectName: subject.contents.name, personType: subject.personType },
      ...{ dateOfBirth: subject.contents.dateOfBirth, flags: subject.flags },
      ...{ contactEmail: reach('email'), contactPost: reach('post') },
    }),
    ...(requester && {
      ...{ requester: code('requester'), authority: contents?.authority },
      ...(requester.id !== subject?.id && { requesterName: requester.contents.name }),
      ...{ adjustments: contents?.adjustments, adjustmentKinds: contents?.adjustmentKinds },
      delivery: contents?.delivery ?? code('delivery'),
    }),
  };
}

/** What a restriction rests on that is asked for while another request is looked into (Art 18(1)(a), (d)). */
const meanwhile: Readonly<Partial<Record<CaseKind, (reference: string) => Values>>> = {
  rectification: (reference) => ({
    grounds: ['accuracy'],
    request: `Restrict the use of the data until its accuracy is verified (${reference}; UK GDPR Art 18(1)(a)).`,
  }),
  objection: (reference) => ({
    grounds: ['objection'],
    request: `Restrict the use of the data until the objection is decided (${reference}; UK GDPR Art 18(1)(d)).`,
  }),
};

/** Where consent was withdrawn, what rested on it alone must go, whether or not the person asks (Art 17(1)(b)). */
function withdrawn({ kind, reference, facts }: CasePage, { processingRecords }: Profile): Values {
  if (kind !== 'consent-withdrawal') return {};
  const purposes = listOf(facts, 'purposes').map(
    (id) => processingRecords.find((record) => record.id === id)?.purpose ?? id,
  );
  const since = `Consent was withdrawn (${reference}) for: ${purposes.join('; ')}.`;
  return { request: `${since} Erase what rests on it and on no other basis (UK GDPR Art 17(1)(b)).` };
}
