import type { Instant } from '../domain/clock/types';
import type { Profile } from '../domain/organisation/profile';
import type { Details } from '../templates/data';
import type { Templates } from '../templates/library';
import { renderNotice } from '../templates/render';
import { senderOf } from './letters/sender';
import { compose, domainOf, type Mailer } from './mail';

export interface NoticeDeps {
  readonly templates: Templates;
  readonly mailer: Mailer;
  /** Address that people use, without a slash at the end. */
  readonly baseUrl: string;
}

/** Word to one member of staff, or to a mailbox of the house. It names no person of whom data is held. */
export interface Notice {
  /** What it is about, as the subject says it. */
  readonly reference: string;
  readonly details: Details;
  readonly email: string;
  /** What makes it the same message when it goes again: its Message-ID is made of these and the address. */
  readonly key: readonly string[];
  readonly date: Instant;
}

/** Sends it in the house's name. A mailbox that refuses it is no error: it keeps nobody else's word from its time. */
export async function sendNotice(
  { templates, mailer, baseUrl }: NoticeDeps,
  profile: Profile,
  { reference, details, email, key, date }: Notice,
): Promise<void> {
  const from = profile.governance.email;
  const { subject, html, text } = renderNotice(templates, 'shared/tell', {
    reference,
    details,
    sender: senderOf(profile, baseUrl),
  });
  const id = `<${[...key, email].map((part) => part.replace(/[^\w-]/g, '.')).join('.')}@${domainOf(from)}>`;
  const raw = await compose({
    ...{ id, subject, html, text, date, to: [email] },
    from: { name: profile.name, address: from },
  });
  await mailer.send(raw, from, [email]);
}
