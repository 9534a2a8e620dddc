import { leaving } from '../../domain/cases/items';
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
    .flatMap((row) => {
      const out = leaving(row, rows);
      return out ? [{ row, out }] : [];
    })
    .map(({ row, out: { file, problem } }, index) => {
      if (problem) throw hopeless(problem, `Item ${row.number} ${standsInTheWay[problem]}`);
      return {
        number: String(index + 1).padStart(3, '0'),
        file,
        redacted: row.decision?.decision === 'release-redacted',
      };
    });
}

const standsInTheWay = {
  'not-replaced': 'must be replaced by another file, and there is none.',
  'not-ready': 'is not wholly uploaded.',
  'hidden-content': 'hides content that nobody has dealt with.',
} as const;
