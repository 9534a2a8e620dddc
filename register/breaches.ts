import { delayForms, filings, momentSaid, processorHours } from '../domain/cases/breach/moments';
import type { CaseKind } from '../domain/cases/kinds';
import type { Codes } from '../domain/cases/process';
import type { Deadline, Instant, IsoDate } from '../domain/clock/types';
import type { Context } from './context';
import type { Case, Deadline as DeadlineRow } from './generated/client';
import { civil, instant } from './instants';
import type { OpenSubmission } from './submissions';
import { ofCase } from './submissions/queries';
import type { Viewer } from './viewer';
import { visibleTo } from './visibility';

/**
 * What the register says of one breach, notified or not (UK GDPR Art 33(5)): its facts, its effects and what was
 * done. Empty and null where nobody has said it yet.
 */
export interface BreachEntry {
  readonly reference: string;
  readonly title: string;
  readonly outcome: string | null;
  /** As triage has it: `breach`, `near-miss`, `not-a-breach`; null before triage. */
  readonly what: string | null;
  readonly role: string | null;
  /** Where it happened: `us`, `processor`, `recipient`, `unknown`; null for a report that does not say. */
  readonly place: string | null;
  /** At a processor: hours from its awareness until we were told; null where that is not known. */
  readonly processorHours: number | null;
  readonly happenedAt: Instant | null;
  readonly discoveredAt: Instant | null;
  readonly reportedAt: Instant;
  readonly awareAt: Instant | null;
  readonly notifiedAt: Instant | null;
  readonly regulatorReference: string;
  readonly cause: string | null;
  readonly cyber: string | null;
  readonly nature: readonly string[];
  readonly systems: readonly string[];
  readonly people: number | null;
  readonly records: number | null;
  readonly facts: string;
  readonly effects: string;
  readonly remedial: string;
  readonly rootCause: string;
  /** `no-risk`, `risk` or `high-risk`; null while undecided. */
  readonly decision: string | null;
  readonly decisionReasons: string;
  /** How the people were told, or which exception holds (Art 34(3)). */
  readonly peopleTold: string | null;
  readonly delayReasons: string;
  readonly severity: number | null;
  readonly closedOn: IsoDate | null;
}

export interface Breaches {
  /** Every breach that the viewer may see, the latest first; at most 1,000. */
  register(viewer: Viewer): Promise<BreachEntry[]>;
}

const KIND: CaseKind = 'breach';
const MOST = 1000;

export function createBreaches(context: Context): Breaches {
  return {
    async register(viewer) {
      const rows = await context.db.case.findMany({
        where: { AND: [visibleTo(viewer), { kind: KIND }] },
        include: { deadlines: true },
        orderBy: { loggedAt: 'desc' },
        take: MOST,
      });
      const entries: BreachEntry[] = [];
      for (const row of rows) entries.push(entryOf(row, await ofCase(context, row.reference)));
      return entries;
    },
  };
}

function entryOf(
  row: Case & { readonly deadlines: readonly DeadlineRow[] },
  written: readonly OpenSubmission[],
): BreachEntry {
  const last = (...forms: string[]) => written.findLast(({ form }) => forms.includes(form));
  const codes = (...forms: string[]): Codes => last(...forms)?.codes ?? {};
  const words = (form: string, field: string): string => textIn(last(form)?.personal[field]);
  const [triage, known] = [codes('triage'), codes('follow-up', 'assess')];
  const filed = filings(written);
  const reasons = written
    .filter(({ form }) => delayForms.includes(form))
    .map(({ personal }) => textIn(personal.delayReasons));
  const decided = codes('decide');
  return {
    ...{ reference: row.reference, outcome: row.outcome, reportedAt: instant(row.loggedAt) },
    title: words('log-request', 'title'),
    ...{ what: code(triage.outcome), role: code(triage.role), awareAt: awareIn(row.deadlines) },
    place: code(codes('log-request').place),
    processorHours: processorHours(written, instant(row.loggedAt)),
    happenedAt: momentSaid(written, 'happenedAt'),
    discoveredAt: momentSaid(written, 'discoveredAt'),
    notifiedAt: code(filed[0]?.codes.filedAt),
    regulatorReference:
      filed.map(({ personal }) => textIn(personal.regulatorReference)).findLast((one) => one !== '') ?? '',
    ...{
      cause: code(known.cause),
      cyber: code(known.cyber),
      nature: list(known.nature),
      systems: list(known.systems),
    },
    ...{
      people: count(known.people),
      records: count(known.records),
      severity: count(codes('assess').severity),
    },
    facts: textIn(last('follow-up', 'assess')?.personal.facts) || words('log-request', 'request'),
    effects: words('lessons', 'effects') || textIn(last('follow-up', 'assess')?.personal.consequences),
    remedial: words('lessons', 'remedial') || textIn(last('follow-up', 'assess')?.personal.actions),
    rootCause: words('lessons', 'rootCause'),
    decision: decided.decision === 'back' ? null : code(decided.decision),
    decisionReasons: words('decide', 'reasons') || words('triage', 'reasons'),
    peopleTold: code(decided.people),
    delayReasons: [...new Set(reasons.filter((one) => one !== ''))].join('\n'),
    closedOn: row.closedAt && civil(row.closedAt),
  };
}

/** The clock of Art 33(1) or (2) begins with awareness. */
function awareIn(deadlines: readonly DeadlineRow[]): Instant | null {
  const started = deadlines
    .filter(({ timer }) => timer === 'breach.regulator' || timer === 'breach.processorToController')
    .map(({ computed }) => (computed as unknown as Deadline).relevantDate);
  return started.find((at) => at !== null) ?? null;
}

const code = (value: Codes[string]): string | null => (typeof value === 'string' ? value : null);
const count = (value: Codes[string]): number | null => (typeof value === 'number' ? value : null);
const list = (value: Codes[string]): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
