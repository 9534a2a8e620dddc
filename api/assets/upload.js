/**
 * Uploads files piece by piece, shows how far each has come, and goes on where it stopped: after a lost
 * connection, a reload or a new sign-in, choosing the same files again sends only what is missing.
 * Without this script the form posts its files in one go.
 */
const ATTEMPTS = 6;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An answer that trying again will not change. */
class Refused extends Error {}

async function send(form, path, options) {
  const response = await fetch(`${form.action}/${path}`, {
    credentials: 'same-origin',
    redirect: 'manual',
    ...options,
    headers: { accept: 'application/json', 'x-csrf-token': form.elements._csrf.value, ...options.headers },
  });
  if (response.ok) return response.status === 204 ? null : response.json();
  const told = await response.json().catch(() => null);
  const message =
    told?.error?.message ?? 'You may have been signed out. Sign in again, then choose the same files.';
  if (response.status >= 500 || response.status === 429) throw new Error(message);
  throw new Refused(message);
}

async function patiently(act) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof Refused || attempt === ATTEMPTS) throw error;
      await wait(250 * 2 ** attempt);
    }
  }
}

const json = (body) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Names the file without keeping its name in the browser: a hash, under which the upload's id is found again. */
async function fingerprint(form, file) {
  if (!globalThis.crypto?.subtle) return null;
  const said = `${form.action}\n${file.webkitRelativePath || file.name}\n${file.size}\n${file.lastModified}`;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said));
  return `upload-${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function upload(form, file, onProgress) {
  const key = await fingerprint(form, file);
  const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  const begun = await patiently(() =>
    send(
      form,
      'uploads',
      json({
        ...(key && sessionStorage.getItem(key) ? { id: sessionStorage.getItem(key) } : {}),
        name: file.webkitRelativePath || file.name,
        mediaType: file.type,
        bytes: file.size,
        purpose: values.purpose,
        system: values.system || undefined,
      }),
    ),
  );
  if (key) sessionStorage.setItem(key, begun.id);
  const pieces = begun.state === 'ready' ? 0 : Math.ceil(file.size / begun.chunkBytes);
  for (let index = begun.chunks; index < pieces; index += 1) {
    const body = file.slice(index * begun.chunkBytes, (index + 1) * begun.chunkBytes);
    const headers = { 'content-type': 'application/octet-stream' };
    await patiently(() =>
      send(form, `uploads/${begun.id}/chunks/${index}`, { method: 'PUT', headers, body }),
    );
    onProgress(Math.min(file.size, (index + 1) * begun.chunkBytes));
  }
  await patiently(() => send(form, `uploads/${begun.id}/finish`, json({})));
  if (key) sessionStorage.removeItem(key);
}

/** One line of the list: the file's name, a bar, and what became of it. */
function line(list, file) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = file.webkitRelativePath || file.name;
  const bar = document.createElement('progress');
  bar.max = Math.max(file.size, 1);
  bar.value = 0;
  bar.setAttribute('aria-label', `Progress of ${name.textContent}`);
  const state = document.createElement('span');
  state.textContent = 'Waiting';
  item.append(name, bar, state);
  list.append(item);
  return {
    progress: (bytes) => {
      bar.value = bytes;
      state.textContent = `${Math.round((100 * bytes) / bar.max)}%`;
    },
    end: (text) => {
      state.textContent = text;
    },
  };
}

const chosen = (form) =>
  [...form.querySelectorAll('input[type=file]')]
    .flatMap((input) => [...input.files])
    .filter((file) => file.size > 0);

async function uploadAll(form, files) {
  const list = form.querySelector('[data-upload-list]');
  const said = form.querySelector('[data-upload-status]');
  list.replaceChildren();
  let failed = 0;
  for (const [position, file] of files.entries()) {
    said.textContent = `Adding file ${position + 1} of ${files.length}`;
    const row = line(list, file);
    try {
      await upload(form, file, row.progress);
      row.end('Added');
    } catch (error) {
      failed += 1;
      row.end(`Not added: ${error.message}`);
    }
  }
  if (failed === 0) {
    window.removeEventListener('beforeunload', warn);
    location.assign(form.dataset.upload);
  }
  said.textContent = `${files.length - failed} of ${files.length} added. Press “${form.dataset.again}” to go on with the rest.`;
}

const warn = (event) => event.preventDefault();

/** Folders can be chosen only where the browser knows how; the input stays hidden elsewhere. */
function offerFolders(form) {
  const group = form.querySelector('[data-upload-folder]');
  if (group && 'webkitdirectory' in document.createElement('input')) group.hidden = false;
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  const button = form.querySelector('button[type=submit], button:not([type])');
  offerFolders(form);
  form.addEventListener('submit', async (event) => {
    const files = chosen(form);
    if (files.length === 0 || !form.reportValidity()) return;
    event.preventDefault();
    button.disabled = true;
    window.addEventListener('beforeunload', warn);
    await uploadAll(form, files);
    window.removeEventListener('beforeunload', warn);
    button.disabled = false;
  });
}
