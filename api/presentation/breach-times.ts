import { listOf, type Codes } from '../../domain/cases/process';
import { elapsedText, momentText } from '../../domain/clock/by-when';
import { roleIn } from '../../domain/cases/breach/duties';
import { momentSaid } from '../../domain/cases/breach/moments';
import { severityText } from '../../domain/cases/breach/severity';
import { severityParts } from '../../forms/breach/assess';
import type { Values } from '../../forms/form';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import type { SignedIn } from '../auth/signed-in';
import { mayHaveReviewed, reviewFormOf } from '../casework/review-assessment';
import { choicesOf } from '../forms/options';
import { bodyOf } from '../forms/page';
import type { FormView } from '../forms/view';
import { formView } from '../forms/view';
import { breachWords } from './breach-words';
import type { Services } from '../services';

/** One of the moments of a breach, each a field of its own; or a line of what is found. */
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
  const moment = (name: 'happenedAt' | 'discoveredAt') =>
    momentSaid(answersOf(page), name) ?? page.facts[name];
  const said = (at: unknown): string => (typeof at === 'string' ? momentText(at) : 'Not known');
  return [
    { label: 'Happened', text: said(moment('happenedAt')) },
    { label: 'Discovered', text: said(moment('discoveredAt')) },
    { label: 'Reported', text: momentText(page.loggedAt) },
    { label: 'Aware', text: `${said(aware)}${triage.awareAt ? '' : ', until triage confirms or moves it'}` },
    ...sinceAware(page, aware, now().toISOString()),
    { label: 'Outside office hours', text: `${outOfHours.name}, ${outOfHours.telephone}; ${mailbox}` },
  ];
}

/** What the assessment says of the risk, and what was decided; the number is an aid, and stands with its parts. */
export function breachRisk(page: CasePage): readonly BreachMoment[] {
  if (page.kind !== 'breach') return [];
  const [assessed, decided] = [lastAnswer(page, 'assess'), lastAnswer(page, 'decide')];
  const { decision } = decided;
  if (typeof assessed.proposal !== 'string') return [];
  const parts = severityParts(assessed as Values);
  return [
    { label: 'Risk that is seen', text: breachWords('assess', 'proposal', assessed.proposal) },
    ...(typeof decision === 'string' && decision !== 'back'
      ? [{ label: 'Decision', text: breachWords('decide', 'decision', decision) }]
      : []),
    {
      label: 'Severity (ENISA)',
      text: parts
        ? `${severityText(parts)}. An aid to judgement; it decides nothing.`
        : 'Not all its parts are known yet.',
    },
  ];
}

function sinceAware({ clockState, closedAt }: CasePage, aware: string | null, now: string): BreachMoment[] {
  if (aware === null || closedAt !== null || clockState === 'stopped') return [];
  return [{ label: 'Since we were aware', text: elapsedText(aware, now) }];
}

/**
 * The form with which one click has an impact assessment reviewed; it begins with the one that the lessons name
 * (Art 35(11)). Null for whoever may not, and where there is no assessment.
 */
export async function reviewForm(
  { register }: Services,
  viewer: SignedIn,
  page: CasePage,
): Promise<FormView | null> {
  if (!mayHaveReviewed(viewer, page)) return null;
  const form = reviewFormOf(page);
  const choices = await choicesOf(form, register, { viewer, page });
  if (choices.assessment?.length === 0) return null;
  const { assessment } = lastAnswer(page, 'lessons');
  return formView(form, {
    action: `/cases/${page.reference}/review-assessment`,
    ...{ choices, body: bodyOf(form, typeof assessment === 'string' ? { assessment } : {}) },
  });
}

/** Whose data it is, by id, as triage said last; our own until then. */
export function controllersIn(page: Pick<CasePage, 'controller' | 'steps'>): readonly string[] {
  const triage = lastAnswer(page, 'triage');
  const own = typeof triage.whose === 'string' ? triage.whose : page.controller;
  return [...(roleIn(triage) === 'processor' ? [] : [own]), ...listOf(triage, 'controllers')];
}

/** What was answered by tasks, in the order in which they were finished. */
const answersOf = ({ steps }: CasePage) =>
  steps
    .filter(({ state }) => state === 'left')
    .toSorted((one, other) => String(one.leftAt).localeCompare(String(other.leftAt)))
    .map(({ element, result }) => ({ form: element, codes: result ?? {} }));

const lastAnswer = ({ steps }: Pick<CasePage, 'steps'>, element: string): Codes =>
  steps.findLast((step) => step.element === element && step.state === 'left')?.result ?? {};
