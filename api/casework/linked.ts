import type { CaseKind } from '../../domain/cases/kinds';
import { openKinds } from '../../domain/cases/registry';
import type { IsoDate } from '../../domain/clock/types';
import { may } from '../../domain/roles';
import type { Values } from '../../forms/form';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { isMatter } from './logging-form';

/** Kinds of case that may be opened from this one: about the same person, or a matter it gives rise to. */
export function linkedKinds(viewer: Viewer, page: CasePage): readonly CaseKind[] {
  const logs = may(viewer.roles, 'case.log');
  const opens = logs || may(viewer.roles, 'request.hand-in');
  return openKinds.filter((kind) => (isMatter(kind) ? opens : logs && !isMatter(page.kind)));
}

/** What is known of a new case from the one it is opened from: the person, how to reach them, who asks. */
export function knownFrom(page: CasePage, today: IsoDate): Values {
  const { facts, contents, subject, requester } = page;
  const contacts = requester?.contents.contacts ?? [];
  const usable = contacts.filter(({ safety }) => safety !== 'never');
  const chosen = usable.filter(({ id }) => id === contents?.contactId);
  const reach = (kind: string): string | undefined =>
    (chosen.length > 0 ? chosen : usable).find((one) => one.kind === kind)?.value;
  const code = (name: string): string | undefined =>
    typeof facts[name] === 'string' && facts[name] !== 'not-said' ? facts[name] : undefined;
  return {
    ...{ receivedOn: today, controller: page.controller, channel: code('channel') },
    complainedOf: page.reference,
    ...(subject && {
      ...{ subjectName: subject.contents.name, personType: subject.personType },
      ...{ dateOfBirth: subject.contents.dateOfBirth, flags: subject.flags },
      ...{ contactEmail: reach('email'), contactPost: reach('post') },
    }),
    ...(requester && {
      ...{ requester: code('requester'), authority: contents?.authority },
      ...(requester.id !== subject?.id && { requesterName: requester.contents.name }),
      ...{ adjustments: contents?.adjustments, delivery: code('delivery') },
    }),
  };
}
