/** Whether the log is whole, or where it first is not. */
export type ChainVerdict =
  | { readonly ok: true; readonly cases: number; readonly events: number }
  | { readonly ok: false; readonly reference: string; readonly sequence: number; readonly why: string };

export interface Audit {
  /** Follows the hash chain of one case, or of every case in order of reference. Throws `not-found`. */
  verifyChain(reference?: string): Promise<ChainVerdict>;
}
