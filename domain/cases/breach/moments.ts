/** When a breach happened, was discovered, and when we became aware of it, as was last said. Workflow-safe. */
import type { Instant } from '../../clock/types';
import type { Codes } from '../process';

/** What was answered on a form of the case, oldest first. */
export interface Answered {
  readonly form: string;
  readonly codes: Codes;
}

const forms: Readonly<
  Record<'happenedAt' | 'discoveredAt' | 'awareAt' | 'processorAwareAt', readonly string[]>
> = {
  happenedAt: ['log-request', 'triage', 'assess', 'follow-up'],
  discoveredAt: ['log-request', 'triage', 'assess', 'follow-up'],
  awareAt: ['triage', 'move-aware'],
  processorAwareAt: ['triage', 'assess', 'follow-up'],
};

/** The last word on a moment, or null where nobody knows it. */
export function momentSaid(written: readonly Answered[], moment: keyof typeof forms): Instant | null {
  const last = written.findLast(
    ({ form, codes }) => forms[moment].includes(form) && typeof codes[moment] === 'string',
  );
  return last ? String(last.codes[moment]) : null;
}

/** Art 33(2): hours from a processor's awareness until we heard of it; null where either is not known. */
export function processorHours(written: readonly Answered[], heardAt: Instant | null): number | null {
  const from = momentSaid(written, 'processorAwareAt');
  return from === null || heardAt === null
    ? null
    : Math.max(0, (Date.parse(heardAt) - Date.parse(from)) / 3_600_000);
}

/** Filings with the regulator, oldest first; a pack that was made anew was not filed (Art 33(4)). */
export const filings = <T extends Answered>(written: readonly T[]): readonly T[] =>
  written.filter(({ form, codes }) => form === 'file-notification' && codes.complete !== 'remake');

/** Forms on which the reasons for a late notification are given (Art 33(1)). */
export const delayForms: readonly string[] = ['decide', 'file-notification', 'move-aware'];
