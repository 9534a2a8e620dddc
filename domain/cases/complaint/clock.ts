/**
 * Which clocks a complaint has as its steps stand: section 164A, the Housing Ombudsman's beside it, or those of an
 * internal review. Workflow-safe.
 */
import type { ClockEvent, Instant, IsoDate, TimerName } from '../../clock/types';
import { clockBy } from '../clock-meanings';
import type { CaseDefinition } from '../definition';
import type { CaseFacts, Codes } from '../process';

/** The codes of the step last left of an element, empty where there is none. */
type Said = (element: string) => Codes;

/** News and the outcome tell as well that it reached us: an outcome in time needs no acknowledgement (guidance). */
const acknowledging = ['acknowledge', 'progress-letter', 'outcome-letter'] as const;

const given = (said: Said, letter: string): boolean => said(letter).givenAt !== undefined;

/** Decided anew on request: by the Code of Practice (FOIA s.45), by statute (EIR reg 11). */
const reviewTimers: Readonly<Record<string, TimerName>> = { foi: 'foi.review', eir: 'eir.review' };

/** The timer that gives the due date first. Whatever has been done is not among them. */
export function complaintTimers(facts: CaseFacts, said: Said): readonly TimerName[] {
  const review = facts.about === 'information-request' ? reviewTimers[String(facts.regime)] : undefined;
  const acknowledged = acknowledging.some((letter) => given(said, letter));
  return [
    ...(review ? [review] : section164A(acknowledged, said)),
    ...(facts.alsoHousing === true ? housingCode(acknowledged) : []),
  ];
}

/** DPA s.164A(3)–(5). News is owed until the outcome is told, counted from the last that was. */
function section164A(acknowledged: boolean, said: Said): readonly TimerName[] {
  return [
    ...(acknowledged ? [] : (['complaint.ack'] as const)),
    'complaint.outcome',
    ...(given(said, 'outcome-letter') ? [] : (['complaint.progress'] as const)),
  ];
}

/** Shown beside, never in place of it: the Code is guidance of another body. */
const housingCode = (acknowledged: boolean): readonly TimerName[] => [
  ...(acknowledged ? [] : (['housing.ack'] as const)),
  'housing.stage1',
  'housing.stage2',
];

/** Longer from the day the person is told; not at all where that letter came back (Housing Ombudsman's Code). */
const stage1 = clockBy({ 'stage1-notice': { '*': 'stage1-extended' } }, { 'stage1-notice': 'stage1-undone' });

/** What the steps mean for the clocks. There is no pause and no extension in section 164A; the Code has one. */
export function complaintClock(what: string, codes: Codes, at: Instant | IsoDate): readonly ClockEvent[] {
  if (what === 'log-request')
    return codes.about === 'information-request' ? [{ type: 'review-requested', at }] : [];
  if (what === 'escalate-housing') return [{ type: 'escalated', at }];
  if (!acknowledging.some((letter) => letter === what)) return stage1(what, codes, at);
  return [
    { type: 'logged', at },
    ...(what === 'progress-letter' ? [{ type: 'progress-told', at } as const] : []),
  ];
}

/** Every clock of a complaint escalates; stage 1 no more once the complaint went to stage 2. */
export const complaintEscalates: CaseDefinition['alsoEscalates'] = (facts, said, happened) =>
  complaintTimers(facts, said).filter((timer) => timer !== 'housing.stage1' || !happened('escalated'));
