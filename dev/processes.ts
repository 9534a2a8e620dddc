import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { forget, remember } from './leftovers';

/** A program that the stack runs, and how it likes to be stopped. */
export interface Program {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Run as another user: PostgreSQL refuses to run as root. */
  user?: { uid: number; gid: number };
  stopSignal: NodeJS.Signals;
}

/** How a program ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A running program. */
export interface Running {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Settles when the program has ended, for whatever reason; never rejects. */
  readonly exited: Promise<Exit>;
  /** Asks the program to end, and kills it if it has not after `graceMs`. Safe to call twice. */
  stop(graceMs?: number): Promise<Exit>;
  /** Ends the program as a power cut would. */
  kill(): Promise<Exit>;
  /** Lets our own process end while the program runs on; whoever finds its mark stops it. */
  release(): void;
  /** The last lines of its log. */
  tail(lines?: number): string;
}

const GRACE_MS = 20_000;

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only the stack, which then
 * stops its parts in order. Output goes to `home/logs/NAME.log` (the run before: `NAME.previous.log`),
 * and the process is remembered in `home/run`, so that a later start can stop what a killed run left.
 */
export function launch(program: Program, home: string): Running {
  const logFile = freshLog(home, program.name);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(program.command, [...program.args], {
    cwd: program.cwd,
    env: program.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...program.user,
  });
  closeSync(log);
  return watch(child, program, home, logFile);
}

function watch(child: ChildProcess, program: Program, home: string, logFile: string): Running {
  const { name } = program;
  const pid = child.pid ?? -1;
  const exited = new Promise<Exit>((done) => {
    child.once('error', () => done({ code: 127, signal: null }));
    child.once('exit', (code, signal) => done({ code, signal }));
  }).then((exit) => {
    killGroup(pid);
    forget(home, name);
    return exit;
  });
  if (pid > 0) remember(home, { name, pid, stopSignal: program.stopSignal });
  const kill = async (): Promise<Exit> => {
    killGroup(pid);
    return exited;
  };
  const stop = async (graceMs = GRACE_MS): Promise<Exit> => {
    const timer = setTimeout(() => killGroup(pid), graceMs);
    child.kill(program.stopSignal);
    return exited.finally(() => clearTimeout(timer));
  };
  return {
    name,
    pid,
    logFile,
    exited,
    kill,
    stop,
    release: () => child.unref(),
    tail: (lines = 20) => tailOf(logFile, lines),
  };
}

/** Kills what is left of a process group: a browser that the API had opened, for example. */
function killGroup(pid: number): void {
  try {
    if (pid > 0) process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone, which is what was wanted.
  }
}

function freshLog(home: string, name: string): string {
  const folder = join(home, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file)) renameSync(file, join(folder, `${name}.previous.log`));
  return file;
}

function tailOf(file: string, lines: number): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/** "exit code 1" or "signal SIGKILL". */
export const describeExit = ({ code, signal }: Exit): string =>
  signal ? `signal ${signal}` : `exit code ${code}`;
