import type { Request, Response } from 'express';
import { definitionOf } from '../../../domain/cases/registry';
import type { Profile } from '../../../domain/organisation';
import { may } from '../../../domain/roles';
import type { CasePage, TaskPage } from '../../../register/cases';
import { viewerOf } from '../../auth/signed-in';
import { evidenceFor } from '../../casework/evidence';
import type { Finished } from '../../casework/finish-task';
import { finishTask } from '../../casework/finish-task';
import { whyContactCheck } from '../../casework/kept-letter';
import { restingOn } from '../../casework/rests-on';
import { heldBack } from '../../casework/rules';
import { homesFor } from '../../casework/shared-home';
import { startingFor } from '../../casework/starting';
import { cameBack, formOfTask, handedOver, letterOfTask } from '../../casework/task-form';
import { wantsOneLetter } from '../../casework/together';
import { NotFound } from '../../errors';
import { takesEvidence } from '../../documents/place';
import { choicesOf } from '../../forms/options';
import type { Body } from '../../forms/page';
import { answersFrom, bodyOf } from '../../forms/page';
import type { RowFocus } from '../../forms/rows';
import { changedRows } from '../../forms/rows';
import { tokenOf } from '../../forms/token';
import { formView } from '../../forms/view';
import { caseHeader } from '../../presentation/case-header';
import { likelyFor } from '../../presentation/identity';
import { whatFailed } from '../../presentation/failures';
import { hoursInWords, taskView } from '../../presentation/tasks';
import { wishesInWords } from '../../presentation/wishes';
import type { Services } from '../../services';
import { answer } from './answer';

type TaskRequest = Request<{ reference: string; taskId: string }>;

interface OpenedTask {
  readonly task: TaskPage;
  /** Null for a data holder, who sees the task and nothing else of its case. */
  readonly page: CasePage | null;
}

export function getTask(services: Services) {
  return async (req: TaskRequest, res: Response): Promise<void> => {
    const opened = await openTask(services, req);
    if (opened.task.state !== 'open')
      return res.render('cases/task-done', { title: opened.task.title, ...opened });
    await show(services, req, res, opened);
  };
}

export function postTask(services: Services) {
  return async (req: TaskRequest, res: Response): Promise<void> => {
    const viewer = viewerOf(req);
    const opened = await openTask(services, req);
    const body = req.body as Body;
    const token = tokenOf(body);
    const form = formOfTask(opened.task, opened.page);
    const changed = changedRows(form, body);
    if (changed) return show(services, req, res, opened, { ...changed, token });
    const answers = answersFrom(form, body);
    const finished = await finishTask(services, viewer, { ...opened, token, answers });
    await answer(req, res, finished, {
      token,
      done: `Done: ${opened.task.title.toLowerCase()}.`,
      next: opened.page ? `/cases/${opened.task.reference}` : '/',
      reference: opened.task.reference,
      again: (again) => show(services, req, res, opened, { body, finished, token: again }),
    });
  };
}

async function openTask({ register }: Services, req: TaskRequest): Promise<OpenedTask> {
  const viewer = viewerOf(req);
  const { reference, taskId } = req.params;
  const task = await register.cases.task(viewer, taskId);
  if (!task || task.reference !== reference)
    throw new NotFound('There is no such task, or you may not see it.');
  return { task, page: await register.cases.page(viewer, reference) };
}

interface Again {
  readonly body: Body;
  /** Absent where only rows were added or removed. */
  readonly finished?: Finished;
  readonly focus?: RowFocus;
  readonly token: string | undefined;
}

async function show(
  services: Services,
  req: TaskRequest,
  res: Response,
  { task, page }: OpenedTask,
  again?: Again,
) {
  const viewer = viewerOf(req);
  const form = formOfTask(task, page);
  const letter = await letterOfTask(services.register, viewer, task);
  const starting = again ? {} : await startingFor(services, viewer, { form, task, page, letter });
  const view = formView(form, {
    action: req.originalUrl,
    choices: await choicesOf(form, services.register, { viewer, page }),
    errors: again?.finished?.status === 'invalid' ? again.finished.errors : [],
    token: again?.token,
    focus: again?.focus,
    ...(again ? { body: again.body } : {}),
    ...(Object.keys(starting).length > 0 ? { body: bodyOf(form, starting) } : {}),
  });
  const definition = definitionOf(task.kind);
  res.render('cases/task', {
    title: task.title,
    header: page && caseHeader(services, viewer, page, 'overview'),
    task,
    row: taskView(services, viewer.organisationId)(task),
    help: definition.tasks[task.element]?.help ?? null,
    whyDue: whyDue(task, services.register.organisations.get(viewer.organisationId)),
    ownPage: (page && definition.tasks[task.element]?.page) ?? null,
    letterTitle: task.need ? (definition.letters[task.element]?.title ?? null) : null,
    letter,
    carries: task.need ? await services.register.letters.waitingFor(task.reference, task.element) : [],
    why: whyContactCheck(letter),
    evidence: evidenceFor(form, page)?.text ?? null,
    oneLetter: wantsOneLetter(form, page),
    restsOn: await restingOn(services, viewer, task, page),
    failure: await whatFailed(services.register, viewer, task),
    looksAtItems:
      page !== null &&
      !task.need &&
      itemTasks.includes(task.element) &&
      Object.values(definition.tasks).some(({ decidesItems }) => decidesItems) &&
      may(viewer.roles, 'document.view'),
    looksInSystem: isSearch(task),
    takesEvidence: takesEvidence(task),
    cameBack: await cameBack(services.register, viewer, task),
    handover: await handedOver(services.register, viewer, task),
    homes: (await homesFor(services.register, viewer, task)) ?? [],
    likely: await likelyFor(services, viewer, task, page),
    wishes: page && reachesThem(task) ? wishesInWords(page) : null,
    hints: hintsOf(services, viewer.organisationId, task),
    refusal:
      again?.finished?.status === 'refused' ? again.finished.refusal : (task.refusal ?? heldBack(task, page)),
    typed: again !== undefined,
    form: { ...view, fresh: again === undefined },
  });
}

/** What is done in it reaches the person: a letter to them, the answer, the copy. */
function reachesThem({ kind, element, need }: TaskPage): boolean {
  const { letters, handedOverBy } = definitionOf(kind);
  return need
    ? letters[element]?.to === 'requester'
    : element === 'prepare-response' || element === handedOverBy;
}

/** Tasks that are about the items found, so that their pages lead to them. */
const itemTasks = ['review', 'second-check', 'dpo-advice', 'decide', 'seek-instructions', 'prepare-response'];

/** Tasks in which somebody looks for data in a system, and adds what they find. */
const searchTasks = ['preserve-evidence', 'search-system', 'search-again', 'extract'];

const isSearch = ({ element }: TaskPage): boolean => searchTasks.includes(element);

/** Why a task has the hours that it has, where the organisation sets them. */
function whyDue({ kind, element, need }: TaskPage, profile: Profile): string | null {
  const given = need ? undefined : definitionOf(kind).tasks[element]?.withinHours;
  return typeof given === 'function' ? hoursInWords(given(profile)) : null;
}

/** How to look in this system, in plain words, for whoever searches it: who changes a record there is told what to do. */
function hintsOf({ register }: Services, organisationId: string, task: TaskPage): readonly string[] {
  const system = register.organisations.get(organisationId).systems.find(({ id }) => id === task.item);
  return task.need || !isSearch(task) ? [] : (system?.searchHints ?? []);
}
