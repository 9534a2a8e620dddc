/**
 * Consent that is withdrawn, from the word of the person to what becomes of the data (UK GDPR Arts 7(3), 17(1)(b)).
 * Reads like processes/consent-withdrawal.bpmn, top to bottom.
 */
import { consentWithdrawal as definition } from '../domain/cases/consent-withdrawal';
import { listOf, type CaseInput } from '../domain/cases/process';
import type { ConsentWithdrawalSteps } from '../processes/consent-withdrawal.generated';
import { runCase } from './case';
import { rightsAsides, rightsTimer } from './shared/rights';
import { stopEverywhere } from './shared/stopping';

const outcomes: Readonly<Record<string, string>> = {
  'other-basis': 'stopped',
  erasure: 'stopped-erasure',
  'nothing-held': 'stopped-nothing-held',
};

export async function consentWithdrawal(input: CaseInput): Promise<string> {
  return runCase<ConsentWithdrawalSteps>(input, {
    definition,
    body: async (c) => {
      await stopEverywhere(c, listOf(c.facts, 'stopOn'));
      await c.send('confirm-stopped');
      const { outcome } = await c.userTask('check-erasure');
      await c.userTask('close-case');
      return { end: 'closed', outcome: outcomes[String(outcome)] ?? 'stopped' };
    },
    interrupts: {},
    asides: { 'letter-returned': rightsAsides['letter-returned'] },
    timer: rightsTimer,
  });
}
