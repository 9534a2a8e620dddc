import type { Codes } from '../../domain/cases/process';
import type { DpoMatter } from '../../domain/organisation/profile';
import type { Register } from '../../register';
import type { CasePage } from '../../register/cases';
import type { DocumentRow } from '../../register/documents';

/** Codes that the record knows and the process needs, by the element that is finished. */
export async function derivedCodes(register: Register, page: CasePage, element: string): Promise<Codes> {
  if (element !== 'review') return {};
  const asked = register.organisations.get(page.organisationId).approvals.dpoAskedFor;
  const items = await register.documents.ofCase(page.reference);
  return { adviceNeeded: needsAdvice(items, asked) };
}

/** Whether the DPO is asked: the profile names withholding as such, or the exemption used. */
function needsAdvice(items: readonly DocumentRow[], asked: readonly DpoMatter[]): boolean {
  return items.some(({ decision }) => {
    if (decision === null) return false;
    const matters: (string | null)[] = [
      decision.exemption,
      decision.decision === 'withhold' ? 'withhold' : null,
    ];
    return asked.some((matter) => matters.includes(matter));
  });
}
