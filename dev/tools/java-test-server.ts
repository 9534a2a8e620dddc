import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { cacheRoot } from '../cache';
import { freePort } from '../ports';
import { until } from '../wait';
import { run } from './run';
import { isExecutable, onPath } from './search-path';

const VERSION = '1.38.0';
const MAIN_CLASS = 'io.temporal.testserver.TestServer';
const JVM = '-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m';
const ARCHIVE = 'classes.jsa';

/** The assembled server in the cache, if it was made with the Java of this machine. */
export function javaTestServer(): string | undefined {
  const path = join(folder(), 'server');
  return isExecutable(path) ? path : undefined;
}

/** A class archive serves only the Java that made it, so each Java has a folder of its own. */
function folder(): string {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr ?? '';
  const runtime = createHash('sha256').update(java).digest('hex').slice(0, 8);
  return join(cacheRoot(), `temporal-test-server-${VERSION}-java-${runtime}`);
}

/**
 * Assembles Temporal's Java test server from its published library, with an archive of its loaded
 * classes: the SDK allows it about five seconds to open its port, which plain Java may miss.
 *
 * @returns the executable, or undefined where Java or Maven are missing
 */
export async function buildJavaTestServer(report: (line: string) => void): Promise<string | undefined> {
  const maven = onPath('mvn');
  if (!maven || !onPath('java')) return undefined;
  report('  That failed. Assembling the time-skipping server with Maven (once; about half a minute) …');
  const draft = `${folder()}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'pom.xml'), POM);
  const args = [
    '-B',
    '-q',
    'dependency:copy-dependencies',
    '-DoutputDirectory=lib',
    '-DincludeScope=runtime',
  ];
  await run(maven, args, { cwd: draft, what: 'assembling the time-skipping server', report });
  await writeFile(join(draft, 'server'), WRAPPER, { mode: 0o755 });
  await rm(folder(), { recursive: true, force: true });
  await rename(draft, folder());
  await archiveClasses();
  return javaTestServer();
}

/** Java writes the archive when the server ends; the archive is tied to the path of its libraries. */
async function archiveClasses(): Promise<void> {
  const port = await freePort();
  const args = ['-cp', join(folder(), 'lib', '*'), MAIN_CLASS, String(port), '--enable-time-skipping'];
  const archive = `-XX:ArchiveClassesAtExit=${join(folder(), ARCHIVE)}`;
  const server = spawn('java', [archive, ...JVM.split(' '), ...args], { stdio: 'ignore' });
  const ended = new Promise((done) => server.once('exit', done));
  try {
    await until('the time-skipping server to listen', () => accepts(port), { within: 60_000, every: 200 });
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });

/** With the logger that logs nothing, or the server complains on standard error at each start. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId>
<version>${VERSION}</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
</dependencies></project>
`;

/** Becomes Java by exec, since the SDK ends the process that it started. */
const WRAPPER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
archive=""
[ -f "$here/${ARCHIVE}" ] && archive="-XX:SharedArchiveFile=$here/${ARCHIVE}"
exec java $archive ${JVM} -cp "$here/lib/*" ${MAIN_CLASS} "$@"
`;
