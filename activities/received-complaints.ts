import { londonDate } from '../domain/calendar';
import { longDate } from '../domain/clock';
import type { Register } from '../register';
import type { ReceivedComplaint } from '../register/received';
import type { Details } from '../templates/data';
import { sendNotice, type NoticeDeps } from './notice';

export interface ReceivedNoticeDeps extends NoticeDeps {
  readonly register: Pick<Register, 'received' | 'staff' | 'organisations'>;
  readonly now: () => Date;
}

/**
 * Tells the governance mailbox that a complaint came through the form, and once it is late the governance officers each
 * working day: its number, its dates and a link; nobody's name. There is no case yet, so no process that would. It
 * is noted after it was sent: after a crash in between the same message goes again under the same Message-ID.
 */
export function createReceivedNotices({ register, now, ...deps }: ReceivedNoticeDeps): () => Promise<void> {
  return async () => {
    for (const one of await register.received.toTell()) {
      const profile = register.organisations.get(one.organisationId);
      const date = now().toISOString();
      const today = londonDate(date);
      const late = one.logBy < today;
      const officers = late ? await register.staff.holders(profile.id, 'governance-officer') : [];
      const to = [...new Set([profile.governance.email, ...officers.map(({ email }) => email)])];
      const link = `${deps.baseUrl}/complaints/received/${one.id}`;
      for (const email of to)
        await sendNotice(deps, profile, {
          ...{ reference: one.reference, email, date, key: [one.id, today] },
          details: { ...saying(one, late), link, as: 'governance officer' },
        });
      await register.received.told(one.id);
    }
  };
}

function saying({ receivedOn, acknowledgeBy, logBy }: ReceivedComplaint, late: boolean): Details {
  const by = acknowledgeBy ? ` It must be acknowledged by ${longDate(acknowledgeBy)}.` : '';
  return late
    ? {
        heading: 'a complaint waits to be logged',
        sentence: `A complaint came through the form on ${longDate(receivedOn)} and nobody has logged it. It should have been by ${longDate(logBy)}.${by}`,
      }
    : {
        heading: 'a complaint came through the form',
        sentence: `A complaint came through the form on ${longDate(receivedOn)}. Log it by ${longDate(logBy)}.${by}`,
      };
}
