import { derivedId } from '../../register/derived-id';
import type { DocumentInput, DocumentRow } from '../../register/documents';
import type { StepRef } from '../contract';
import type { EffectRegister } from '../ports';

/** A document that a step makes: the same step, run again, finds the one it made, and `content` is not read. */
export async function storeOnce(
  { documents }: Pick<EffectRegister, 'documents'>,
  step: StepRef,
  input: Omit<DocumentInput, 'id' | 'reference'>,
  content: Buffer | AsyncIterable<Buffer>,
): Promise<DocumentRow> {
  const { reference } = step;
  const rows = await documents.ofCase(reference);
  const { id, row } = place(rows, `${reference}/${step.step}/${input.purpose}`);
  return row ?? documents.addByProcess({ ...input, reference, id }, content);
}

/** The document that the step made before, if it made one. */
export const storedBefore = (
  rows: readonly DocumentRow[],
  { reference, step }: StepRef,
  purpose: string,
): DocumentRow | null => place(rows, `${reference}/${step}/${purpose}`).row;

/** One that was begun and never finished is left alone: its pieces are of another making. */
function place(
  rows: readonly DocumentRow[],
  key: string,
): { readonly id: string; readonly row: DocumentRow | null } {
  for (let attempt = 1; ; attempt += 1) {
    const id = derivedId(`${key}/${attempt}`);
    const row = rows.find((one) => one.id === id);
    if (!row) return { id, row: null };
    if (row.state === 'ready') return { id, row };
  }
}
