/**
 * Why the record refused something, for the person who meets it: what happened, and that nothing was recorded.
 * `code` is stable and fit for logs; the message carries no personal data.
 */
export class RegisterError extends Error {
  constructor(
    readonly code: RegisterErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'RegisterError';
  }
}

export type RegisterErrorCode =
  /** No such thing, or none that this viewer may know of. */
  | 'not-found'
  /** The same id was used before for something else. */
  | 'id-used-before'
  /** The state of the thing does not allow it (a letter already given, a document already finished). */
  | 'wrong-state'
  /** What was handed in breaks a rule of the record. */
  | 'invalid'
  /** The key was destroyed, so the contents are gone for good. */
  | 'key-destroyed'
  /** The stored contents were changed outside the product. */
  | 'tampered'
  /** More than one run can be loaded with. */
  | 'too-large';
