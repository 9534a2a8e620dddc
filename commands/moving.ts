import type { CaseKind } from '../domain/cases/kinds';
import type { StepKey } from '../domain/cases/process';
import type { Gateway } from '../gateway';
import type { Fit, RecordedEvent } from '../processes/conformance';
import { partsOf, replay, waiversFor } from '../processes/conformance';
import { isActivity, type ProcessModel } from '../processes/model';
import { processes } from '../processes/registry.generated';
import type { Register } from '../register';
import type { OlderCase, Waiver } from '../register/recorder/moving';
import { BadInput } from './command';

/** A case that was worked on between the judging and the moving is judged again, this often. */
const ATTEMPTS = 3;

/** What is asked of the command, beyond every case as it is. */
export interface Asked {
  /** Only these; all where it is empty. */
  readonly references: readonly string[];
  /** For the one case that is asked for. */
  readonly waivers: readonly Waiver[];
}

export type Verdict =
  | { readonly fits: true; readonly position: readonly string[]; readonly next: readonly string[] }
  /** `waivers`: visits without which it would fit; null where no waiver helps. */
  | { readonly fits: false; readonly reason: string; readonly waivers: readonly StepKey[] | null };

/** One case, as it was judged and what became of it. */
export interface MovedCase {
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  /**
   * - `judged`: only looked at, or left alone because it does not fit
   * - `moved`: on the present version, and running
   * - `not-started`: on the present version, but the engine could not be reached
   * - `busy`: it was worked on all the while, and is as it was
   */
  readonly became: 'judged' | 'moved' | 'not-started' | 'busy';
}

/** Judges every open case on another version of its process. Changes nothing. */
export async function judgeAll(
  register: Pick<Register, 'recorder'>,
  asked: Asked,
): Promise<readonly MovedCase[]> {
  const judged: MovedCase[] = [];
  for (const older of await wanted(register, asked)) {
    const { verdict } = await judge(register, older, asked.waivers);
    judged.push({ ...nameOf(older), verdict, became: 'judged' });
  }
  return judged;
}

/** Moves those that fit, and starts each from its record. One that cannot be moved does not stop the others. */
export async function moveAll(
  register: Pick<Register, 'recorder'>,
  gateway: Gateway,
  asked: Asked,
): Promise<readonly MovedCase[]> {
  const moved: MovedCase[] = [];
  for (const older of await wanted(register, asked))
    moved.push(await moveOne(register, gateway, older, asked.waivers));
  return moved;
}

async function moveOne(
  register: Pick<Register, 'recorder'>,
  gateway: Gateway,
  older: OlderCase,
  waivers: readonly Waiver[],
): Promise<MovedCase> {
  const { reference, from, to } = nameOf(older);
  for (let attempt = 1; ; attempt += 1) {
    const { verdict, known } = await judge(register, older, waivers);
    const one = { reference, from, to, verdict };
    if (!verdict.fits) return { ...one, became: 'judged' };
    const start =
      from === to
        ? older.start
        : await register.recorder.moveCase({ reference, toVersion: to, known, waivers });
    if (start)
      return gateway.restartCase(start).then(
        () => ({ ...one, became: 'moved' as const }),
        () => ({ ...one, became: 'not-started' as const }),
      );
    if (attempt === ATTEMPTS) return { ...one, became: 'busy' };
  }
}

async function wanted({ recorder }: Pick<Register, 'recorder'>, asked: Asked): Promise<OlderCase[]> {
  const older = await recorder.olderCases(present);
  if (asked.references.length === 0) return older;
  const strange = asked.references.find((one) => !older.some(({ start }) => start.reference === one));
  if (strange !== undefined)
    throw new BadInput(
      `${strange} is no open case on an older version of its process. Nothing was done to any case.`,
    );
  return older.filter(({ start }) => asked.references.includes(start.reference));
}

async function judge(
  { recorder }: Pick<Register, 'recorder'>,
  { start: { kind, reference } }: OlderCase,
  waivers: readonly Waiver[],
): Promise<{ readonly verdict: Verdict; readonly known: number }> {
  const { known, events } = await recorder.processRecord(reference);
  const { model } = drawn(kind);
  for (const waiver of waivers) refuseNeedless(model, events, waivers, waiver);
  const recorded = [...events, ...waivers.map(asEvent)];
  const answer = replay(model, recorded);
  return { known, verdict: answer.fits ? whereOf(answer) : misfitOf(model, recorded, answer.reason) };
}

const whereOf = ({ position, next }: Fit): Verdict => ({ fits: true, position, next });

const misfitOf = (model: ProcessModel, events: readonly RecordedEvent[], reason: string): Verdict => ({
  ...{ fits: false, reason, waivers: waiversFor(model, events) },
});

/** Nobody passes over a step that the case can still come to. */
function refuseNeedless(
  model: ProcessModel,
  events: readonly RecordedEvent[],
  waivers: readonly Waiver[],
  { step }: Waiver,
): void {
  const element = partsOf(step)?.element;
  if (!model.nodes.some((node) => isActivity(node) && node.id === element))
    throw new BadInput(`“${step}” is not a step of the present diagram. Nothing was moved.`);
  const others = waivers.filter((one) => one.step !== step).map(asEvent);
  if (replay(model, [...events, ...others]).fits)
    throw new BadInput(`The case fits without waiving “${step}”. Nothing was moved.`);
}

const asEvent = ({ step }: Waiver): RecordedEvent => ({ type: 'step-waived', step });

/** The version of each process that this release of the product has. */
const present: Readonly<Partial<Record<CaseKind, string>>> = Object.fromEntries(
  Object.entries(processes).map(([kind, { version }]) => [kind, version]),
);

function drawn(kind: CaseKind) {
  const process = processes[kind];
  if (!process) throw new TypeError(`No process is drawn for ${kind}.`);
  return process;
}

const nameOf = ({ start, version }: OlderCase) => ({
  ...{ reference: start.reference, from: version, to: drawn(start.kind).version },
});
