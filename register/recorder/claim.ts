import type { CaseKind } from '../../domain/cases/kinds';
import type { CaseFacts, ClaimedCase, Codes, FiredTrigger, LetterNeed } from '../../domain/cases/process';
import type { Case, Event, Step } from '../generated/client';
import type { Context } from '../context';
import type { Tx } from '../database';
import { RegisterError } from '../errors';
import { clockView } from './clock';
import { lockCase } from './lock';

/** A local activity's result over 2 MB would fail the workflow for good; half of that leaves room to grow. */
const MOST_BYTES = 1_000_000;

export interface ClaimInput {
  readonly reference: string;
  readonly generation: number;
}

/** Takes the case over and loads what was done, in one transaction under the row lock. */
export function claim({ db }: Context, { reference, generation }: ClaimInput): Promise<ClaimedCase> {
  return db.$transaction(async (tx) => {
    const held = await lockCase(tx, reference);
    const current =
      generation < held.generation
        ? held
        : await tx.case.update({ where: { id: held.id }, data: { epoch: { increment: 1 } } });
    const claimed = await load(tx, current);
    if (Buffer.byteLength(JSON.stringify(claimed)) > MOST_BYTES) {
      throw new RegisterError(
        'too-large',
        `The steps of ${reference} are more than one run can be loaded with.`,
      );
    }
    return claimed;
  });
}

async function load(tx: Tx, held: Case): Promise<ClaimedCase> {
  const steps = await tx.step.findMany({ where: { caseId: held.id }, orderBy: { enteredAt: 'asc' } });
  const events = await tx.event.findMany({ where: { caseId: held.id }, orderBy: { sequence: 'asc' } });
  const deadlines = await tx.deadline.findMany({ where: { caseId: held.id } });
  const open = steps.filter(({ state }) => state === 'entered').map(({ step }) => step);
  return {
    ...{
      epoch: held.epoch,
      known: held.processSequence,
      generation: held.generation,
      reopened: held.reopened,
    },
    facts: {
      ...(held.facts as Codes),
      kind: held.kind as CaseKind,
      organisation: held.organisationId,
    } as CaseFacts,
    closed: held.closedAt ? (held.outcome ?? 'closed') : null,
    done: results(steps),
    ...{ open, needs: needsOf(events, open), fired: events.flatMap(trigger) },
    handled: [...new Set(events.flatMap(({ submissionId }) => submissionId ?? []))],
    ...{ clock: clockView(held, deadlines), legalHold: held.legalHold },
  };
}

/** A waived step counts as passed. */
function results(steps: readonly Step[]): Record<string, Codes> {
  const passed = steps.filter(({ state }) => state === 'left' || state === 'waived');
  return Object.fromEntries(passed.map(({ step, result }) => [step, (result ?? {}) as Codes]));
}

function needsOf(events: readonly Event[], open: readonly string[]): ClaimedCase['needs'] {
  const needs: Record<string, { count: number; open: LetterNeed | null }> = {};
  for (const { type, step, data } of events) {
    if (!step || !open.includes(step)) continue;
    const before = needs[step]?.count ?? 0;
    if (type === 'step-needs-person')
      needs[step] = { count: before + 1, open: (data as Codes).need as LetterNeed };
    if (type === 'step-person-done') needs[step] = { count: before, open: null };
  }
  return needs;
}

function trigger({ type, element, number, data }: Event): FiredTrigger[] {
  return type === 'fired' && element ? [{ element, number: number ?? 1, data: data as Codes }] : [];
}
