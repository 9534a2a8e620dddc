import type { ActionName, Refusal } from '../../domain/cases/process';
import { actionForm } from '../../forms/registry';
import type { CasePage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import type { Answers } from '../forms/fill';
import { fill } from '../forms/fill';
import { nothingToChoose } from '../forms/nothing-to-choose';
import { choicesOf } from '../forms/options';
import type { Services } from '../services';
import { clockRefusal, earlier, perform } from './acting';
import { returnCarried } from './carried-answers';
import type { Finished } from './finish-task';
import { actingRole, actionOf, actionRefusal } from './rules';
import { settingIn } from './setting';

const refused = (refusal: Refusal): Finished => ({ status: 'refused', refusal });

/** Takes a case-wide action with these answers, if role and rule allow it now. */
export async function takeAction(
  services: Services,
  viewer: SignedIn,
  { page, action, token, answers }: { page: CasePage; action: ActionName; token: string; answers: Answers },
): Promise<Finished> {
  const before = await earlier(services, viewer, token);
  if (before) return before;
  const now = services.now();
  const role = actingRole(viewer, action);
  if (role === null) return refused({ code: 'role', message: 'Your role does not allow this action.' });
  const refusal = actionRefusal(page, action, now.toISOString());
  if (refusal) return refused(refusal);

  const form = actionForm(action);
  const setting = await settingIn(services, viewer, page);
  const choices = await choicesOf(form, services.register, { viewer, page });
  const nothing = nothingToChoose(form, choices);
  if (nothing) return refused(nothing);
  const filled = fill(form, answers, { choices, now, setting });
  if (!filled.ok) return { status: 'invalid', errors: filled.errors };

  const { values } = filled;
  const derived = form.derive?.(values, setting) ?? {};
  const takesEffect = actionOf(page, action)?.effectOf ?? action;
  const impossible = await clockRefusal(services, page, takesEffect, { form, values, derived });
  if (impossible) return refused(impossible);

  // First what travelled inside it: whoever is interrupted here sends the same form again, and nothing was half done.
  if (action === 'letter-returned') await returnCarried(services, viewer, page, { token, values });
  return perform(services, viewer, {
    reference: page.reference,
    token,
    form,
    values,
    action,
    role,
    derived,
  });
}
