import {
  copyFirst,
  endsFirst,
  holdsFound,
  stillStanding,
  unmapped,
  type MappedHold,
  type OpenCase,
} from '../../../domain/cases/erasure/holds';
import { definitionOf } from '../../../domain/cases/registry';
import { londonDate } from '../../../domain/calendar';
import { longDate } from '../../../domain/clock';
import { mappedIn } from '../../../forms/erasure';
import { cellAt } from '../../../forms/form';
import type { Register } from '../../../register';
import type { ChecksByElement, Finishing, Objections } from './objection';
import { atField, none } from './objection';

/** Rules of erasure that look at the person's other cases, at the legal hold and at the clock. */
export const erasureChecks: ChecksByElement = {
  'assess-erasure': everyHoldAnswered,
  'release-erasure': nothingInTheWay,
};

/** Each hold on record is mapped, and what is said of it is so (UK GDPR Arts 12A, 17(3)). */
async function everyHoldAnswered(register: Register, finishing: Finishing): Promise<Objections> {
  const mapped = mappedIn(finishing.values);
  const others = await register.cases.openBeside(finishing.reference);
  const missing = await missingFrom(register, finishing, others, mapped);
  if (missing) return atField('holds', missing);
  const { clock } = await register.cases.dossier(finishing.reference);
  const dueOn = finishing.setting.dueAt === null ? null : londonDate(finishing.setting.dueAt);
  for (const [index, hold] of mapped.entries()) {
    const untrue = untrueOf(hold, others, { extended: clock.extended, dueOn });
    if (untrue) return atField(cellAt('holds', index, 'answer'), untrue);
  }
  return none;
}

/** The first hold on record that nobody has answered, in words; null where there is none. */
async function missingFrom(
  register: Register,
  { reference }: Finishing,
  others: readonly OpenCase[],
  mapped: readonly MappedHold[],
): Promise<string | null> {
  const { legalHold } = await register.cases.dossier(reference);
  const [missing] = unmapped(holdsFound(others, legalHold), mapped);
  if (!missing) return null;
  const other = others.find((one) => one.reference === missing.reference);
  const what = other ? `${describe(other)}, is open` : 'A legal hold is on this case';
  return `${what}, and nothing above says what follows from it. Add it: an exception, a refusal, an extension, or that it ends first.`;
}

function untrueOf(
  { answer, case: reference }: MappedHold,
  others: readonly OpenCase[],
  { extended, dueOn }: { readonly extended: boolean; readonly dueOn: string | null },
): string | null {
  if (answer === 'extension' && !extended)
    return 'No notice of extension was given. Extend the time first, within the first month, or choose otherwise (Art 12A(4)).';
  const other = others.find((one) => one.reference === reference);
  if (answer !== 'ends-first' || !other || endsFirst(other, dueOn)) return null;
  return `${describe(other)}, does not surely end before this case is due${dueOn ? ` on ${longDate(dueOn)}` : ''}.`;
}

/** The last look: a hold that came up since is assessed; a copy that was asked for goes first (DPA s.173). */
async function nothingInTheWay(register: Register, finishing: Finishing): Promise<Objections> {
  const others = await register.cases.openBeside(finishing.reference);
  const [copy] = copyFirst(others);
  switch (finishing.values.outcome) {
    case 'cannot-wait':
      return copy
        ? none
        : atField('outcome', 'No access request of this person is open, so nothing waits for a copy.');
    case 'release': {
      const assessed = mappedIn(finishing.setting.said('assess-erasure'));
      const missing = await missingFrom(register, finishing, others, assessed);
      if (missing) return atField('outcome', `${missing} Send it back to be assessed.`);
      const { legalHold } = await register.cases.dossier(finishing.reference);
      const [waits] = stillStanding(assessed, holdsFound(others, legalHold));
      if (waits && waits.hold !== 'access-request') return atField('outcome', standing(waits, others));
      return copy
        ? atField(
            'outcome',
            `${describe(copy)}, is open: its copy is made first. Release the erasure when that case is closed; if it cannot wait, the DPO decides.`,
          )
        : none;
    }
    default:
      return none;
  }
}

/** What was to be over before anything is erased, and is not. */
function standing({ case: reference }: MappedHold, others: readonly OpenCase[]): string {
  const other = others.find((one) => one.reference === reference);
  const what = other ? `${describe(other)}, is open` : 'The legal hold is still on this case';
  return `${what}, and by the assessment it was to be over before anything is erased. Release the erasure when it is, or send it back to be assessed.`;
}

const describe = ({ kind, reference, dueOn }: OpenCase): string =>
  `${definitionOf(kind).title} ${reference}${dueOn ? `, due on ${longDate(dueOn)}` : ''}`;
