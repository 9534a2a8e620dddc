import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { later } from './failures';

export interface Message {
  /** Stable: the same letter, sent again, carries the same, so that the receiving side can drop the second. */
  readonly id: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface Mailer {
  /**
   * Hands the finished message over. `accepted`: the server has taken it for at least one recipient. `refused`:
   * it will never take it (an SMTP answer of 5xx to recipient or contents). Anything else throws, to be tried
   * again: no server, 4xx, our own sign-in refused.
   */
  send(raw: string, from: string, to: readonly string[]): Promise<'accepted' | 'refused'>;
  close(): void;
}

/** The whole message, byte for byte as it will be sent (RFC 5322). */
export async function compose({ id, from, to, subject, text, html, date }: Message): Promise<string> {
  const mail = new MailComposer({
    messageId: id,
    date: new Date(date),
    from: { ...from },
    to: [...to],
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (await mail.compile().build()).toString('utf8');
}

/** Sends through the server of that URL, such as `smtp://127.0.0.1:1025`. */
export function createMailer(smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  return {
    async send(raw, from, to) {
      try {
        await transport.sendMail({ raw, envelope: { from, to: [...to] } });
        return 'accepted';
      } catch (error) {
        if (refusedForGood(error)) return 'refused';
        throw later('mail-unavailable', 'The mail server did not take a message. It will be tried again.');
      }
    },
    close: () => transport.close(),
  };
}

/** Only what the server says of the recipient or of the message itself; a 5xx to our sign-in is ours to mend. */
function refusedForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** The part of an address after the `@`, for Message-IDs. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
