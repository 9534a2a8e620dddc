import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

export interface RefusingServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** An SMTP server that answers every recipient with this line, such as `550 5.1.1 No such mailbox`. */
export async function refusingServer(answer: string): Promise<RefusingServer> {
  const server = createServer((socket) => {
    socket.write('220 ready\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        if (/^RCPT TO/i.test(line)) socket.write(`${answer}\r\n`);
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
