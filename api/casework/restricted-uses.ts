import type { CasePage } from '../../register/cases';
import type { Viewer } from '../../register/viewer';
import { restrictedUsesOf, usesDecided, type RestrictedUse } from '../presentation/restricted-uses';
import type { Services } from '../services';

/** What was asked to be done with the restricted data of a case, and what was decided; nothing where nobody asked. */
export async function restrictedUsesIn(
  { register }: Pick<Services, 'register'>,
  viewer: Viewer,
  page: CasePage,
): Promise<readonly RestrictedUse[]> {
  if (!page.steps.some(usesDecided)) return [];
  return restrictedUsesOf(page, (await register.cases.events(viewer, page.reference)) ?? []);
}
