import { londonDate } from '../domain/calendar';
import { longDate } from '../domain/clock';
import type { Profile } from '../domain/organisation/profile';
import type { Register } from '../register';
import type { ReceivedComplaint } from '../register/received';
import type { Details } from '../templates/data';
import type { Templates } from '../templates/library';
import { renderNotice } from '../templates/render';
import { senderOf } from './letters/sender';
import { compose, domainOf, type Mailer } from './mail';

export interface ReceivedNoticeDeps {
  readonly register: Pick<Register, 'received' | 'staff' | 'organisations'>;
  readonly templates: Templates;
  readonly mailer: Mailer;
  /** Address that people use, without a slash at the end. */
  readonly baseUrl: string;
  readonly now: () => Date;
}

/**
 * Tells the governance mailbox that a complaint came through the form, and once it is late the governance officers each
 * working day: its number, its dates and a link; nobody's name. There is no case yet, so no process that would. It
 * is noted after it was sent: after a crash in between the same message goes again under the same Message-ID.
 */
export function createReceivedNotices({
  register,
  templates,
  mailer,
  baseUrl,
  now,
}: ReceivedNoticeDeps): () => Promise<void> {
  return async () => {
    for (const one of await register.received.toTell()) {
      const profile = register.organisations.get(one.organisationId);
      const late = one.logBy < londonDate(now().toISOString());
      const officers = late ? await register.staff.holders(profile.id, 'governance-officer') : [];
      const to = [...new Set([profile.governance.email, ...officers.map(({ email }) => email)])];
      for (const email of to)
        await mail(profile, one, { ...saying(one, late), as: 'governance officer' }, email);
      await register.received.told(one.id);
    }
  };

  async function mail(
    profile: Profile,
    one: ReceivedComplaint,
    about: Details,
    email: string,
  ): Promise<void> {
    const from = profile.governance.email;
    const details = { ...about, link: `${baseUrl}/complaints/received/${one.id}` };
    const { subject, html, text } = renderNotice(templates, 'shared/tell', {
      ...{ reference: one.reference, sender: senderOf(profile, baseUrl), details },
    });
    const date = now().toISOString();
    const id = `<${[one.id, londonDate(date), email].map((part) => part.replace(/[^\w-]/g, '.')).join('.')}@${domainOf(from)}>`;
    const raw = await compose({
      ...{ id, subject, html, text, date, to: [email] },
      from: { name: profile.name, address: from },
    });
    await mailer.send(raw, from, [email]);
  }
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
