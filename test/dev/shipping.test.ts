import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { freePort } from '../../dev/ports';
import { until } from '../../dev/wait';
import { freshDatabase } from '../support/database';
import { temporaryFolder } from '../support/folder';

const root = join(__dirname, '..', '..');
const out = join(temporaryFolder(), 'dist');
const node = promisify(execFile).bind(null, process.execPath);
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll(/\\\n/g, ' ');
const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);

/** The programs that the image is told to run: its own command, and those of docker-compose.yml. */
const programs = (): string[] => {
  const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
    services: Record<string, { image: string; command?: string[] }>;
  };
  const own = JSON.parse(/^CMD (.*)$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
  const commands = Object.values(services)
    .filter(({ image }) => image.startsWith('custodian:'))
    .map(({ command }) => command ?? own);
  return [own, ...commands].map(([program, file = '']) => {
    expect(program).toBe('node');
    return file;
  });
};

const copies = (from: RegExp): string[] =>
  [...dockerfile.matchAll(from)].flatMap(([, words = '']) => words.trim().split(/\s+/).slice(0, -1));

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

let api: ChildProcess | undefined;

beforeAll(async () => {
  await node([join(root, 'dev', 'build.mjs'), '--into', out, '--no-check'], { cwd: root });
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
});

afterAll(() => api?.kill('SIGKILL'));

describe('what ships', () => {
  it('has every file that the programs read: pages, letters, diagrams, profiles, migrations', () => {
    const rooms = ['api', 'templates', 'processes', 'organisations', 'prisma', 'domain', 'register'];
    const read = rooms
      .flatMap((room) => filesUnder(join(root, room)))
      .filter((file) => !file.endsWith('.ts'));

    expect(read.length).toBeGreaterThan(100);
    expect(read.filter((file) => !existsSync(join(out, file)))).toEqual([]);
  });

  it('has nothing that only development and tests need', () => {
    const { scripts } = JSON.parse(readFileSync(join(out, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };

    expect(readdirSync(out)).not.toEqual(expect.arrayContaining(['dev']));
    expect(readdirSync(out)).not.toEqual(expect.arrayContaining(['test']));
    expect(Object.values(scripts).filter((script) => /tsx|dev\/|test\//.test(script))).toEqual([]);
  });

  it('has every command of package.json, and each starts', async () => {
    const { scripts } = JSON.parse(readFileSync(join(out, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const files = Object.values(scripts).map((script) => script.replace('node ', ''));

    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => !existsSync(join(out, file)))).toEqual([]);
    for (const file of files.filter((one) => !one.endsWith('migrate.js')))
      expect([file, (await node([file, '--help'], { cwd: out })).stdout.length > 50]).toEqual([file, true]);
  });

  it('is what the Dockerfile copies, and runs the programs that it and docker-compose.yml name', () => {
    const built = copies(/^COPY --from=build (.+)$/gm).map((path) =>
      path.replace('/build/dist', out).replace('/build', root),
    );
    const given = copies(/^COPY (?!--from)(.+)$/gm);

    expect(built.length).toBeGreaterThan(1);
    expect(built.filter((path) => !existsSync(path))).toEqual([]);
    expect(given.filter((path) => !existsSync(join(root, path)) || ignored.includes(path))).toEqual([]);
    expect(programs().length).toBeGreaterThan(3);
    expect(programs().filter((file) => !existsSync(join(out, file)))).toEqual([]);
  });

  it('leaves out of the image nothing that the build reads', () => {
    const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8')) as {
      include: string[];
    };

    expect(include.filter((room) => ignored.includes(room))).toEqual([]);
    expect(ignored).toContain('!docs/law.md');
  });
});

test('The API that ships migrates a record, and shows its first page with its styles and scripts.', async () => {
  const { url } = await freshDatabase();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), CUSTODIAN_BASE_URL: base },
    ...{ DATABASE_URL: url, SMTP_URL: 'smtp://127.0.0.1:9', TEMPORAL_ADDRESS: '127.0.0.1:9' },
    CUSTODIAN_MASTER_KEY: randomBytes(32).toString('base64'),
    CUSTODIAN_SESSION_SECRET: randomBytes(32).toString('hex'),
  };
  const migrated = await node(['commands/migrate.js'], { cwd: out, env });
  expect(migrated.stdout).toContain('up to date');
  api = spawn(process.execPath, ['api/main.js'], { cwd: out, env, stdio: 'ignore' });
  const html = await until(
    'the sign-in page',
    async () => {
      const page = await fetch(`${base}/sign-in`);
      return page.ok && page.text();
    },
    { within: 60_000 },
  );

  const needed = [...html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg))"/g)].map(([, path]) => path);
  expect(needed.length).toBeGreaterThan(3);
  for (const path of needed) expect([path, (await fetch(`${base}${path}`)).status]).toEqual([path, 200]);
  expect(html).toContain('Sign in');
});
