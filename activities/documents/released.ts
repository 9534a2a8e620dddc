import type { DocumentRow } from '../../register/documents';
import { hopeless } from '../failures';

/** One item that leaves: the file itself, or the one that stands for it. */
export interface Released {
  /** Neutral: `001`, counted over what leaves, so that a gap tells nothing. */
  readonly number: string;
  readonly file: DocumentRow;
  readonly redacted: boolean;
}

/**
 * What leaves, in order. Where another file stands for an item, the item itself never does. Throws where an item
 * has no redacted file, or where what would leave hides something that nobody has dealt with.
 */
export function releasedItems(rows: readonly DocumentRow[]): Released[] {
  return rows
    .filter(({ purpose, decision }) => purpose === 'found' && leaves(decision?.decision))
    .map((row, index) => ({
      number: String(index + 1).padStart(3, '0'),
      file: leaving(row, rows),
      redacted: row.decision?.decision === 'release-redacted',
    }));
}

const leaves = (decision: string | undefined): boolean =>
  decision === 'release' || decision === 'release-redacted';

function leaving(row: DocumentRow, rows: readonly DocumentRow[]): DocumentRow {
  const replacement = rows.find(({ id, state }) => id === row.replacedBy && state === 'ready');
  if (!replacement && row.decision?.decision === 'release-redacted')
    throw hopeless('not-replaced', `Item ${row.number} is to be redacted and has no redacted file.`);
  const file = replacement ?? row;
  if (file.state !== 'ready') throw hopeless('not-ready', `Item ${row.number} is not wholly uploaded.`);
  if (file.hidden.length > 0 && !file.hiddenDealtWith)
    throw hopeless('hidden-content', `Item ${row.number} hides content that nobody has dealt with.`);
  return file;
}
