import type { Context } from '../context';
import { recordContent } from '../recorder/content-events';
import { lockCase } from '../recorder/lock';

/** What removing the files of a case came to. */
export interface Removed {
  readonly removed: number;
  readonly kept: number;
  /** Nothing was removed, because the case is under a legal hold. */
  readonly held: boolean;
}

/** Files that show what was done stay. */
const PROOF = ['evidence', 'notification', 'notification-pdf'];

/**
 * Removes the files of a case, content, name and decisions, but for the evidence of what was done. That each was
 * there, with its hash, stays in the log. Repeating it removes nothing more.
 */
export function removeFiles({ db, now }: Context, reference: string): Promise<Removed> {
  return db.$transaction(async (tx) => {
    const { id: caseId, legalHold } = await lockCase(tx, reference);
    const going = legalHold
      ? []
      : await tx.document.findMany({
          where: { caseId, purpose: { notIn: PROOF } },
          orderBy: { number: 'asc' },
        });
    const of = { documentId: { in: going.map(({ id }) => id) } };
    await tx.documentChunk.deleteMany({ where: of });
    await tx.disclosureDecision.deleteMany({ where: of });
    await tx.document.deleteMany({ where: { id: of.documentId } });
    if (going.length > 0)
      await recordContent(
        tx,
        reference,
        going.map(({ id, number, purpose }) => ({
          ...({ type: 'document-removed', actorId: null, at: now() } as const),
          data: { document: id, number, purpose },
        })),
      );
    return { removed: going.length, kept: await tx.document.count({ where: { caseId } }), held: legalHold };
  });
}
