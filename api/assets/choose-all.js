/** One box that ticks or clears all boxes of its table, and says how many are chosen. */
for (const table of document.querySelectorAll('table[data-choose-all]')) {
  const all = table.querySelector('[data-choose="all"]');
  const boxes = [...table.querySelectorAll('[data-choose="one"]')];
  const said = document.querySelector(table.dataset.chooseAll);
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    if (said) said.textContent = `${chosen} of ${boxes.length} chosen`;
  };
  all.closest('[hidden]')?.removeAttribute('hidden');
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  for (const box of boxes) box.addEventListener('change', tell);
  tell();
}
