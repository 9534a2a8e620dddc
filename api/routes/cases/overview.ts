import type { Request, Response } from 'express';
import { definitionOf } from '../../../domain/cases/registry';
import type { CasePage } from '../../../register/cases';
import type { Viewer } from '../../../register/viewer';
import { asksBack, linkedKinds } from '../../casework/linked';
import { isMatter } from '../../casework/logging-form';
import { openCase } from '../../casework/open-case';
import { offeredActions } from '../../casework/rules';
import { breachRisk, breachTimes, controllersIn, reviewForm } from '../../presentation/breach-times';
import { carriedOutIn } from '../../casework/carried-out';
import { restrictedUsesIn } from '../../casework/restricted-uses';
import { carriedOutWords, type CarriedOutLine } from '../../presentation/carried-out';
import { caseHeader } from '../../presentation/case-header';
import { useWords } from '../../presentation/restricted-uses';
import { clockTitles, kindTitle, relationText } from '../../presentation/words';
import { taskView } from '../../presentation/tasks';
import { wishesInWords } from '../../presentation/wishes';
import type { Services } from '../../services';

/** What to do next on top, then what the case is about. */
export function getOverview(services: Services) {
  return async (req: Request, res: Response): Promise<void> => {
    const { viewer, page } = await openCase(services, req);
    const view = taskView(services, page.organisationId);
    const open = page.tasks.filter(({ state }) => state === 'open');
    const actions = offeredActions(page, viewer, services.now().toISOString());
    res.render('cases/overview', {
      title: `${page.reference} – overview`,
      header: caseHeader(services, viewer, page, 'overview'),
      mine: open.filter(({ refusal }) => refusal === null).map(view),
      others: open.filter(({ refusal }) => refusal !== null).map(view),
      helps: Object.fromEntries(open.map((task) => [view(task).href, helpOf(page, task.element)])),
      actions: actions.filter(({ refusal }) => refusal === null),
      barred: actions.filter(({ refusal }) => refusal !== null),
      page,
      matter: isMatter(page.kind),
      times: await breachTimes(services, viewer, page),
      risk: breachRisk(page),
      review: await reviewForm(services, viewer, page),
      links: page.links.map((link) => ({
        ...link,
        kindTitle: kindTitle(link.kind),
        relation: relationText(link),
      })),
      asksBack: asksBack(page),
      opens: linkedKinds(viewer, page).map((kind) => ({
        matter: isMatter(kind),
        href: `/cases/${page.reference}/open/${kind}`,
        text: kindTitle(kind),
      })),
      facts: await factsOf(services, page),
      ...carriedOutView(services, page),
      uses: await usesView(services, viewer, page),
      engineUrl: engineUrl(services, page),
    });
  };
}

/** How far what was decided is carried out; nothing before that. */
function carriedOutView(services: Services, page: CasePage) {
  const { systems, recipients } = carriedOutIn(services, page);
  const worded = (lines: readonly CarriedOutLine[]) =>
    lines.map((line) => ({ ...line, text: carriedOutWords[line.state] }));
  return { doneOn: worded(systems), told: worded(recipients) };
}

/** What was decided of each use of restricted data. */
async function usesView(services: Services, viewer: Viewer, page: CasePage) {
  const uses = await restrictedUsesIn(services, viewer, page);
  return uses.map((one) => ({ ...one, text: useWords[one.state] }));
}

const helpOf = (page: CasePage, element: string): string | null =>
  definitionOf(page.kind).tasks[element]?.help ?? null;

async function factsOf({ register }: Services, page: CasePage): Promise<Record<string, string | null>> {
  const profile = register.organisations.get(page.organisationId);
  const labelled = (list: readonly { id: string; label: string }[], id: unknown): string =>
    list.find((one) => one.id === id)?.label ?? String(id ?? '');
  const nameOf = (controller: string): string =>
    profile.controllers.find(({ id }) => id === controller)?.name ?? controller;
  const controllers = page.kind === 'breach' ? controllersIn(page) : [page.controller];
  const colleagues = page.leadId === null ? [] : await register.staff.colleagues(page.organisationId);
  return {
    lead: colleagues.find(({ id }) => id === page.leadId)?.name ?? null,
    personType: labelled(profile.personTypes, page.facts.personType),
    controller: controllers.map(nameOf).join(', '),
    clock: clockTitles[page.clockState],
    ...wishesInWords(page),
  };
}

/** The run in the Temporal Web UI: references and codes only. */
const engineUrl = ({ config }: Services, { reference }: CasePage): string | null =>
  config.temporalUiUrl &&
  `${config.temporalUiUrl}/namespaces/${config.temporalNamespace}/workflows/${reference}`;
