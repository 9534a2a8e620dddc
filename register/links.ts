import { randomUUID } from 'node:crypto';
import type { StepKey } from '../domain/cases/process';
import type { Instant } from '../domain/clock/types';
import type { Context } from './context';
import type { Tx } from './database';
import { RegisterError } from './errors';
import type { AccessLink as Row } from './generated/client';
import { instant, instantColumn, instantOrNull } from './instants';
import { recordContent } from './recorder/content-events';
import { lockCase } from './recorder/lock';
import { codeHash, newCode, newSecret, sameHash, secretHash } from './secrets';
import type { Viewer } from './viewer';
import { visibleTo } from './visibility';

export type LinkPurpose = 'download' | 'answer-search' | 'one-time-code';

export interface AccessLink {
  readonly id: string;
  readonly reference: string;
  readonly purpose: LinkPurpose;
  /** Document ids joined by commas, or the step: for a one-time code, the one that sent it. */
  readonly target: string;
  readonly attempts: number;
  readonly uses: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

/** Shown once: only hashes are kept. The two travel by different channels. */
export interface IssuedLink {
  readonly id: string;
  readonly token: string;
  /** Six digits. */
  readonly code: string;
}

export type LinkAnswer =
  | { readonly opened: AccessLink; readonly refused?: undefined }
  /** `unknown` also for a wrong token; `locked` after five wrong codes. */
  | {
      readonly refused: 'unknown' | 'expired' | 'revoked' | 'locked' | 'wrong-code';
      readonly attemptsLeft: number;
    };

export interface LinkInput {
  readonly reference: string;
  readonly purpose: LinkPurpose;
  readonly target: string;
  readonly expiresAt: Instant;
  /** Staff id of who made it; absent for what the process makes. */
  readonly issuedBy?: string;
}

export interface Links {
  issue(input: LinkInput): Promise<IssuedLink>;
  /** Checks the code. A wrong one is counted; five lock the link for good. A right one counts a use and is recorded. */
  open(token: string, code: string): Promise<LinkAnswer>;
  /**
   * Checks a one-time code that somebody read back to staff, by the step that sent it: counted and locked like a
   * link's. Once read back in time it stays right, so that the answer can be sent again while recording is slow.
   */
  readBack(reference: string, step: StepKey, code: string): Promise<LinkAnswer>;
  /** Whether a link of this token exists and could still be opened; says nothing else about it. */
  alive(token: string): Promise<boolean>;
  /** Ends a link; repeating it changes nothing. Throws `not-found`. */
  revoke(viewer: Viewer, linkId: string): Promise<void>;
  list(viewer: Viewer, reference: string): Promise<AccessLink[] | null>;
  /** Staff id of who made it; null where the process did. */
  issuer(linkId: string): Promise<string | null>;
}

/** So many wrong codes lock a link for good. */
const MOST_ATTEMPTS = 5;

export function createLinks(context: Context): Links {
  return {
    issue: (input) => issue(context, input),
    open: (token, code) => openLink(context, token, code),
    readBack: (reference, step, code) => readBack(context, reference, step, code),
    alive: async (token) => {
      const row = await context.db.accessLink.findUnique({ where: { tokenHash: secretHash(token) } });
      return row !== null && hindrance(row, context.now()) === null;
    },
    revoke: (viewer, linkId) => revoke(context, viewer, linkId),
    list: (viewer, reference) => list(context, viewer, reference),
    issuer: (linkId) => issuer(context, linkId),
  };
}

async function issue({ db, codeKey, now }: Context, input: LinkInput): Promise<IssuedLink> {
  const { reference, purpose, target, issuedBy } = input;
  const [id, token, code] = [randomUUID(), newSecret(), newCode()];
  await db.$transaction(async (tx) => {
    const event = {
      type: 'link-issued',
      actorId: issuedBy ?? null,
      data: { link: id, purpose },
      at: now(),
    } as const;
    const { id: caseId } = await recordContent(tx, reference, [event]);
    // A step that had to begin anew has one code, not two.
    if (purpose === 'one-time-code')
      await tx.accessLink.updateMany({
        where: { caseId, purpose, target, revokedAt: null },
        data: { revokedAt: now() },
      });
    await tx.accessLink.create({
      data: {
        ...{
          id,
          caseId,
          purpose,
          target,
          tokenHash: secretHash(token),
          codeHash: codeHash(codeKey, id, code),
        },
        ...{ createdAt: now(), expiresAt: instantColumn(input.expiresAt) },
      },
    });
  });
  return { id, token, code };
}

async function openLink(context: Context, token: string, code: string): Promise<LinkAnswer> {
  return context.db.$transaction(async (tx) => {
    const row = await tx.accessLink.findUnique({ where: { tokenHash: secretHash(token) } });
    if (!row) return UNKNOWN;
    const { reference } = await tx.case.findUniqueOrThrow({
      where: { id: row.caseId },
      select: { reference: true },
    });
    await lockCase(tx, reference);
    const link = await tx.accessLink.findUniqueOrThrow({ where: { id: row.id } });
    const refused = hindrance(link, context.now());
    return refused ? { refused, attemptsLeft: 0 } : enter(context, tx, link, reference, code);
  });
}

async function readBack(
  context: Context,
  reference: string,
  step: StepKey,
  code: string,
): Promise<LinkAnswer> {
  return context.db.$transaction(async (tx) => {
    const { id: caseId } = await lockCase(tx, reference);
    const link = await tx.accessLink.findFirst({
      where: { caseId, purpose: 'one-time-code', target: step },
      orderBy: [{ createdAt: 'desc' }, { revokedAt: { sort: 'desc', nulls: 'first' } }],
    });
    if (!link) return UNKNOWN;
    const hindered = hindrance(link, context.now());
    const refused = hindered === 'expired' && link.uses > 0 ? null : hindered;
    return refused ? { refused, attemptsLeft: 0 } : enter(context, tx, link, reference, code);
  });
}

const UNKNOWN: LinkAnswer = { refused: 'unknown', attemptsLeft: 0 };

/** Checks and counts; the caller holds the case's lock, so that guesses made at once are counted one by one. */
async function enter(
  { codeKey, now }: Context,
  tx: Tx,
  { id, purpose, codeHash: kept }: Row,
  reference: string,
  code: string,
): Promise<LinkAnswer> {
  const event = (type: 'link-opened' | 'link-locked') =>
    recordContent(tx, reference, [{ type, actorId: null, data: { link: id, purpose }, at: now() }]);
  if (!kept || !sameHash(kept, codeHash(codeKey, id, code))) {
    const { attempts } = await tx.accessLink.update({
      where: { id },
      data: { attempts: { increment: 1 } },
    });
    if (attempts >= MOST_ATTEMPTS) await event('link-locked');
    return { refused: 'wrong-code', attemptsLeft: MOST_ATTEMPTS - attempts };
  }
  await event('link-opened');
  const opened = await tx.accessLink.update({
    where: { id },
    data: { uses: { increment: 1 }, attempts: 0 },
  });
  return { opened: linkOf(opened, reference) };
}

function hindrance(
  { revokedAt, expiresAt, attempts }: Row,
  now: Date,
): 'revoked' | 'expired' | 'locked' | null {
  if (revokedAt) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return attempts >= MOST_ATTEMPTS ? 'locked' : null;
}

async function revoke({ db, now }: Context, viewer: Viewer, linkId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const link = await tx.accessLink.findUnique({ where: { id: linkId } });
    const found =
      link && (await tx.case.findFirst({ where: { AND: [{ id: link.caseId }, visibleTo(viewer)] } }));
    if (!found) throw new RegisterError('not-found', 'There is no such link. Nothing was changed.');
    if (link.revokedAt) return;
    await tx.accessLink.update({ where: { id: linkId }, data: { revokedAt: now() } });
    const event = {
      type: 'link-revoked',
      actorId: viewer.staffId,
      data: { link: linkId },
      at: now(),
    } as const;
    await recordContent(tx, found.reference, [event]);
  });
}

async function list({ db }: Context, viewer: Viewer, reference: string): Promise<AccessLink[] | null> {
  const found = await db.case.findFirst({ where: { AND: [{ reference }, visibleTo(viewer)] } });
  if (!found) return null;
  const rows = await db.accessLink.findMany({ where: { caseId: found.id }, orderBy: { createdAt: 'desc' } });
  return rows.map((row) => linkOf(row, reference));
}

async function issuer({ db }: Context, linkId: string): Promise<string | null> {
  const link = await db.accessLink.findUnique({ where: { id: linkId } });
  const event =
    link &&
    (await db.event.findFirst({
      where: { caseId: link.caseId, type: 'link-issued', data: { path: ['link'], equals: linkId } },
    }));
  return event?.actorId ?? null;
}

function linkOf(row: Row, reference: string): AccessLink {
  const { id, purpose, target, attempts, uses, createdAt, expiresAt, revokedAt } = row;
  const times = {
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    revokedAt: instantOrNull(revokedAt),
  };
  return { id, reference, purpose: purpose as LinkPurpose, target, attempts, uses, ...times };
}
