import { freePort } from '../../dev/ports';
import type { Ports } from '../../dev/environment';
import { portsFrom, readBy } from '../../dev/environment';
import { layOut } from '../../dev/layout';
import { temporaryFolder } from '../support/folder';

const options = (
  env: NodeJS.ProcessEnv = {},
  ports: Ports = portsFrom({}),
): Parameters<typeof layOut>[0] => ({
  home: temporaryFolder(),
  ports,
  demo: true,
  env,
  report: () => undefined,
});
const names = (parts: readonly { name: string }[]): string[] => parts.map(({ name }) => name);

describe('the layout of a stack', () => {
  it('has a real server of each sort, and tells the product every variable that it reads', () => {
    const layout = layOut(options());

    expect(names(layout.services)).toEqual(['postgres', 'temporal', 'mail']);
    expect(names(layout.product)).toEqual(['worker', 'api']);
    for (const name of [...readBy('api'), ...readBy('worker')]) expect(layout.environment[name]).toBeTruthy();
  });

  it('needs exactly the ports of what it runs itself', () => {
    const brought = { DATABASE_URL: 'postgresql://db.example/custodian', SMTP_URL: 'smtp://mail.example' };

    expect(layOut(options()).ports.map(({ variable }) => variable)).toHaveLength(7);
    expect(layOut(options(brought)).ports.map(({ variable }) => variable)).toEqual([
      'TEMPORAL_PORT',
      'TEMPORAL_UI_PORT',
      'WORKER_HEALTH_PORT',
      'PORT',
    ]);
  });

  it('uses the database, the Temporal server and the SMTP server that the environment brings', () => {
    const layout = layOut(
      options({
        DATABASE_URL: 'postgresql://db.example/custodian',
        TEMPORAL_ADDRESS: 'temporal.example:7233',
        TEMPORAL_API_KEY: 'from-the-environment',
        SMTP_URL: 'smtp://mail.example',
      }),
    );

    expect(layout.services).toEqual([]);
    expect(layout.environment).toMatchObject({
      DATABASE_URL: 'postgresql://db.example/custodian',
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      TEMPORAL_API_KEY: 'from-the-environment',
      SMTP_URL: 'smtp://mail.example',
    });
  });

  it('points every address at the ports that were asked for', async () => {
    const port = await freePort();
    const { environment } = layOut(options({}, { ...portsFrom({}), api: port, smtp: port + 1 }));

    expect(environment.CUSTODIAN_BASE_URL).toBe(`http://localhost:${port}`);
    expect(environment.SMTP_URL).toBe(`smtp://127.0.0.1:${port + 1}`);
  });
});
