import { itemOf } from '../../domain/cases/process';
import type { Form, Values } from '../../forms/form';
import type { Register } from '../../register';
import type { CasePage, TaskPage } from '../../register/cases';
import type { OpenLetter } from '../../register/letters';
import type { OpenSubmission } from '../../register/submissions';
import type { Viewer } from '../../register/viewer';
import { evidenceFor } from './evidence';
import type { Services } from '../services';
import { settingIn } from './setting';
import { startingValues } from './task-form';

export interface StartingOf {
  readonly form: Form;
  readonly task: Pick<TaskPage, 'reference' | 'item'>;
  /** Null for a data holder, who sees the task and nothing else of its case. */
  readonly page: Pick<CasePage, 'contents' | 'steps' | 'subject' | 'facts' | 'dueAt'> | null;
  /** The letter that the task is about, opened. */
  readonly letter: OpenLetter | null;
}

/**
 * What a task's form shows to begin with: the letter's draft, or what was answered before on the form that it
 * starts from. Of that, somebody who may not read the case sees only what they wrote themselves. Nothing that is
 * to be confirmed is ticked beforehand. Where nothing was answered yet, what earlier searches found is suggested.
 */
export async function startingFor(
  services: Pick<Services, 'register' | 'now'>,
  viewer: Viewer,
  { form, task, page, letter }: StartingOf,
): Promise<Values> {
  const { register } = services;
  if (form.begins)
    return page?.contents ? form.begins(await settingIn(services, viewer, { ...page, ...task })) : {};
  const suggested = await suggestedFor(register, viewer, form, page);
  if (form.startFrom === undefined)
    return { ...suggested, ...startingValues(letter), ...evidenceFor(form, page)?.starting };
  const last = await lastSaid(register, form, task);
  if (!last || (!page?.contents && last.actorId !== viewer.staffId)) return suggested;
  const said = { ...last.codes, ...last.personal } as Values;
  const answered = form.fields
    .filter(({ name, kind }) => kind !== 'confirm' && said[name] !== undefined)
    .map(({ name }) => [name, said[name]]);
  return { ...suggested, ...Object.fromEntries(answered) };
}

/** Systems in which this person's data was found before, for fields that ask where it is. */
async function suggestedFor(
  register: Register,
  viewer: Viewer,
  form: Form,
  page: StartingOf['page'],
): Promise<Values> {
  const asking = form.fields.filter(({ suggest }) => suggest === 'systems-with-data');
  if (!page?.subject || asking.length === 0) return {};
  const systems = await register.documents.systemsWithData(viewer, page.subject.id);
  return systems.length > 0 ? Object.fromEntries(asking.map(({ name }) => [name, systems])) : {};
}

async function lastSaid(register: Register, form: Form, task: StartingOf['task']) {
  const sources = [form.startFrom ?? []].flat();
  const earlier = await register.submissions.ofCase(task.reference);
  const candidates = sources.map((source) =>
    lastFor(
      earlier.filter((one) => one.form === source),
      source === form.id,
      task,
    ),
  );
  return earlier.findLast((one) => candidates.includes(one));
}

/** Of a repeated step the answers about the same item; another item's are no beginning for its own form. */
function lastFor(
  earlier: readonly OpenSubmission[],
  ofItself: boolean,
  { item }: StartingOf['task'],
): OpenSubmission | undefined {
  if (!item) return earlier.at(-1);
  const same = earlier.findLast(({ step }) => step !== null && itemOf(step) === item);
  return ofItself ? same : (same ?? earlier.at(-1));
}
