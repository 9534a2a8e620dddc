import { rm } from 'node:fs/promises';
import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { mail } from '../../dev/parts/mail';
import { freePort } from '../../dev/ports';
import type { Exit } from '../../dev/processes';
import { until } from '../../dev/wait';
import { temporaryFolder } from './folder';

/** A message as it came over SMTP. */
export interface CaughtMail {
  /** Who the SMTP envelope says it is from. Empty once the mail catcher was restarted: it keeps messages only. */
  sender: string;
  /** Everyone the SMTP envelope names, blind copies included. Empty likewise. */
  recipients: string[];
  subject: string;
  text: string;
  html: string;
  /** With its angle brackets. */
  messageId: string;
  /** One header, by its name in any case. */
  header(name: string): string | undefined;
  attachments: Email['attachments'];
  /** The whole message, as sent. */
  source: string;
}

/** A real SMTP server that keeps what it is sent. */
export interface MailSink {
  /** For SMTP_URL. */
  url: string;
  /** The web page where a person reads the mails. */
  webUrl: string;
  /** What has arrived, oldest first. */
  messages(): Promise<CaughtMail[]>;
  /** The first message for which `predicate` holds, waiting up to ten seconds for it. */
  waitFor(predicate: (message: CaughtMail) => boolean): Promise<CaughtMail>;
  /** Forgets everything that has arrived. */
  clear(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<Exit>;
}

/** Starts a mail sink of the test's own; the test stops it. */
export async function mailSink(): Promise<MailSink> {
  const home = temporaryFolder();
  const [smtpPort, webPort] = [await freePort(), await freePort()];
  const server = await mail({ home, smtpPort, webPort }).start();
  const web = `http://127.0.0.1:${webPort}`;
  const messages = (): Promise<CaughtMail[]> => readAll(web);
  return {
    url: `smtp://127.0.0.1:${smtpPort}`,
    webUrl: web,
    messages,
    waitFor: (predicate) => until('the mail to arrive', async () => (await messages()).find(predicate)),
    clear: async () => void (await fetch(`${web}/email/all`, { method: 'DELETE' })),
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
    kill: () => server.kill(),
  };
}

/** The messages that a mail catcher holds, oldest first; `web` is the address of its page. */
export async function readAll(web: string): Promise<CaughtMail[]> {
  const listed = (await (await fetch(`${web}/email`)).json()) as Listed[];
  return Promise.all(listed.map((one) => read(web, one)));
}

/** A caught message as the mail catcher lists it. */
interface Listed {
  id: string;
  envelope: { from: { address: string } | ''; to: { address: string }[] | '' };
}

async function read(web: string, { id, envelope }: Listed): Promise<CaughtMail> {
  const source = await (await fetch(`${web}/email/${id}/source`)).text();
  const parsed = await PostalMime.parse(source);
  return {
    sender: envelope.from ? envelope.from.address : '',
    recipients: Array.isArray(envelope.to) ? envelope.to.map(({ address }) => address) : [],
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    messageId: parsed.messageId ?? '',
    header: (name) => parsed.headers.find(({ key }) => key === name.toLowerCase())?.value,
    attachments: parsed.attachments,
    source,
  };
}
