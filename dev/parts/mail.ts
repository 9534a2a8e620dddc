import { dirname, join } from 'node:path';
import type { Part } from '../part';
import { launchUntilReady } from '../ready';

/** Where the mail catcher listens and keeps what it caught. */
export interface MailOptions {
  home: string;
  smtpPort: number;
  webPort: number;
}

/**
 * A real SMTP server that delivers nothing: it keeps every message in `home/mail` and shows them on
 * a web page, with a REST interface beside it.
 */
export function mail({ home, smtpPort, webPort }: MailOptions): Part {
  const maildev = join(dirname(require.resolve('maildev/package.json')), 'bin', 'maildev');
  const where = ['--ip', '127.0.0.1', '--smtp', String(smtpPort), '--web', String(webPort)];
  return {
    name: 'mail',
    title: 'Mail catcher',
    start: () =>
      launchUntilReady(
        {
          name: 'mail',
          title: 'The mail catcher',
          command: process.execPath,
          args: [maildev, ...where, '--mail-directory', join(home, 'mail'), '--silent'],
          env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: process.env.TZ },
          stopSignal: 'SIGTERM',
        },
        home,
        async () => (await fetch(`http://127.0.0.1:${webPort}/healthz`)).ok,
      ),
  };
}
