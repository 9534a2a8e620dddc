/** A box for text that may also be filled from a file: read here in the browser, sent with the form like any other words. */
export function fillFromFile(area) {
  const label = document.createElement('label');
  label.className = 'govuk-label';
  label.textContent = 'Or choose the file';
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = area.dataset.fromFile;
  chooser.id = `${area.id}-file`;
  chooser.className = 'govuk-file-upload';
  label.htmlFor = chooser.id;
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    if (!file) return;
    area.value = await file.text();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  area.after(label, chooser);
}
