import type { Refusal } from '../../domain/cases/process';
import type { FieldError } from '../../forms/form';
import type { CasePage, TaskPage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { choicesOf } from '../forms/options';
import type { Acted } from '../../gateway';
import type { Services } from '../services';
import { clockRefusal, earlier, perform } from './acting';
import { backDated } from './back-dating';
import type { Finishing } from './checks';
import { objections } from './checks';
import { derivedCodes } from './derived';
import { tellRestrictions } from './from-links';
import { finishingRole, heldBack } from './rules';
import { settingIn } from './setting';
import { formOfTask } from './task-form';
import { stillWaiting } from './together';

/** `invalid`: nothing was stored; what is wrong stands at its fields. */
export type Finished = Acted | { readonly status: 'invalid'; readonly errors: readonly FieldError[] };

const refused = (refusal: Refusal): Finished => ({ status: 'refused', refusal });

/**
 * Finishes a task with these answers: page, JSON API and links all come through here. `page` is null for a data
 * holder, who sees the task and nothing else of its case.
 */
export async function finishTask(
  services: Services,
  viewer: SignedIn,
  { task, page, token, answers }: { task: TaskPage; page: CasePage | null; token: string; answers: Answers },
): Promise<Finished> {
  const before = await earlier(services, viewer, token);
  if (before) return before;
  const role = finishingRole(viewer, task);
  if (task.refusal) return refused(task.refusal);
  if (role === null) return refused({ code: 'role', message: 'Your role does not allow this task.' });
  const held = heldBack(task, page);
  if (held) return refused(held);

  const form = formOfTask(task, page);
  const setting = await settingIn(services, viewer, { ...task, dueAt: page?.dueAt ?? null });
  const filled = fill(form, answers, {
    choices: await choicesOf(form, services.register, { viewer, page }),
    now: services.now(),
    setting,
  });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };
  const { values } = filled;
  const late = await backDated(services, viewer, task, { form, values });
  if (late) return { status: 'invalid', errors: [late] };
  const doing = { reference: task.reference, token, form, values, action: 'complete', role } as const;
  // A person's part in a letter has rules of its own: what the letter's element means counts once it is given.
  if (task.need === 'together') {
    const waits = await stillWaiting(services.register, viewer, task, values);
    if (waits) return { status: 'invalid', errors: [waits] };
  }
  if (task.need) return perform(services, viewer, { ...doing, step: task.step, derived: {} });

  const finishing: Finishing = { ...task, form, values, setting };
  const against = await objections(services.register, finishing);
  if (against.refusal) return refused(against.refusal);
  if (against.errors.length > 0) return { status: 'invalid', errors: against.errors };

  const derived = await derivedCodes(services.register, finishing);
  const impossible = await clockRefusal(services, task, task.element, { form, values, derived });
  if (impossible) return refused(impossible);
  const done = await perform(services, viewer, { ...doing, step: task.step, derived });
  if (page && task.element === 'close-case' && done.status === 'recorded')
    await tellRestrictions(services, viewer, page, token);
  return done;
}
