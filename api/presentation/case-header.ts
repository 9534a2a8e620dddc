import { definitionOf } from '../../domain/cases/registry';
import { may } from '../../domain/roles';
import { isMatter } from '../casework/logging-form';
import { mayOn } from '../../register/visibility';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import type { Services } from '../services';
import { longDate } from './dates';
import type { Due } from './due';
import { dueOf } from './due';
import { kindTitle, outcomeTitle, stageTitles } from './words';

export type CaseTab = 'overview' | 'own' | 'clock' | 'documents' | 'letters' | 'history' | 'diagram';

/** The top of every page of a case. */
export interface CaseHeader {
  readonly reference: string;
  readonly kind: string;
  /** The person, or what a matter is called; null for viewers who may see neither. */
  readonly name: string | null;
  readonly subjectId: string | null;
  readonly stage: string;
  readonly outcome: string | null;
  readonly due: Due;
  readonly tags: readonly { readonly text: string; readonly classes: string }[];
  /** What must not be overlooked, each a sentence. */
  readonly notices: readonly string[];
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly active: boolean }[];
}

export function caseHeader(
  { register, now }: Services,
  viewer: Viewer,
  page: CasePage,
  tab: CaseTab,
): CaseHeader {
  const profile = register.organisations.get(page.organisationId);
  return {
    reference: page.reference,
    kind: kindTitle(page.kind),
    name: page.subjectName ?? page.title,
    subjectId: may(viewer.roles, 'person.view') ? (page.subject?.id ?? null) : null,
    stage: stageTitles[page.stage],
    outcome: outcomeTitle(page.kind, page.outcome),
    due: dueOf(page, now()),
    tags: tagsOf(page),
    notices: [
      ...ofKind(page),
      ...marks(page),
      ...notices(page),
      ...risks(page, new Map(profile.systems.map(({ id, label }) => [id, label]))),
    ],
    tabs: tabsOf(viewer, page, tab),
  };
}

function tagsOf(page: CasePage): CaseHeader['tags'] {
  const tag = (shown: boolean, text: string, classes: string) => (shown ? [{ text, classes }] : []);
  return [
    ...tag(page.legalHold, 'Legal hold', 'govuk-tag--purple'),
    ...tag(page.restricted, 'Restricted to named staff', 'govuk-tag--red'),
    ...tag(page.flagged, 'Contact with care', 'govuk-tag--orange'),
    ...tag(page.extended, 'Extended', 'govuk-tag--yellow'),
    ...tag(page.clockState === 'paused', 'Clock paused', 'govuk-tag--blue'),
    ...tag(page.facts.controllerRole === 'processor', 'We act for another controller', 'govuk-tag--teal'),
  ];
}

/** What its kind says of a case as it stands. */
function ofKind({ kind, stage, steps, facts }: CasePage): string[] {
  const said = (element: string) =>
    steps.findLast((one) => one.element === element && one.state === 'left')?.result ?? {};
  return [definitionOf(kind).notice?.(stage, said, facts) ?? []].flat();
}

/** What the person's other cases mean for this one. */
const marks = ({ marks: all }: CasePage): string[] =>
  all.map(
    ({ text, reference }) => `${text}: see ${reference} before anything is done with their information.`,
  );

function notices(page: CasePage): string[] {
  const late = page.warnings.includes('logged-late')
    ? [
        `It was received on ${longDate(page.receivedOn)} but only logged on ${longDate(page.loggedAt)}. The clock runs from the day it was received.`,
      ]
    : [];
  const care = page.flagged
    ? [
        'Contacting this person may put somebody at risk. Nothing is sent by itself: a person confirms each contact.',
      ]
    : [];
  const later = page.clock.later
    ? [
        `A later date, ${longDate(page.clock.later)}, waits for confirmation by the governance officer or the DPO. Until then the earlier date stands.`,
      ]
    : [];
  return [...late, ...care, ...later];
}

/** One sentence for what may be lost, the soonest first, and one for what is. */
function risks({ risks: all }: CasePage, labels: ReadonlyMap<string, string>): string[] {
  const soonest = [...all].sort((a, b) => a.on.localeCompare(b.on));
  const label = (system: string): string => labels.get(system) ?? system;
  const near = soonest
    .filter(({ lost }) => !lost)
    .map(({ system, on }) => `${label(system)} on ${longDate(on)}`);
  const gone = soonest.filter(({ lost }) => lost).map(({ system }) => label(system));
  return [
    ...(gone.length > 0
      ? [
          `It was overwritten before it was preserved: ${gone.join('; ')}. Tell the DPO, who judges what that means, and say so in the answer.`,
        ]
      : []),
    ...(near.length > 0 ? [`At risk of loss, until evidence is in: ${near.join('; ')}.`] : []),
  ];
}

function tabsOf(viewer: Viewer, page: CasePage, current: CaseTab): CaseHeader['tabs'] {
  const { reference } = page;
  const base = `/cases/${reference}`;
  const all = [
    { tab: 'overview', text: 'Overview', href: base, shown: true },
    ...[definitionOf(page.kind).tab ?? []].flat().map(({ path, text }) => ({
      ...{ tab: 'own', text, href: `${base}/${path}` },
      shown: mayOn(viewer, page, 'document.view'),
    })),
    { tab: 'clock', text: 'Clock', href: `${base}/clock`, shown: true },
    {
      tab: 'documents',
      text: isMatter(page.kind) ? 'Documents' : 'Searches and documents',
      href: `${base}/documents`,
      shown: mayOn(viewer, page, 'document.view'),
    },
    { tab: 'letters', text: 'Letters', href: `${base}/letters`, shown: mayOn(viewer, page, 'letter.view') },
    { tab: 'history', text: 'History', href: `${base}/history`, shown: true },
    { tab: 'diagram', text: 'Diagram', href: `${base}/diagram`, shown: true },
  ];
  return all
    .filter(({ shown }) => shown)
    .map(({ tab, text, href }) => ({ text, href, active: tab === current }));
}
