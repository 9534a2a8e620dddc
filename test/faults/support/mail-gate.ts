import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../../dev/ports';

/** A message that the mail server has accepted, while whoever sent it does not know yet. */
export interface Accepted {
  /** With its angle brackets. */
  readonly messageId: string;
  /** Passes the server's answer on. */
  answer(): void;
}

/** Stands before a mail server and passes everything on, until it is told to keep an answer back. */
export interface MailGate {
  /** For SMTP_URL. */
  readonly url: string;
  /** Keeps back the answer to the next message that the server accepts. */
  holdNext(): Promise<Accepted>;
  stop(): Promise<void>;
}

/** A gate before the SMTP server at that URL. */
export async function mailGate(smtpUrl: string): Promise<MailGate> {
  const { hostname, port } = new URL(smtpUrl);
  const own = await freePort();
  const sockets = new Set<Socket>();
  let waiting: ((accepted: Accepted) => void) | null = null;

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    let said = '';
    client.on('data', (chunk) => {
      said += chunk.toString('latin1');
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      const message = said.endsWith('\r\n.\r\n') ? said : null;
      if (message !== null) said = '';
      const tell = waiting;
      if (message === null || tell === null || !chunk.toString('latin1').startsWith('250'))
        return void client.write(chunk);
      waiting = null;
      tell({ messageId: messageIdOf(message), answer: () => void client.write(chunk) });
    });
  });
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));

  return {
    url: `smtp://127.0.0.1:${own}`,
    holdNext: () => new Promise((resolve) => (waiting = resolve)),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const messageIdOf = (message: string): string => /^Message-ID:\s*(<[^>]+>)/im.exec(message)?.[1] ?? '';
