/** What may be in a file that does not show when it is opened. Names for people are in forms/documents. */
export type HiddenCode =
  | 'tracked-changes'
  | 'comments'
  | 'hidden-sheets'
  | 'hidden-slides'
  | 'hidden-rows'
  | 'hidden-text'
  | 'speaker-notes'
  | 'macros'
  | 'metadata'
  | 'attachments'
  | 'annotations'
  | 'exif'
  | 'scripts'
  /** Of a redacted file: text that can be copied out, whatever covers it. */
  | 'text-layer'
  /** It cannot be looked into: locked, broken, or in an old binary format. */
  | 'not-examined';
