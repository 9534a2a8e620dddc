/** One mistake in a profile, where it stands, and what would be right. */
export interface Mistake {
  readonly file: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** Such as `systems[3].ownerEmail`; empty for the file as a whole. */
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
  /** The provision that the value would break, if it is a matter of law. */
  readonly article?: string;
}

/** A profile that cannot be used. `mistakes` lists all that were found, in the order of the file. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';

  constructor(
    readonly file: string,
    readonly mistakes: readonly Mistake[],
  ) {
    const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`;
    super([`${file} has ${count} and was not loaded:`, ...mistakes.map(mistakeText)].join('\n'));
  }
}

/** `new-park-village.yaml:12:5 systems[3].ownerEmail: found "cctv"; allowed: an e-mail address` */
export function mistakeText({ file, line, column, field, found, allowed, article }: Mistake): string {
  const where = `${file}:${line}:${column}${field ? ` ${field}` : ''}`;
  return `${where}: found ${found}; allowed: ${allowed}${article ? ` (${article})` : ''}`;
}
