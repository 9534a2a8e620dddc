import type { Codes, ProcessEvent } from '../../domain/cases/process';
import { elementOf } from '../../domain/cases/process';
import type { Tx } from '../database';
import { dateColumn, instantColumn } from '../instants';
import { itemOfStep } from './items';

const searching: readonly string[] = ['search-system', 'search-again'];

/** Keeps one row for each system's search: asked, and what came of it. */
export async function keepSearches(tx: Tx, caseId: string, events: readonly ProcessEvent[]): Promise<void> {
  for (const event of events) {
    if (!event.step || !searching.includes(elementOf(event.step))) continue;
    if (event.type === 'step-entered') await ask(tx, caseId, event.step, event);
    if (event.type === 'step-left') await answer(tx, caseId, event.step, event);
    if (event.type === 'step-cancelled') {
      await tx.searchRequest.updateMany({
        where: { caseId, step: event.step },
        data: { state: 'cancelled' },
      });
    }
  }
}

async function ask(tx: Tx, caseId: string, step: string, event: ProcessEvent): Promise<void> {
  const system = (await itemOfStep(tx, caseId, step)) ?? 'unknown';
  const row = { caseId, step, system, state: 'asked', askedAt: instantColumn(event.at) };
  await tx.searchRequest.upsert({ where: { caseId_step: { caseId, step } }, create: row, update: {} });
}

async function answer(tx: Tx, caseId: string, step: string, event: ProcessEvent): Promise<void> {
  const { result, hits, minutes, from, until }: Codes = event.data ?? {};
  await tx.searchRequest.updateMany({
    where: { caseId, step },
    data: {
      state: result === 'found' ? 'found' : 'nothing-found',
      hits: typeof hits === 'number' ? hits : result === 'found' ? null : 0,
      minutes: typeof minutes === 'number' ? minutes : null,
      from: typeof from === 'string' ? dateColumn(from) : null,
      until: typeof until === 'string' ? dateColumn(until) : null,
      answeredAt: instantColumn(event.effectiveAt),
      submissionId: event.submission ?? null,
    },
  });
}
