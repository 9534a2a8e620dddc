import { derivedSubmissionId } from '../../register/derived-id';
import type { CaseKind } from '../../domain/cases/kinds';
import type { Form, Values } from '../../forms/form';
import { actionForm } from '../../forms/registry';
import type { CasePage } from '../../register/cases';
import type { SignedIn } from '../auth/signed-in';
import type { Services } from '../services';
import { perform } from './acting';
import { actingRole, actionRefusal } from './rules';

type Linked = Pick<CasePage, 'links'> | null;

/** What a task's form begins with on account of the cases that follow from this one, or that it follows from. */
export function linkedStart({ id }: Pick<Form, 'id'>, page: Linked): Values {
  const follows = (kind: CaseKind, outward: boolean) =>
    page?.links.find((link) => link.kind === kind && link.relation === 'follows' && link.outward === outward);
  if (id === 'check-erasure') {
    const erasure = follows('erasure', false);
    return erasure ? { outcome: 'erasure', erasure: erasure.reference } : {};
  }
  // Art 17(1)(b): what rested on the consent alone goes, whether or not the person asks.
  return id === 'assess-erasure' && follows('consent-withdrawal', true)
    ? { parts: [{ ground: 'consent-withdrawn', decision: 'erase' }], erase: 'yes' }
    : {};
}

/** What is over once a case of this kind is closed, so that a restriction which waits for it is reviewed (Art 18(1)). */
const overWith: Readonly<Partial<Record<CaseKind, { readonly why: string; readonly words: string }>>> = {
  rectification: {
    why: 'accuracy-verified',
    words: 'The rectification is closed, so the accuracy was verified',
  },
  objection: { why: 'objection-decided', words: 'The objection is closed, so it was decided' },
};

/**
 * Tells the restrictions linked to a case that it was closed: each that is in force is reviewed now. It is the same
 * submission however often it is sent.
 */
export async function tellRestrictions(
  services: Services,
  viewer: SignedIn,
  { reference, kind, links }: Pick<CasePage, 'reference' | 'kind' | 'links'>,
  token: string,
): Promise<void> {
  const over = overWith[kind];
  const role = actingRole(viewer, 'end-restriction');
  if (!over || role === null) return;
  const now = services.now().toISOString();
  for (const link of links.filter((one) => one.kind === 'restriction')) {
    const restriction = await services.register.cases.page(viewer, link.reference);
    if (!restriction || actionRefusal(restriction, 'end-restriction', now)) continue;
    await perform(services, viewer, {
      ...{
        reference: link.reference,
        token: derivedSubmissionId(`${token}/${link.reference}`),
        role,
        derived: {},
      },
      ...{ form: actionForm('end-restriction'), action: 'end-restriction' },
      values: { why: over.why, reasons: `${over.words} (${reference}).` },
    });
  }
}
