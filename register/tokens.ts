import { randomUUID } from 'node:crypto';
import type { Instant } from '../domain/clock/types';
import type { Context } from './context';
import { instant, instantColumn, instantOrNull } from './instants';
import { newSecret, secretHash } from './secrets';
import { viewerOf } from './staff/reach';
import type { Viewer } from './viewer';

export interface ApiToken {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export interface Tokens {
  /** The secret is shown once: only its hash is kept. */
  issue(
    staffId: string,
    organisationId: string,
    label: string,
    expiresAt?: Instant,
  ): Promise<{ readonly id: string; readonly token: string }>;
  /** Whom a bearer token speaks for; null for an unknown, expired or revoked one, or a disabled account. */
  verify(token: string): Promise<Viewer | null>;
  revoke(staffId: string, tokenId: string): Promise<void>;
  list(staffId: string): Promise<ApiToken[]>;
}

/** Names the product in scanners that look for leaked secrets. */
const PREFIX = 'custodian_';

export function createTokens(context: Context): Tokens {
  const { db, now } = context;
  return {
    async issue(staffId, organisationId, label, expiresAt) {
      const token = PREFIX + newSecret();
      const { id } = await db.apiToken.create({
        data: {
          ...{
            id: randomUUID(),
            staffId,
            organisationId,
            label,
            tokenHash: secretHash(token),
            createdAt: now(),
          },
          expiresAt: expiresAt ? instantColumn(expiresAt) : null,
        },
      });
      return { id, token };
    },
    async verify(token) {
      const row = await db.apiToken.findUnique({ where: { tokenHash: secretHash(token) } });
      if (!row || row.revokedAt || (row.expiresAt && row.expiresAt <= now())) return null;
      return viewerOf(context, row.staffId, row.organisationId);
    },
    async revoke(staffId, id) {
      await db.apiToken.updateMany({ where: { id, staffId, revokedAt: null }, data: { revokedAt: now() } });
    },
    async list(staffId) {
      const rows = await db.apiToken.findMany({ where: { staffId }, orderBy: { createdAt: 'desc' } });
      return rows.map(({ id, label, createdAt, expiresAt, revokedAt }) => ({
        ...{ id, label, createdAt: instant(createdAt) },
        ...{ expiresAt: instantOrNull(expiresAt), revokedAt: instantOrNull(revokedAt) },
      }));
    },
  };
}
