import type { CasePage } from '../../register/cases';
import { carriedOutOf, type CarriedOut } from '../presentation/carried-out';
import { elementTitle, itemNamer } from '../presentation/words';
import type { Services } from '../services';

/** How far what was decided on a case is carried out, with the names of systems and recipients. */
export function carriedOutIn({ register }: Pick<Services, 'register'>, page: CasePage): CarriedOut {
  const profile = register.organisations.get(page.organisationId);
  return carriedOutOf(page, itemNamer(page.kind, profile), (element) => elementTitle(page.kind, element));
}
