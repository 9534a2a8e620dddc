import type { CaseKind } from '../../domain/cases/kinds';
import type { Codes } from '../../domain/cases/process';
import type { DpoMatter } from '../../domain/organisation/profile';
import type { Register } from '../../register';
import type { DocumentRow } from '../../register/documents';
import type { Finishing } from './checks';

type Derived = (register: Register, finishing: Finishing) => Promise<Codes>;

/** Codes that only the documents of a case tell, by kind and the element that is finished. */
const ofKind: Readonly<Partial<Record<CaseKind, Readonly<Record<string, Derived>>>>> = {
  'subject-access': { review: adviceNeeded },
};

/** Codes that nobody types and the process needs: what the form derives, and what the record tells beside it. */
export async function derivedCodes(register: Register, finishing: Finishing): Promise<Codes> {
  const { kind, element, form, values, setting } = finishing;
  return {
    ...form.derive?.(values, setting),
    ...(await ofKind[kind]?.[element]?.(register, finishing)),
  };
}

async function adviceNeeded(register: Register, { reference, setting }: Finishing): Promise<Codes> {
  const items = await register.documents.ofCase(reference);
  return { adviceNeeded: needsAdvice(items, setting.profile.approvals.dpoAskedFor) };
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
