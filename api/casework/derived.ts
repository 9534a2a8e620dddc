import type { CaseKind } from '../../domain/cases/kinds';
import { elementOf, type Codes } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import type { DpoMatter } from '../../domain/organisation/profile';
import { deemedDelivered } from '../../domain/post';
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
    ...(element === 'send-again' ? whatIsGivenAgain(finishing) : {}),
    ...(await ofKind[kind]?.[element]?.(register, finishing)),
  };
}

/** Which letter came back, and the day on which it now counts as given where that is not the day of posting. */
function whatIsGivenAgain({ kind, item, values, setting }: Finishing): Codes {
  if (item === null) return {};
  const letter = definitionOf(kind).letters[elementOf(item)];
  const posted = letter?.effectiveOnDelivery === true && values.outcome === 'post';
  return {
    letter: item,
    ...(posted && { givenOn: deemedDelivered(String(values.on), setting.profile.nation) }),
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
