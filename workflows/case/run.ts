import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { CaseInput } from '../../domain/cases/process';
import { CaseRun } from './case-run';
import { escalate } from './escalation';
import { Front } from './front';
import { now } from './journal';
import { Memory } from './memory';
import { act, look } from './messages';
import { record } from './ports';
import { Recorder } from './recorder';
import { show } from './showing';
import type { ProcessSpec, StepNames } from './spec';

/**
 * Runs a case from its record to its end. Whatever the record holds is not done again, so the same function
 * begins a case, goes on after continue-as-new, and takes it over when Temporal's own store was lost.
 *
 * @returns the outcome, or `superseded` when a newer start has taken the case over.
 */
export async function runCase<S extends StepNames>(input: CaseInput, spec: ProcessSpec<S>): Promise<string> {
  const front = new Front(spec);
  setHandler(act, (request) => front.act(request), { validator: (request) => front.validate(request) });
  setHandler(look, () => front.lookAgain());

  const claimed = await record.claim({ ...input, at: now() });
  if (claimed.generation > input.generation) return 'superseded';

  const memory = new Memory(claimed);
  const recorder = new Recorder(input.reference, claimed.epoch, claimed.known, (answer) => {
    memory.clock = answer.clock;
    memory.legalHold = answer.legalHold;
    show(spec.definition, memory);
  });
  const run = new CaseRun(input.reference, spec, memory, recorder);
  show(spec.definition, memory);

  const outcome = await Promise.race([
    claimed.closed === null ? run.process() : front.afterwards(run, claimed.closed),
    run.crashed,
    recorder.run().then(() => null),
    escalate(memory, run.alarm, (point) => run.escalate(point)),
    settled()
      .then(() => front.open(run))
      .then(() => condition(() => front.shouldReload && run.quiet))
      .then(() => null),
  ]);
  front.closing = true;
  await condition(allHandlersFinished);
  // What was begun beside a closed case in that very moment is seen to by the next run.
  if (outcome !== null && (claimed.closed === null || run.done)) return outcome;
  return continueAsNew<(input: CaseInput) => Promise<string>>(input);
}

/** Resolves when everything that needs no waiting has happened: the process stands where the record left it. */
function settled(): Promise<void> {
  let asked = 0;
  return condition(() => asked++ > 0);
}
