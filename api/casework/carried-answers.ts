import { derivedSubmissionId } from '../../register/derived-id';
import { actionForm } from '../../forms/registry';
import type { Values } from '../../forms/form';
import type { CasePage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import type { Services } from '../services';
import { perform } from './acting';
import { actingRole } from './rules';
import { settingIn } from './setting';

/**
 * A letter that came back brought none of the answers that travelled inside it: each of their cases records that its
 * own came back as well, so that its clock runs again and a task asks how it is given after all. It is the same
 * submission however often it is sent. A case that is closed meanwhile stays closed, and the task opens beside it.
 */
export async function returnCarried(
  services: Services,
  viewer: SignedIn,
  { reference }: Pick<CasePage, 'reference'>,
  { token, values }: { readonly token: string; readonly values: Values },
): Promise<void> {
  const role = actingRole(viewer, 'letter-returned');
  if (role === null) return;
  const form = actionForm('letter-returned');
  const carried = await services.register.letters.carriedBy(viewer, reference, String(values.letter));
  for (const { reference: other, step } of carried) {
    const page = await services.register.cases.page(viewer, other);
    if (!page) continue;
    const own = { letter: step, on: values.on };
    await perform(services, viewer, {
      ...{ reference: other, token: derivedSubmissionId(`${token}/${other}/${step}`), role, form },
      ...{ action: 'letter-returned', values: own },
      derived: form.derive?.(own, await settingIn(services, viewer, page)) ?? {},
    });
  }
}
