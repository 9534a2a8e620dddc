import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readBy, variables } from '../../dev/environment';
import { searchAttributes } from '../../domain/cases/search-attributes';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  restart?: string;
  ports?: string[];
  profiles?: string[];
}

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const { services, secrets, volumes } = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
};
const service = (name: string): Service => {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}.`);
  return found;
};
const isJob = ({ restart }: Service): boolean => restart?.startsWith('on-failure') ?? false;
const all = Object.entries(services);

describe('docker-compose.yml', () => {
  it('runs everything that the product stands on', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining([
        'postgres',
        'migrations',
        'api',
        'worker',
        'temporal',
        'temporal-postgres',
        'temporal-ui',
      ]),
    );
    expect(all.filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual(['mailpit']);
  });

  it.each(['api', 'worker'] as const)('tells the %s every variable that it reads, and no other', (reader) => {
    expect(Object.keys(service(reader).environment ?? {}).sort()).toEqual([...readBy(reader)].sort());
  });

  it('gives no secret a default: each is asked for, saying what it is', () => {
    const secretive = /PASSWORD|SECRET|PWD|_KEY|TOKEN/;
    const named = all.flatMap(([, { environment }]) => Object.entries(environment ?? {}));
    const secret = named.filter(
      ([name]) => secretive.test(name) || (variables as Record<string, { secret?: boolean }>)[name]?.secret,
    );
    expect(secret.length).toBeGreaterThan(5);
    for (const [, value] of secret) expect(value).toMatch(/\$\{\w+:\?[^}]{10,}\}|^\/run\/secrets\//);
    for (const { file } of Object.values(secrets)) expect(file).toMatch(/^\$\{\w+:\?[^}]{10,}\}$/);
    for (const [, name] of text.matchAll(/\$\{(\w+):-/g)) expect(name).not.toMatch(secretive);
  });

  it('writes no address with a password of its own into a variable', () => {
    const values = all.flatMap(([, { environment }]) => Object.values(environment ?? {}));
    for (const value of values) expect(String(value).replaceAll(/\$\{[^}]*\}/g, '')).not.toMatch(/:[^:@/]+@/);
  });

  it('waits for what is healthy only where health is checked, and for what completes only where it does', () => {
    const waits = all.flatMap(([name, { depends_on: on = {} }]) =>
      Object.entries(on).map(([other, { condition }]) => ({ name, other: service(other), condition })),
    );
    expect(waits.length).toBeGreaterThan(5);
    for (const { other, condition } of waits) {
      expect(['service_healthy', 'service_completed_successfully']).toContain(condition);
      if (condition === 'service_healthy') expect(other.healthcheck).toBeDefined();
      else expect(isJob(other)).toBe(true);
    }
  });

  it.each(['api', 'worker'])('starts the %s only on a migrated record and a prepared namespace', (name) => {
    expect(service(name).depends_on).toEqual({
      migrations: { condition: 'service_completed_successfully' },
      'temporal-namespace': { condition: 'service_completed_successfully' },
    });
  });

  it('registers the search attributes that cases use, with their types', () => {
    const script = (service('temporal-namespace').command ?? []).join('\n');
    const registered = [...script.matchAll(/(\w+)=(Keyword|Datetime|Int|Bool)\b/g)].map(([, name, type]) => [
      name,
      type,
    ]);

    expect(Object.fromEntries(registered)).toEqual(searchAttributes);
  });

  it('opens ports on the loopback address only, for a proxy with TLS to stand before', () => {
    const ports = all.flatMap(([, one]) => one.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('starts programs that exist in the tree', () => {
    const started = all.map(([, { command }]) => command ?? []).filter(([program]) => program === 'node');
    expect(started.length).toBe(3);
    for (const [, file = ''] of started)
      expect([file, existsSync(join(root, file.replace(/\.js$/, '.ts')))]).toEqual([file, true]);
  });

  it('keeps data in named volumes, and pins every image to a version', () => {
    expect(Object.keys(volumes)).toEqual(['record', 'temporal', 'product-data']);
    for (const [, { image }] of all) expect(image).toMatch(/:(v?\d|\$\{CUSTODIAN_VERSION)/);
  });
});

describe('the Dockerfile', () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

  it('ends as a user without rights, with the packages of production alone', () => {
    expect(dockerfile.trimEnd().split('\n').slice(-4).join('\n')).toMatch(/^USER node$/m);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  it('takes no data folder, key file or local environment into the image', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.custodian', '.git', 'node_modules', '**/.env*']));
  });
});
