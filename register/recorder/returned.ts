import type { Codes, ProcessEvent, StepKey } from '../../domain/cases/process';
import { givenAfterAll } from '../../domain/cases/returned';
import { atLondonTime } from '../../domain/calendar';
import type { Reader, Tx } from '../database';
import { instantColumn } from '../instants';

/** Marks the letters that came back, and those that have been given after all. */
export async function keepReturned(tx: Tx, caseId: string, events: readonly ProcessEvent[]): Promise<void> {
  for (const { type, element, action, data = {}, effectiveAt } of events) {
    const step = typeof data.letter === 'string' ? data.letter : null;
    if (step === null) continue;
    if (action === 'letter-returned')
      await tx.letter.updateMany({
        where: { caseId, step, state: 'given' },
        data: { state: 'returned', returnedAt: instantColumn(effectiveAt) },
      });
    if (type === 'step-left' && element === 'send-again' && givenAfterAll(data))
      await tx.letter.updateMany({
        where: { caseId, step, state: 'returned' },
        data: { state: 'given', givenAt: givenAt(data, effectiveAt), ...wayOf(data) },
      });
  }
}

const givenAt = ({ givenOn }: Codes, effectiveAt: string): Date =>
  instantColumn(typeof givenOn === 'string' ? atLondonTime(givenOn, '12:00') : effectiveAt);

const ways: readonly unknown[] = ['post', 'email', 'by-hand'];

const wayOf = ({ outcome }: Codes): { way?: string } =>
  ways.includes(outcome) ? { way: String(outcome) } : {};

/** Steps whose letter came back and has not been given since. */
export async function returnedSteps(reader: Reader, caseId: string): Promise<readonly StepKey[]> {
  const rows = await reader.letter.findMany({ where: { caseId, state: 'returned' }, select: { step: true } });
  return rows.map(({ step }) => step);
}

/** Whether what a step did is undone: its letter came back, or that of one of its repeated items. */
export const isUndone = (step: StepKey, returned: readonly StepKey[]): boolean =>
  returned.some((letter) => letter === step || letter.startsWith(`${step}[`));
