import { randomUUID } from 'node:crypto';
import { isWorkingDay, londonDate } from '../domain/calendar';
import { definitionOf } from '../domain/cases/registry';
import { deadline } from '../domain/clock';
import type { Instant, IsoDate } from '../domain/clock/types';
import { logReceivedBy } from '../domain/received-complaint';
import type { Values } from '../forms/form';
import { canonical } from './canonical';
import { namesOf } from './cases/names';
import type { Context } from './context';
import type { Tx } from './database';
import { isTaken } from './database';
import { RegisterError } from './errors';
import type { ReceivedComplaint as Row } from './generated/client';
import { civil, dateColumn, instant, instantOrNull } from './instants';
import { nextReference } from './intake/reference';
import { clockInput } from './recorder/clock';
import type { DataKey } from './sealing/data-key';
import { caseKey, receivedKey } from './sealing/keyring';
import type { Viewer } from './viewer';
import { visibleTo } from './visibility';

/** A complaint as it came through the form, without its words. */
export interface ReceivedComplaint {
  readonly id: string;
  readonly organisationId: string;
  /** As the sender was given it: `RCV-2026-00001`. */
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly receivedOn: IsoDate;
  /** Counted from receipt, whenever it is logged (DPA s.164A(3)). */
  readonly acknowledgeBy: IsoDate | null;
  /** The law's own date, which the sender is told: ours may be earlier. */
  readonly lawfulBy: IsoDate | null;
  /** The last day on which logging it is in time. */
  readonly logBy: IsoDate;
  readonly setAsideAt: Instant | null;
}

export interface OpenReceived extends ReceivedComplaint {
  /** What was typed. */
  readonly sent: Values;
  /** The case it was logged as, where the viewer may see that. */
  readonly case: string | null;
}

/** One that was set aside, with who did so and why. */
export interface SetAside extends ReceivedComplaint {
  readonly by: string | null;
  readonly why: string;
}

export interface Received {
  /**
   * Keeps what was sent. The same `id` with the same words again is the same complaint; with other words it is
   * another, because nothing that somebody sends is lost.
   */
  receive(input: { id: string; organisationId: string; sent: Values }): Promise<ReceivedComplaint>;
  /** Those of the viewer's organisation that are neither logged nor set aside, oldest first. */
  waiting(viewer: Viewer): Promise<ReceivedComplaint[]>;
  /** Those that were set aside, newest first. */
  setAside(viewer: Viewer): Promise<SetAside[]>;
  /** Null for one of another organisation, and for one that was logged as a case the viewer may not see. */
  find(viewer: Viewer, id: string): Promise<OpenReceived | null>;
  /** Throws `not-found`, and `wrong-state` for one that was logged or set aside before. */
  putAside(viewer: Viewer, id: string, why: string): Promise<void>;
  /** Those of whom staff are to be told today: not yet told of, or late on a working day and not told of today. */
  toTell(): Promise<ReceivedComplaint[]>;
  /** Staff have been told of it today. */
  told(id: string): Promise<void>;
}

const PREFIX = 'RCV';
const WAITING = { caseId: null, setAsideAt: null };
const place = (id: string): string => `received/${id}/sealed`;
const whyPlace = (id: string): string => `received/${id}/setAsideWhy`;

