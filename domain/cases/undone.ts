/** What carrying a decision out left undone. Workflow-safe. */
export interface Undone {
  /** Systems on which it was impossible. */
  readonly impossible: readonly string[];
  /** It was impossible on every one of them, so that nothing was done. */
  readonly nowhere: boolean;
}
