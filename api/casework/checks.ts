import type { Refusal } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import { resultRefusal } from '../../domain/cases/subject-access-disclosure';
import type { FieldError, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';

/** What speaks against finishing a task with these answers. */
export interface Objections {
  readonly refusal: Refusal | null;
  readonly errors: readonly FieldError[];
}

export interface Finishing {
  readonly page: CasePage;
  readonly element: string;
  readonly viewer: Viewer;
  readonly values: Values;
  readonly now: Date;
}

type Check = (register: Register, finishing: Finishing) => Promise<Objections> | Objections;

const none: Objections = { refusal: null, errors: [] };
const atField = (field: string, message: string): Objections => ({
  refusal: null,
  errors: [{ field, message }],
});
const refused = (code: string, message: string): Objections => ({ refusal: { code, message }, errors: [] });

/** Rules that need the record or the profile, by element: the form alone cannot know them. */
const checks: Readonly<Record<string, Check>> = {
  triage: forwardOnlyWhereProfileSaysSo,
  review: everyItemDecided,
  'second-check': secondPairOfEyes,
  decide: secondPairOfEyes,
  'decide-refusal': adviserDoesNotDecide,
  'prepare-response': answerFitsDecisions,
  'close-case': latenessExplained,
};

export async function objections(register: Register, finishing: Finishing): Promise<Objections> {
  return (await checks[finishing.element]?.(register, finishing)) ?? none;
}

function forwardOnlyWhereProfileSaysSo(register: Register, { page, values }: Finishing): Objections {
  if (values.route !== 'forward') return none;
  const { controllers } = register.organisations.get(page.organisationId);
  const controller = controllers.find(({ id }) => id === page.controller);
  return controller?.route === 'forward'
    ? none
    : atField(
        'route',
        `The profile does not say that requests for ${controller?.name ?? 'this controller'} are passed on.`,
      );
}

async function everyItemDecided(register: Register, { page }: Finishing): Promise<Objections> {
  const { uploading, undecided, hidden, unreplaced } = await register.documents.unfinished(page.reference);
  const open = [
    uploading > 0 ? `${uploading} not wholly uploaded` : null,
    undecided > 0 ? `${undecided} without a decision` : null,
    hidden > 0 ? `${hidden} with hidden content not dealt with` : null,
    unreplaced > 0 ? `${unreplaced} to be redacted without the redacted file` : null,
  ].filter((part) => part !== null);
  return open.length === 0 ? none : refused('items-open', `Some items are not finished: ${open.join(', ')}.`);
}

async function answerFitsDecisions(register: Register, { page, values }: Finishing): Promise<Objections> {
  const items = await register.documents.ofCase(page.reference);
  const decisions = items.flatMap(({ decision }) => (decision ? [decision.decision] : []));
  const untrue = resultRefusal(String(values.result), decisions);
  return untrue === null ? none : atField('result', untrue);
}

/** A small team's profile may let the same person do both, with the reason recorded each time. */
function secondPairOfEyes(_register: Register, { page, element, viewer, values }: Finishing): Objections {
  const notBy = definitionOf(page.kind).tasks[element]?.notBy ?? [];
  return finishedBy(page, viewer, notBy) && !values.overrideReason
    ? atField('overrideReason', 'You made the review yourself: say why you may do this too.')
    : none;
}

function adviserDoesNotDecide(register: Register, { page, viewer, values }: Finishing): Objections {
  if (!finishedBy(page, viewer, ['advise-refusal'])) return none;
  if (!register.organisations.get(page.organisationId).approvals.adviserMayDecide)
    return refused('own-advice', 'You gave the advice, so somebody else must decide.');
  return values.overrideReason
    ? none
    : atField('overrideReason', 'You gave the advice: say why you may decide too.');
}

async function latenessExplained(
  register: Register,
  { page, viewer, values, now }: Finishing,
): Promise<Objections> {
  if (values.lateness || page.dueAt === null) return none;
  const letters = (await register.letters.list(viewer, page.reference)) ?? [];
  const answered = letters.findLast(
    ({ letter, givenAt }) => letter === 'respond' && givenAt !== null,
  )?.givenAt;
  return new Date(answered ?? now) > new Date(page.dueAt)
    ? atField('lateness', 'The answer went after the due date: say why.')
    : none;
}

const finishedBy = (page: CasePage, { staffId }: Viewer, elements: readonly string[]): boolean =>
  page.tasks.some(
    (task) => elements.includes(task.element) && task.state === 'done' && task.completedBy === staffId,
  );