export function createReceived(context: Context): Received {
  const { db, keyring, organisations, now } = context;
  const view = (row: Row): ReceivedComplaint => viewOf(context, row);
  const today = (): IsoDate => londonDate(instant(now()));
  const keyOf = ({ id, caseId }: Row): string => (caseId ? caseKey(caseId) : receivedKey(id));

  const receive: Received['receive'] = async ({ id, organisationId, sent }) => {
    const receivedAt = now();
    const receivedOn = dateColumn(today());
    try {
      return await db.$transaction(async (tx) => {
        const key = await keyring.create(tx, receivedKey(id));
        const reference = await nextReference(tx, PREFIX, today().slice(0, 4));
        const sealed = key.sealJson(sent, place(id));
        const row = { id, organisationId, reference, sealed, receivedAt, receivedOn };
        return view(await tx.receivedComplaint.create({ data: row }));
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      const before = await db.receivedComplaint.findUniqueOrThrow({ where: { id } });
      const [key] = (await keyring.loadMany(db, [keyOf(before)])).values();
      const same =
        before.organisationId === organisationId &&
        key !== undefined &&
        canonical(key.openJson(before.sealed, place(id))) === canonical(sent);
      return same ? view(before) : receive({ id: randomUUID(), organisationId, sent });
    }
  };

  return {
    receive,

    waiting: async ({ organisationId }) =>
      (
        await db.receivedComplaint.findMany({
          where: { organisationId, ...WAITING },
          orderBy: { receivedAt: 'asc' },
        })
      ).map(view),

    async setAside({ organisationId }) {
      const rows = await db.receivedComplaint.findMany({
        where: { organisationId, caseId: null, setAsideAt: { not: null } },
        orderBy: { setAsideAt: 'desc' },
      });
      const names = await namesOf(
        db,
        rows.map(({ setAsideById }) => setAsideById),
      );
      const keys = await keyring.loadMany(db, rows.map(keyOf));
      return rows.map((row) => ({
        ...view(row),
        by: names.get(row.setAsideById ?? '') ?? null,
        why: openWhy(row, keys.get(keyOf(row))),
      }));
    },

    async find(viewer, id) {
      const row = await db.receivedComplaint.findFirst({
        where: { id, organisationId: viewer.organisationId },
      });
      if (!row) return null;
      const opened =
        row.caseId && (await db.case.findFirst({ where: { AND: [{ id: row.caseId }, visibleTo(viewer)] } }));
      if (row.caseId && !opened) return null;
      const key = await keyring.load(db, keyOf(row));
      const sent = key.openJson<Values>(row.sealed, place(id));
      return { ...view(row), sent, case: opened ? opened.reference : null };
    },

    async putAside({ staffId, organisationId }, id, why) {
      await db.$transaction(async (tx) => {
        const row = await waitingRow(tx, organisationId, id);
        const key = await keyring.load(tx, keyOf(row));
        const setAsideWhy = key.sealJson(why, whyPlace(id));
        await tx.receivedComplaint.update({
          where: { id },
          data: { setAsideAt: now(), setAsideById: staffId, setAsideWhy },
        });
      });
    },

    async toTell() {
      const day = today();
      const rows = await db.receivedComplaint.findMany({
        where: { ...WAITING, OR: [{ toldOn: null }, { toldOn: { lt: dateColumn(day) } }] },
        orderBy: { receivedAt: 'asc' },
      });
      const known = new Set(organisations.all().map(({ id }) => id));
      return rows
        .filter(({ organisationId }) => known.has(organisationId))
        .filter((row) => row.toldOn === null || isLate(view(row), day))
        .map(view);
    },

    told: async (id) => {
      await db.receivedComplaint.updateMany({
        where: { id, ...WAITING },
        data: { toldOn: dateColumn(today()) },
      });
    },
  };

  function isLate({ logBy, organisationId }: ReceivedComplaint, day: IsoDate): boolean {
    return logBy < day && isWorkingDay(day, organisations.get(organisationId).nation);
  }
}

/**
 * The complaint becomes a case: its words are sealed with the case's key from then on, and its own is forgotten. One
 * that was set aside by mistake may still be logged. Throws `not-found`; `wrong-state` where it was logged before.
 */
export async function settleReceived(
  { keyring }: Pick<Context, 'keyring'>,
  tx: Tx,
  { viewer, id }: { readonly viewer: Viewer; readonly id: string },
  { caseId, key }: { readonly caseId: string; readonly key: DataKey },
): Promise<Row> {
  const row = await lockedRow(tx, viewer.organisationId, id);
  if (row.caseId)
    throw new RegisterError(
      'wrong-state',
      `${row.reference} was logged as a case before. Nothing was recorded now.`,
    );
  const own = await keyring.load(tx, receivedKey(id));
  const sealed = key.sealJson(own.openJson(row.sealed, place(id)), place(id));
  const setAsideWhy =
    row.setAsideWhy && key.sealJson(own.openJson(row.setAsideWhy, whyPlace(id)), whyPlace(id));
  const logged = await tx.receivedComplaint.update({
    where: { id },
    data: { caseId, sealed, ...(setAsideWhy && { setAsideWhy }) },
  });
  await keyring.destroy(tx, receivedKey(id));
  return logged;
}

async function waitingRow(tx: Tx, organisationId: string, id: string): Promise<Row> {
  const row = await lockedRow(tx, organisationId, id);
  if (row.caseId ?? row.setAsideAt)
    throw new RegisterError(
      'wrong-state',
      `${row.reference} was logged or set aside before. Nothing was recorded now.`,
    );
  return row;
}

/** Two handlers at once: the second waits here, and finds what the first did. */
async function lockedRow(tx: Tx, organisationId: string, id: string): Promise<Row> {
  await tx.$queryRaw`SELECT 1 FROM received_complaint WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.receivedComplaint.findFirst({ where: { id, organisationId } });
  if (!row) throw new RegisterError('not-found', 'There is no such complaint. Nothing was recorded.');
  return row;
}

const openWhy = ({ id, setAsideWhy }: Row, key: DataKey | undefined): string =>
  setAsideWhy && key ? key.openJson<string>(setAsideWhy, whyPlace(id)) : '';

function viewOf({ organisations, calendar }: Context, row: Row): ReceivedComplaint {
  const { id, organisationId, reference, receivedAt, setAsideAt } = row;
  const receivedOn = civil(row.receivedOn);
  const profile = organisations.get(organisationId);
  const ground = { profile, definition: definitionOf('complaint'), calendar };
  const { due, statutoryDue } = deadline(
    clockInput(ground, 'complaint.ack', [{ type: 'received', at: receivedOn }]),
  );
  return {
    ...{ id, organisationId, reference, receivedAt: instant(receivedAt), receivedOn },
    ...{ acknowledgeBy: due, lawfulBy: statutoryDue, logBy: logReceivedBy(receivedOn, profile.nation) },
    setAsideAt: instantOrNull(setAsideAt),
  };
}
