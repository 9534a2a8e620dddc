import type { CaseKind } from '../../domain/cases/kinds';
import { openKinds } from '../../domain/cases/registry';
import type { Codes } from '../../domain/cases/process';
import type { Values } from '../../forms/form';
import { derivedSubmissionId } from '../../register/derived-id';
import type { CaseOpening, OpenedCase } from '../../register/intake';
import { list, versionOf } from './opening';

/** One thing that a message asks for, beside the first. */
interface Part {
  readonly kind: CaseKind;
  readonly controller: string | undefined;
  /** What an objection is against; absent for what is asked for under another right. */
  readonly against?: string;
}

/**
 * What else one message asks for: each other right, each other use objected to, and each other controller's part of
 * each, is a linked case with its own clock. The same form pressed twice opens the same cases.
 */
export function partsOf(opening: CaseOpening, first: OpenedCase, values: Values): CaseOpening[] {
  const kinds = [opening.kind, ...openKinds.filter((kind) => list(values.alsoAsks).includes(kind))];
  const controllers = [...new Set([opening.controller, ...list(values.otherControllers)])];
  const asked = kinds.flatMap((kind): Omit<Part, 'controller'>[] => [
    { kind },
    ...(kind === 'objection' ? otherObjections(values) : []),
  ]);
  return asked
    .flatMap((one) => controllers.map((controller): Part => ({ ...one, controller })))
    .slice(1)
    .map((part) => partOf(opening, first, part));
}

/** Direct marketing stops at once, and anything else is weighed: each is an objection of its own. */
const otherObjections = (values: Values): Omit<Part, 'controller'>[] =>
  list(values.alsoAgainst)
    .filter((against) => against !== values.against)
    .map((against) => ({ kind: 'objection', against }));

function partOf(opening: CaseOpening, first: OpenedCase, { kind, controller, against }: Part): CaseOpening {
  return {
    ...opening,
    ...{ kind, controller, processVersion: versionOf(kind) },
    received: undefined,
    submissionId: derivedSubmissionId(
      keyOf(opening, kind, [against, controller ?? ''].filter((one) => one !== undefined).join('/')),
    ),
    codes: { ...ofPart(opening.codes, controller), ...(against && { against }) },
    subject: first.subjectId === null ? undefined : { existing: first.subjectId },
    requester:
      first.requesterId === null || first.requesterId === first.subjectId
        ? undefined
        : { existing: first.requesterId },
    linkedTo: { reference: first.reference, relation: 'same-request' },
  };
}

const onlyOfTheFirst: readonly string[] = ['alsoAsks', 'alsoAgainst', 'otherControllers'];

/** What else was asked stands on the first case alone. */
function ofPart(codes: Codes, controller: string | undefined): Codes {
  const own = Object.entries(codes).filter(([name]) => !onlyOfTheFirst.includes(name));
  return { ...Object.fromEntries(own), ...(controller && { controller }) };
}

/** What the id follows from: the form's token and what sets the part apart. */
const keyOf = (first: CaseOpening, kind: CaseKind, apart: string): string =>
  kind === first.kind ? `${first.submissionId}/${apart}` : `${first.submissionId}/${kind}/${apart}`;
