import type { Part } from './part';
import type { Exit, Running } from './processes';
import { describeExit } from './processes';
import { shown } from './ready';

/** Starts the parts of a stack, watches them, and stops them in the opposite of their order. */
export class Supervisor {
  private readonly running = new Map<string, Running>();
  private readonly expected = new Set<Running>();

  /**
   * @param parts in the order in which they depend on one another
   * @param onFailure told when a part ends although nobody stopped it
   * @param signal no part is started once it is aborted
   */
  constructor(
    private readonly parts: readonly Part[],
    private readonly onFailure: (message: string) => void,
    private readonly signal?: AbortSignal,
  ) {}

  /** Starts a part and watches it from then on. */
  async start(name: string): Promise<void> {
    const part = this.part(name);
    this.signal?.throwIfAborted();
    const running = await part.start();
    this.running.set(name, running);
    void running.exited.then((exit) => this.ended(part, running, exit));
  }

  /** Stops a part, or kills it as a power cut would; does nothing if it is not running. */
  async end(name: string, how: 'stop' | 'kill' = 'stop'): Promise<void> {
    const running = this.running.get(name);
    if (!running) return;
    this.expected.add(running);
    await running[how]();
    this.running.delete(name);
  }

  /** Stops everything that runs, the last in order first. */
  async stopAll(): Promise<void> {
    for (const { name } of [...this.parts].reverse()) await this.end(name);
  }

  /** Lets our own process end while the parts run on. */
  release(): void {
    for (const running of this.running.values()) running.release();
  }

  /** The process number of a part that is running. */
  pid(name: string): number | undefined {
    return this.running.get(name)?.pid;
  }

  private part(name: string): Part {
    const part = this.parts.find((one) => one.name === name);
    if (!part)
      throw new Error(
        `There is no part "${name}" here, only ${this.parts.map((one) => one.name).join(', ')}.`,
      );
    return part;
  }

  private ended(part: Part, running: Running, exit: Exit): void {
    if (this.expected.has(running)) return;
    this.running.delete(part.name);
    this.onFailure(`${part.title} ended by itself (${describeExit(exit)}).\n${shown(running)}`);
  }
}
