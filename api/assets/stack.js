/**
 * Gives each cell of a wide table the words of its column, so that a narrow page may show rows one below
 * the other. Roles are said aloud because a browser forgets them once a cell is no longer laid out as one.
 */
export function stackWhenNarrow(table) {
  const headings = [...table.querySelectorAll('thead th')].map((heading) => asLabel(wordsOf(heading)));
  table.setAttribute('role', 'table');
  for (const group of table.querySelectorAll('thead, tbody')) group.setAttribute('role', 'rowgroup');
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    [...row.cells].forEach((cell, at) => {
      cell.setAttribute('role', roleOf(cell));
      if (cell.colSpan === 1 && cell.closest('tbody') && cell.textContent.trim() !== '')
        cell.dataset.label = headings[at] ?? '';
    });
  }
  table.classList.add('app-stacks');
}

const roleOf = (cell) =>
  cell.localName === 'td' ? 'cell' : cell.scope === 'row' ? 'rowheader' : 'columnheader';

/** “Due:”, but “May it be used?”. */
const asLabel = (words) => (/^$|\?$/.test(words) ? words : `${words}:`);

/** The words that are seen: without those for screen readers alone, and without the arrow of the order or the dot of “No.”. */
function wordsOf(heading) {
  const seen = heading.cloneNode(true);
  for (const hidden of seen.querySelectorAll('.govuk-visually-hidden, [hidden]')) hidden.remove();
  return seen.textContent.replace(/[▲▼]|\.$/g, '').trim();
}
