/** Adds and removes rows without asking the server for the page again. */
export function changeRows(form) {
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-row-add], [data-row-remove]');
    if (!button) return;
    event.preventDefault();
    const rows = button.closest('[data-rows]');
    if ('rowAdd' in button.dataset) firstInput(addRow(rows)).focus();
    else {
      button.closest('[data-row]').remove();
      rows.querySelector('[data-row-add]').hidden = false;
      count(rows);
      rows.querySelector('[data-row-add]').focus();
    }
    form.dispatchEvent(new Event('change'));
  });
}

/** Gives a form the rows that were kept, before their answers are filled in. */
export function rowsAsKept(form, answers) {
  for (const rows of form.querySelectorAll('[data-rows]')) {
    const kept = answers.filter(([name]) => name === rows.dataset.rows).map(([, key]) => key);
    if (kept.length === 0) continue;
    for (const row of rowsIn(rows)) if (!kept.includes(row.dataset.row)) row.remove();
    for (const key of kept) if (!rowsIn(rows).some(({ dataset }) => dataset.row === key)) addRow(rows, key);
    count(rows);
  }
}

const rowsIn = (rows) => [...rows.querySelectorAll('[data-row]')];

const firstInput = (row) => row.querySelector('input:not([type=hidden]), textarea, select');

const nextKey = (rows) => Math.max(-1, ...rowsIn(rows).map(({ dataset }) => Number(dataset.row))) + 1;

function addRow(rows, key = nextKey(rows)) {
  const made = document.createElement('template');
  made.innerHTML = rows.querySelector('template').innerHTML.replaceAll('__key__', String(Number(key)));
  const row = made.content.querySelector('[data-row]');
  rows.querySelector('[data-row-add]').before(row);
  count(rows);
  return row;
}

/** Numbers the rows from 1, and offers only what their number allows. */
function count(rows) {
  const all = rowsIn(rows);
  const label = rows.querySelector('template').content.querySelector('[data-row-title]').textContent;
  all.forEach((row, index) => {
    for (const title of row.querySelectorAll('[data-row-title]'))
      title.textContent = label.replace('__number__', String(index + 1));
    row.querySelector('[data-row-remove]').hidden = all.length <= Number(rows.dataset.least);
  });
  rows.querySelector('[data-row-add]').hidden = all.length >= Number(rows.dataset.most ?? Infinity);
}
