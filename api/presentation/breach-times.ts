import type { Codes } from '../../domain/cases/process';
import { elapsedText, momentText } from '../../domain/clock/by-when';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import type { Services } from '../services';

/** One of the moments of a breach, each a field of its own. */
export interface BreachMoment {
  readonly label: string;
  readonly text: string;
}

/**
 * When it happened, was discovered, was reported, and when we became aware; with the hours since, and whom to call.
 * Null for every other kind of case.
 */
export async function breachTimes(
  { register, now }: Services,
  viewer: Viewer,
  page: CasePage,
): Promise<readonly BreachMoment[] | null> {
  if (page.kind !== 'breach') return null;
  const deadlines = (await register.cases.deadlines(viewer, page.reference)) ?? [];
  const aware = deadlines.find(({ timer }) => timer !== 'breach.individuals')?.relevantDate ?? null;
  const { outOfHours, mailbox } = register.organisations.get(page.organisationId).breaches;
  const triage = lastAnswer(page, 'triage');
  const said = (at: unknown): string => (typeof at === 'string' ? momentText(at) : 'Not known');
  return [
    { label: 'Happened', text: said(triage.happenedAt ?? page.facts.happenedAt) },
    { label: 'Discovered', text: said(triage.discoveredAt ?? page.facts.discoveredAt) },
    { label: 'Reported', text: momentText(page.loggedAt) },
    { label: 'Aware', text: `${said(aware)}${triage.awareAt ? '' : ', until triage confirms or moves it'}` },
    ...sinceAware(page, aware, now().toISOString()),
    { label: 'Outside office hours', text: `${outOfHours.name}, ${outOfHours.telephone}; ${mailbox}` },
  ];
}

function sinceAware({ clockState, closedAt }: CasePage, aware: string | null, now: string): BreachMoment[] {
  if (aware === null || closedAt !== null || clockState === 'stopped') return [];
  return [{ label: 'Since we were aware', text: elapsedText(aware, now) }];
}

/** Impact assessments that the breach calls into question: linked to it, or named in its lessons (Art 35(11)). */
export function assessmentsToReview(page: CasePage): readonly string[] {
  if (page.kind !== 'breach') return [];
  const linked = page.links
    .filter(({ kind }) => kind === 'impact-assessment')
    .map(({ reference }) => reference);
  const { assessment } = lastAnswer(page, 'lessons');
  return [...new Set([...linked, ...(typeof assessment === 'string' ? [assessment] : [])])];
}

const lastAnswer = ({ steps }: CasePage, element: string): Codes =>
  steps.findLast((step) => step.element === element && step.state === 'left')?.result ?? {};
