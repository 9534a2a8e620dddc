import type { Instant } from '../domain/clock/types';
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
