import type { CaseKind } from '../../domain/cases/kinds';
import { openKinds } from '../../domain/cases/registry';
import type { Codes } from '../../domain/cases/process';
import type { Values } from '../../forms/form';
import { derivedSubmissionId } from '../../register/derived-id';
import type { CaseOpening, OpenedCase } from '../../register/intake';
import { list, versionOf } from './opening';

/**
 * What else one message asks for: each other right, and each other controller's part of each, is a linked case
 * with its own clock. The same form pressed twice opens the same cases.
 */
export function partsOf(opening: CaseOpening, first: OpenedCase, values: Values): CaseOpening[] {
  const kinds = [opening.kind, ...openKinds.filter((kind) => list(values.alsoAsks).includes(kind))];
  const controllers = [...new Set([opening.controller, ...list(values.otherControllers)])];
  return kinds
    .flatMap((kind) => controllers.map((controller) => ({ kind, controller })))
    .slice(1)
    .map((part) => partOf(opening, first, part));
}

function partOf(
  opening: CaseOpening,
  first: OpenedCase,
  { kind, controller }: { readonly kind: CaseKind; readonly controller: string | undefined },
): CaseOpening {
  return {
    ...opening,
    ...{ kind, controller, processVersion: versionOf(kind) },
    submissionId: derivedSubmissionId(keyOf(opening, kind, controller ?? '')),
    codes: ofPart(opening.codes, controller),
    subject: first.subjectId === null ? undefined : { existing: first.subjectId },
    requester:
      first.requesterId === null || first.requesterId === first.subjectId
        ? undefined
        : { existing: first.requesterId },
    linkedTo: { reference: first.reference, relation: 'same-request' },
  };
}

/** What else was asked stands on the first case alone. */
function ofPart(codes: Codes, controller: string | undefined): Codes {
  const own = Object.entries(codes).filter(([name]) => name !== 'alsoAsks' && name !== 'otherControllers');
  return { ...Object.fromEntries(own), ...(controller && { controller }) };
}

/** What the id follows from: the form's token and what sets the part apart. */
const keyOf = (first: CaseOpening, kind: CaseKind, controller: string): string =>
  kind === first.kind ? `${first.submissionId}/${controller}` : `${first.submissionId}/${kind}/${controller}`;
