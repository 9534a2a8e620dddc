import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { portsFrom } from '../../dev/environment';
import { freePort, isFree, requireFreePorts } from '../../dev/ports';

describe('a port that another program holds', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::'])(
    'on %s is named, with the variable that moves ours',
    async (host) => {
      const server = createServer().listen(0, host);
      await new Promise((done) => server.once('listening', done));
      const { port } = server.address() as AddressInfo;

      const refusal = requireFreePorts([{ port, variable: 'POSTGRES_PORT', usedBy: 'PostgreSQL' }]);

      await expect(refusal).rejects.toThrow(
        new RegExp(
          `Port ${port}, which PostgreSQL would use, is taken.*Nothing was started.*POSTGRES_PORT=\\d+ npm start`,
        ),
      );
      await new Promise((done) => server.close(done));
      expect(await isFree(port)).toBe(true);
    },
  );

  it('may be our own, asked for twice', async () => {
    const port = await freePort();
    const needs = [
      { port, variable: 'PORT', usedBy: 'the product' },
      { port, variable: 'SMTP_PORT', usedBy: 'the mail catcher' },
    ];

    await expect(requireFreePorts(needs)).rejects.toThrow(`PORT and SMTP_PORT are both ${port}.`);
  });
});

describe('the ports in the environment', () => {
  it('are the standard ones unless a variable says otherwise', () => {
    expect(portsFrom({ PORT: '4000', SMTP_PORT: '' })).toEqual({
      api: 4000,
      worker: 3001,
      postgres: 55432,
      temporal: 7233,
      temporalUi: 8233,
      smtp: 1025,
      mailWeb: 1080,
    });
  });

  it.each(['web', '0', '65536', '80.5'])('cannot be "%s"', (value) => {
    expect(() => portsFrom({ TEMPORAL_UI_PORT: value })).toThrow(`TEMPORAL_UI_PORT is "${value}".`);
  });
});
