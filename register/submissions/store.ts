import type { Case, Submission as Row } from '../generated/client';
import type { Codes, Refusal } from '../../domain/cases/process';
import { canonical } from '../canonical';
import type { Context } from '../context';
import type { Reader } from '../database';
import { isTaken, json } from '../database';
import { RegisterError } from '../errors';
import { instant } from '../instants';
import type { DataKey } from '../sealing/data-key';
import { caseKey } from '../sealing/keyring';
import type { OpenSubmission, Submission, SubmissionInput } from '../submissions';

const place = (id: string): string => `submission/${id}/sealed`;

export type Personal = OpenSubmission['personal'];

export function sealSubmission(key: DataKey, id: string, personal: Personal): Uint8Array<ArrayBuffer> {
  return key.sealJson(personal, place(id));
}

/** Stores a submission for a case, once. */
export async function storeSubmission(context: Context, input: SubmissionInput): Promise<Submission> {
  const { db, keyring, now } = context;
  const { id, viewer, reference } = input;
  const found = await db.case.findFirst({ where: { reference, organisationId: viewer.organisationId } });
  if (!found) throw new RegisterError('not-found', `There is no case ${reference}. Nothing was recorded.`);
  const key = await keyring.load(db, caseKey(found.id));
  const row = {
    ...{
      id,
      organisationId: viewer.organisationId,
      caseId: found.id,
      actorId: viewer.staffId,
      actorRole: input.role,
    },
    ...{ form: input.form, action: input.action, step: input.step ?? null, codes: json(input.codes) },
    ...{ sealed: sealSubmission(key, id, input.personal), effectiveAt: input.effectiveAt ?? null },
    ...{ storedAt: now(), state: 'stored' },
  };
  try {
    return submissionOf(await db.submission.create({ data: row }), reference);
  } catch (error) {
    if (!isTaken(error)) throw error;
    return storedBefore(context, found, key, input);
  }
}

async function storedBefore(
  { db }: Context,
  { id: caseId }: Case,
  key: DataKey,
  input: SubmissionInput,
): Promise<Submission> {
  const row = await db.submission.findUniqueOrThrow({ where: { id: input.id } });
  const same =
    row.caseId === caseId &&
    row.actorId === input.viewer.staffId &&
    canonical([row.form, row.action, row.step, row.codes, row.effectiveAt, openSubmission(row, key)]) ===
      canonical([
        input.form,
        input.action,
        input.step ?? null,
        input.codes,
        input.effectiveAt ?? null,
        input.personal,
      ]);
  if (same) return submissionOf(row, input.reference);
  throw new RegisterError(
    'id-used-before',
    'This form was sent before with other answers. What was sent first stands; nothing was recorded now.',
  );
}

/** The personal part; empty once the case's key is destroyed. */
export function openSubmission({ id, sealed }: Row, key: DataKey | undefined): Personal {
  return sealed && key ? key.openJson<Personal>(sealed, place(id)) : {};
}

/** Personal parts of many submissions of one case, by id. */
export async function openMany(
  { keyring }: Context,
  reader: Reader,
  caseId: string,
  ids: readonly string[],
): Promise<Map<string, Personal>> {
  if (ids.length === 0) return new Map();
  const keys = await keyring.loadMany(reader, [caseKey(caseId)]);
  const rows = await reader.submission.findMany({ where: { id: { in: [...ids] }, caseId } });
  return new Map(rows.map((row) => [row.id, openSubmission(row, keys.get(caseKey(caseId)))]));
}

export function submissionOf(row: Row, reference: string | null): Submission {
  return {
    ...{
      id: row.id,
      reference,
      actorId: row.actorId,
      actorRole: row.actorRole,
      form: row.form,
      action: row.action,
    },
    ...{
      step: row.step,
      codes: row.codes as Codes,
      effectiveAt: row.effectiveAt,
      storedAt: instant(row.storedAt),
    },
    ...{ state: row.state as Submission['state'], refusal: row.refusal as Refusal | null },
  };
}
