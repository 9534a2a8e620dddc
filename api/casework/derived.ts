import type { CaseKind } from '../../domain/cases/kinds';
import { elementOf, type Codes } from '../../domain/cases/process';
import { definitionOf } from '../../domain/cases/registry';
import { reviewCodes } from '../../domain/cases/subject-access/disclosure';
import { deemedDelivered } from '../../domain/post';
import type { Register } from '../../register';
import type { Finishing } from './checks';

type Derived = (register: Register, finishing: Finishing) => Promise<Codes>;

/** Codes that only the documents of a case tell, by kind and the element that is finished. */
const ofKind: Readonly<Partial<Record<CaseKind, Readonly<Record<string, Derived>>>>> = {
  'subject-access': { review: reviewed },
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

async function reviewed(register: Register, { reference, setting }: Finishing): Promise<Codes> {
  const items = await register.documents.ofCase(reference);
  return reviewCodes(
    items.flatMap(({ decision }) => decision ?? []),
    setting.profile.approvals.dpoAskedFor,
  );
}
