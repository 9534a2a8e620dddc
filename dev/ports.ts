import { createServer } from 'node:net';

function listensOn(port: number, host: string): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      done(error.code === 'EADDRNOTAVAIL' ? port : undefined),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/** Whether a program can listen on this port now, on the loopback address and on every address. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    if ((await listensOn(port, host)) === undefined) return false;
  }
  return true;
}

/** A port that is free now, chosen by the operating system. */
export async function freePort(): Promise<number> {
  const port = await listensOn(0, '127.0.0.1');
  if (port === undefined) throw new Error('The operating system has no free port on 127.0.0.1.');
  return port;
}

/** A port that must be free, who needs it and which variable moves it. */
export interface PortNeed {
  port: number;
  variable: string;
  usedBy: string;
}

/** Thrown before anything is started: another program holds a port that we need. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/**
 * Refuses, with one sentence that names the variable to change, if any port is taken or is asked
 * for twice.
 *
 * @throws PortTaken
 */
export async function requireFreePorts(needs: readonly PortNeed[]): Promise<void> {
  const claimed = new Map<number, PortNeed>();
  for (const need of needs) {
    const other = claimed.get(need.port);
    if (other) {
      throw new PortTaken(
        `${other.variable} and ${need.variable} are both ${need.port}. Nothing was started. Give each its own port.`,
      );
    }
    claimed.set(need.port, need);
    if (await isFree(need.port)) continue;
    const next = await nextFree(need.port);
    throw new PortTaken(
      `Port ${need.port}, which ${need.usedBy} would use, is taken by another program. Nothing was started. ` +
        `Stop that program, or choose another port: ${need.variable}=${next} npm start`,
    );
  }
}

async function nextFree(port: number): Promise<number> {
  for (let candidate = port + 10; candidate < Math.min(port + 200, 65_535); candidate += 1) {
    if (await isFree(candidate)) return candidate;
  }
  return freePort();
}
