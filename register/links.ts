import type { Instant } from '../domain/clock/types';
import type { Viewer } from './viewer';

export type LinkPurpose = 'download' | 'answer-search' | 'one-time-code';

export interface AccessLink {
  readonly id: string;
  readonly reference: string;
  readonly purpose: LinkPurpose;
  /** Document ids joined by commas, or the step. */
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
}

export interface Links {
  issue(input: LinkInput): Promise<IssuedLink>;
  /** Checks the code. A wrong one is counted; five lock the link for good. A right one counts a use and is recorded. */
  open(token: string, code: string): Promise<LinkAnswer>;
  /** Whether a link of this token exists and could still be opened; says nothing else about it. */
  alive(token: string): Promise<boolean>;
  /** Ends a link; repeating it changes nothing. Throws `not-found`. */
  revoke(viewer: Viewer, linkId: string): Promise<void>;
  list(viewer: Viewer, reference: string): Promise<AccessLink[] | null>;
}
